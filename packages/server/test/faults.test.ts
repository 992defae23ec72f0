import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { faults } from "../../../scripts/sabotage/faults.ts";
import { faultsOfDocs } from "../../../scripts/sabotage/faults-of-docs.ts";

const ROOT = new URL("../../../", import.meta.url);
const all = [...faults, ...faultsOfDocs];

describe("the faults that npm run sabotage plants", () => {
  it("are more than twenty, each with a name of its own", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(new Set(all.map((fault) => fault.name)).size).toBe(all.length);
  });

  it.each(all)("$name: what it breaks stands once where it says, and its tests are there", async (fault) => {
    const text = await readFile(new URL(fault.file, ROOT), "utf8");
    expect(text.split(fault.find).length - 1, `in ${fault.file}`).toBe(1);
    expect(fault.put).not.toBe(fault.find);
    const files = (await readdir(new URL("packages/", ROOT), { recursive: true }))
      .map((name) => `packages/${name}`)
      .filter((name) => /(?<!\.(long|browser))\.test\.tsx?$/.test(name) && !name.includes("node_modules"));
    for (const filter of fault.tests)
      expect(
        files.some((file) => file.includes(filter)),
        filter,
      ).toBe(true);
  });
});

// Whoever moves a line that a fault of `npm run sabotage` breaks hears of it here, not at the next whole run.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { allFaults } from "../../../scripts/sabotage/all-faults.ts";

const ROOT = new URL("../../../", import.meta.url);

it("every fault finds the text that it breaks, once, and has a name of its own", () => {
  const lost = allFaults
    .filter(({ file, find }) => readFileSync(new URL(file, ROOT), "utf8").split(find).length !== 2)
    .map(({ name }) => name);
  expect(lost).toEqual([]);
  expect(new Set(allFaults.map(({ name }) => name)).size).toBe(allFaults.length);
});

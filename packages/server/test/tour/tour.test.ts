import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../harness.ts";
import { stepsIn } from "./chapter.ts";
import { Terminal } from "./terminal.ts";
import { walk } from "./walk.ts";

const TOUR = new URL("../../../../docs/tour/", import.meta.url);
const chapters = (await readdir(TOUR)).filter((name) => /^\d-.*\.md$/.test(name)).sort();

let home: string;
let terminal: Terminal;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "somlos-tour-"));
  terminal = new Terminal(await freePort(), home);
});
afterAll(async () => {
  await terminal?.close();
  for (const made of [home, `${home}-new`]) await rm(made, { recursive: true, force: true });
});

describe("the tour", () => {
  it("has its five chapters", () => {
    expect(chapters.map((name) => name.slice(0, 2))).toEqual(["1-", "2-", "3-", "4-", "5-"]);
  });

  it.each(chapters)(
    "%s: every command runs, and every answer is the one that the page shows",
    async (name) => {
      const steps = stepsIn(await readFile(new URL(name, TOUR), "utf8"));
      expect(steps.length).toBeGreaterThan(5);
      await walk(terminal, `docs/tour/${name}`, steps);
    },
  );
});

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../harness.ts";
import { type Step, stepsIn } from "./chapter.ts";
import { differencesTo } from "./compare.ts";
import { Terminal } from "./terminal.ts";

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

async function said(step: Step): Promise<string> {
  if (step.kind === "keys") return terminal.interrupt();
  if (step.kind === "sh start") return terminal.begin(step.text);
  const { said, code } = await terminal.type(step.text);
  if (code !== 0) throw new Error(`the last command ended with code ${code}: ${said}`);
  return said;
}

describe("the tour", () => {
  it("has its three chapters", () => {
    expect(chapters.map((name) => name.slice(0, 2))).toEqual(["1-", "2-", "3-"]);
  });

  it.each(chapters)(
    "%s: every command runs, and every answer is the one that the page shows",
    async (name) => {
      const steps = stepsIn(await readFile(new URL(name, TOUR), "utf8"));
      expect(steps.length).toBeGreaterThan(5);
      for (const step of steps) {
        const place = `docs/tour/${name}:${step.line}`;
        const answer = await said(step).catch((error: unknown) => {
          throw new Error(`${place}: ${(error as Error).message}`);
        });
        if (step.shown !== undefined)
          expect(differencesTo(step.shown, answer), `docs/tour/${name}:${step.shown.line}`).toEqual([]);
      }
    },
  );
});

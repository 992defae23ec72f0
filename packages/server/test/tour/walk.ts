// Goes through a page step by step, as its reader would, and compares what came with what is shown.
import { expect } from "vitest";
import type { Step } from "./chapter.ts";
import { differencesTo } from "./compare.ts";
import type { Terminal } from "./terminal.ts";

/** What a page needs besides a terminal: what to do with code that is shown. */
export type Codes = Readonly<Record<"js" | "ts", (step: Step) => Promise<void>>>;

async function said(terminal: Terminal, step: Step, codes: Codes | undefined): Promise<string> {
  if (step.kind === "keys") return terminal.interrupt();
  if (step.kind === "sh start") return terminal.begin(step.text);
  if (step.kind === "sh") {
    const { said, code } = await terminal.type(step.text);
    if (code !== 0) throw new Error(`the last command ended with code ${code}: ${said}`);
    return said;
  }
  if (codes === undefined) throw new Error("nothing here runs code that is shown");
  await codes[step.kind](step);
  return "";
}

export async function walk(
  terminal: Terminal,
  page: string,
  steps: readonly Step[],
  codes?: Codes,
): Promise<void> {
  for (const step of steps) {
    const answer = await said(terminal, step, codes).catch((error: unknown) => {
      throw new Error(`${page}:${step.line}: ${(error as Error).message}`);
    });
    if (step.shown !== undefined)
      expect(differencesTo(step.shown, answer), `${page}:${step.shown.line}`).toEqual([]);
  }
}

// For test files that share a process: each leaves it as it found it, or says in its first line that it needs one of its own.
import { afterAll, beforeAll } from "vitest";
import { clockOffsetMs } from "../clock/index.ts";
import { uuid7 } from "../ids/index.ts";

const SECOND = 1000;
let before: Readonly<Record<string, unknown>> = {};

/** Ids never go back: after the clock was moved they stay ahead of the time, for everybody in this process. */
const msOfNextId = (): number => Number.parseInt(uuid7(Date.now()).replaceAll("-", "").slice(0, 12), 16);

const found = (): Readonly<Record<string, unknown>> => ({
  "the clock": clockOffsetMs(),
  "ids, ahead of the time": Math.max(0, Math.floor((msOfNextId() - Date.now()) / SECOND)),
  "the folder": process.cwd(),
  "who hears what nobody caught": process.listenerCount("uncaughtException"),
  "who hears what nobody awaited": process.listenerCount("unhandledRejection"),
  ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [`environment: ${name}`, value])),
});

beforeAll(() => {
  before = found();
});
afterAll(() => {
  const after = found();
  // Names only: the environment may hold what no log may.
  const changed = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  if (changed.length > 0)
    throw new Error(
      `This file leaves its process otherwise than it found it (${changed.join(", ")}). Undo that, or begin the file with "// Alone in its process: <why>".`,
    );
});

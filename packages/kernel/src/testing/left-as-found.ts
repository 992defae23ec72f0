// For test files that share a process: each leaves it as it found it, or says in its first line that it needs one of its own.
import { afterAll, beforeAll } from "vitest";
import { clockOffsetMs } from "../clock/index.ts";
import { uuid7 } from "../ids/index.ts";

const SECOND = 1000;
let before = "";

/** Ids never go back: after the clock was moved they stay ahead of the time, for everybody in this process. */
const msOfNextId = (): number => Number.parseInt(uuid7(Date.now()).replaceAll("-", "").slice(0, 12), 16);

const found = (): string =>
  JSON.stringify({
    clockMovedMs: clockOffsetMs(),
    idsAheadSeconds: Math.max(0, Math.floor((msOfNextId() - Date.now()) / SECOND)),
    folder: process.cwd(),
    environment: Object.entries(process.env).sort(),
    listeners: ["uncaughtException", "unhandledRejection"].map((name) => process.listenerCount(name)),
  });

beforeAll(() => {
  before = found();
});
afterAll(() => {
  const after = found();
  if (after !== before)
    throw new Error(
      `This file leaves its process otherwise than it found it. Undo that, or begin the file with "// Alone in its process: <why>".\n${before}\n${after}`,
    );
});

// How far life has been told, kept in the home between two runs. Losing it costs time, not truth: everything is then sent
// again and counted as sent before.
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { EDITION } from "../life/life.rules.ts";
import type { Keys } from "./doors.ts";

export type State = {
  readonly edition: number;
  readonly seed: number;
  readonly people: number;
  /** Everything before this moment has been taken in, in milliseconds since 1970; nothing yet: undefined. */
  readonly sentUntil: number | undefined;
  /** The demo's own keys, for sources of its own; none while it has none. */
  readonly keys: Keys | undefined;
  /** What was told of goods: a hash of all of it, and until when their prices. */
  readonly goods: { readonly digest: string; readonly until: number } | undefined;
};

const fresh = (seed: number, people: number, keys?: Keys): State => ({
  edition: EDITION,
  seed,
  people,
  sentUntil: undefined,
  keys,
  goods: undefined,
});

/** What was kept, if it was about the same life; a new life keeps the keys. */
export async function readState(path: string, seed: number, people: number): Promise<State> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  const kept = text === undefined ? undefined : asState(text);
  if (kept === undefined) return fresh(seed, people);
  const same = kept.edition === EDITION && kept.seed === seed && kept.people === people;
  return same ? kept : fresh(seed, people, kept.keys);
}

/** The demo's own keys, whatever life was told with them. */
export async function readKeys(path: string): Promise<Keys | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return asState(text)?.keys;
}

function asState(text: string): State | undefined {
  try {
    const value = JSON.parse(text) as Partial<State>;
    return typeof value.seed === "number" ? { ...fresh(value.seed, value.people ?? 0), ...value } : undefined;
  } catch {
    return undefined; // half a file from a machine that lost power
  }
}

/** Whole or not at all; it holds keys, so nobody else may read it. */
export async function writeState(path: string, state: State): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(state, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

export const forgetState = (path: string): Promise<void> => rm(path, { force: true });

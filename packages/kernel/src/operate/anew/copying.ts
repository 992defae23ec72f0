// The rows come over in pages, each a short transaction in one snapshot, with what changed meanwhile before it.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { codeOf } from "../free.ts";
import type { Described } from "./describe.ts";
import { bringOver, copyPage, notesPlace, pageEnd } from "./statements.rules.ts";

/** Fewer are not worth a transaction, however slow the machine is. */
const FEWEST_ROWS = 200;
const MOST_ROWS = 5000;
const PAGE_MS = 40;
const MOST_NOTES = 2000;
const TIDY_EVERY = 100;
/** Another row has the value still, whose note is not brought over yet: all of them at once are of one moment. */
const NOT_YET = new Set(["23505", "40001", "40P01"]);
const MOST_AGAIN = 20;

export type Copying = { last: string[] | undefined; ended: boolean; rows: number };

async function takeNotes(
  client: pg.Client,
  t: Described,
  at: Copying,
  most: number | undefined,
): Promise<number> {
  const { take, drop, bring } = bringOver(t, most, !at.ended);
  const taken = (await client.query(take)).rowCount ?? 0;
  if (taken === 0 || (at.last === undefined && !at.ended)) return taken;
  await client.query(drop);
  await client.query(bring, at.ended ? [] : at.last);
  return taken;
}

async function takePage(client: pg.Client, t: Described, at: Copying, rows: number): Promise<Copying> {
  const from = at.last ?? [];
  const { rows: found } = await client.query({
    text: pageEnd(t, at.last !== undefined),
    values: [rows, ...from],
    rowMode: "array",
  });
  const until = found[0] as unknown as string[] | undefined;
  const { rowCount } = await client.query(copyPage(t, at.last !== undefined, until !== undefined), [
    ...from,
    ...(until ?? []),
  ]);
  return { last: until ?? at.last, ended: until === undefined, rows: at.rows + (rowCount ?? 0) };
}

async function inOneSnapshot<T>(client: pg.Client, act: () => Promise<T>): Promise<T> {
  await client.query("begin isolation level repeatable read");
  try {
    const done = await act();
    await client.query("commit");
    return done;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Again with all notes when a part of them does not go alone. */
async function again<T>(act: (most: number | undefined) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await act(tries === 0 ? MOST_NOTES : undefined);
    } catch (error) {
      if (!NOT_YET.has(codeOf(error)) || tries === MOST_AGAIN) throw error;
    }
  }
}

/** Brings over what changed until there is nothing more of it, or it is only what comes in while one looks. */
export async function catchUp(client: pg.Client, t: Described, at: Copying): Promise<void> {
  for (;;) {
    const most = await again((some) =>
      inOneSnapshot(client, async () => ((await takeNotes(client, t, at, some)) === some ? "more" : "done")),
    );
    if (most === "done") return;
  }
}

/** Half of the time is everybody else's. */
export async function copyAll(
  client: pg.Client,
  t: Described,
  pause: (ms: number) => Promise<void> = sleep,
  mostRows = MOST_ROWS,
): Promise<Copying> {
  let at: Copying = { last: undefined, ended: false, rows: 0 };
  let rows = FEWEST_ROWS;
  for (let pages = 1; !at.ended; pages++) {
    const began = performance.now();
    const before = at;
    at = await again((most) =>
      inOneSnapshot(client, async () => {
        const taken = await takeNotes(client, t, before, most);
        return taken === most ? before : takePage(client, t, before, rows);
      }),
    );
    const took = performance.now() - began;
    rows = Math.round(
      Math.min(mostRows, Math.max(FEWEST_ROWS, rows * Math.min(2, Math.max(0.5, PAGE_MS / took)))),
    );
    if (pages % TIDY_EVERY === 0) await client.query(`vacuum (truncate off) ${notesPlace(t)}`);
    await pause(took);
  }
  return at;
}

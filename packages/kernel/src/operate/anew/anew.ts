// A table of any size is written anew while it is used: copied in pages, caught up, and swapped in one short moment. Until that moment
// the old one is in charge, whatever happens; what is left of a turn that was cut short is removed by the next.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { breathe, codeOf, isNotFree, LOCK_WAIT_MS } from "../free.ts";
import { type Copying, catchUp, copyAll } from "./copying.ts";
import { type Described, describe } from "./describe.ts";
import { removeLeftovers, validate } from "./leftovers.ts";
import { copyPlace, holdWriters, makeCopy, makeNote, swap, takenTable } from "./statements.rules.ts";

export type Anew =
  | { readonly went: "done"; readonly rows: number; readonly writersHeldMs: number; readonly tries: number }
  | { readonly went: "not_free" | "no_room" | "changed" }
  | { readonly went: "unfit"; readonly why: readonly string[] };

export type Choices = {
  /** Of the disk under the database, where it is known. */
  readonly freeBytes?: number | undefined;
  /** Called between pages with what the last one took. */
  readonly pause?: (ms: number) => Promise<void>;
  /** Of one page, however quick the machine is. */
  readonly mostRows?: number;
  /** The swap is tried for this long, and for as long as the copy took. */
  readonly triedMs?: number;
};

const TURN = "select pg_try_advisory_lock(7305014) as ours";
const TURN_OVER = "select pg_advisory_unlock(7305014)";
const TRIED_MS = 60_000;
/** The copy, and what is written to the log for it. */
const ROOM = 2.1;
const NO_ROOM = "53100";
/** The table changed or went while it was copied. */
const GONE = new Set(["42P01", "42703", "42804"]);
const SESSION = `set search_path = ''; set lock_timeout = ${LOCK_WAIT_MS}; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

async function inTransaction(client: pg.Client, statements: readonly string[]): Promise<void> {
  try {
    await client.query(["begin", ...statements, "commit"].join(";\n"));
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Whose snapshot is older than now, and what they wait for is not to write. */
const HOLDERS = `
  select a.pid, a.xact_start::text as since from pg_catalog.pg_stat_activity a
  where a.backend_type = 'client backend' and a.backend_xmin is not null and a.pid <> pg_backend_pid() and a.pid <> $1
    and a.datname = current_database()
    and not exists (select from pg_catalog.pg_locks l where l.pid = a.pid and not l.granted and l.mode <> 'AccessShareLock')`;
const SEEN_MS = 60;
const LOOK_MS = 4;

/**
 * Everybody who looks after the swap sees the copy with a snapshot of their own: it must be younger than the last that was brought
 * over. Readers in one snapshot that has not come to the table yet are let finish.
 */
async function seenByAll(client: pg.Client, own: number): Promise<boolean> {
  const until = performance.now() + SEEN_MS;
  const of = async () =>
    new Set(
      (await client.query<{ pid: number; since: string }>(HOLDERS, [own])).rows.map(
        (one) => `${one.pid} ${one.since}`,
      ),
    );
  let held = await of();
  while (held.size > 0) {
    if (performance.now() > until) return false;
    await sleep(LOOK_MS);
    held = held.intersection(await of());
  }
  return true;
}

const alike = (one: Described, other: Described | undefined): boolean => {
  const lasting = ({ bytes: _bytes, rows: _rows, ...rest }: Described) => JSON.stringify(rest);
  return other !== undefined && lasting(one) === lasting(other);
};

const lockAll = (t: Described): string =>
  [
    ...(t.partition === null ? [] : [`only ${t.partition.of}`]),
    t.place,
    ...new Set([...t.into.map((key) => key.table), ...t.views.map((view) => view.place)]),
  ]
    .map((place) => `lock table ${place} in access exclusive mode`)
    .join("; ");

type Two = { readonly own: pg.Client; readonly second: pg.Client; readonly ownPid: number };

/** One try: writers wait, what they wrote is brought over and seen by all, readers wait, and the copy takes its place. */
async function trySwap(
  { own, second, ownPid }: Two,
  t: Described,
  at: Copying,
): Promise<"done" | "not_free" | "changed"> {
  try {
    await own.query(["begin", ...holdWriters(t)].join("; "));
    await catchUp(second, t, at);
    if (!(await seenByAll(second, ownPid))) return await back(own, "not_free");
    if (!alike(t, await describe(own, t.place))) return await back(own, "changed");
    await own.query(lockAll(t));
    await own.query([...swap(t), "commit"].join(";\n"));
    return "done";
  } catch (error) {
    await own.query("rollback").catch(() => undefined);
    if (isNotFree(error)) return "not_free";
    throw error;
  }
}

async function back<W>(own: pg.Client, went: W): Promise<W> {
  await own.query("rollback");
  return went;
}

async function swapWhenFree(two: Two, t: Described, at: Copying, mostMs: number): Promise<Anew> {
  const until = performance.now() + mostMs;
  for (let tries = 1; ; tries++) {
    await catchUp(two.second, t, at);
    if (!alike(t, await describe(two.own, t.place))) return { went: "changed" };
    const began = performance.now();
    const went = await trySwap(two, t, at);
    if (went === "done") return { went, rows: at.rows, writersHeldMs: performance.now() - began, tries };
    if (went === "changed" || performance.now() > until) return { went };
    await breathe(tries);
  }
}

async function prepare({ second }: Two, t: Described): Promise<boolean> {
  await inTransaction(second, makeCopy(t));
  await second.query(takenTable(t));
  for (let tries = 1; tries <= 40; tries++) {
    try {
      await inTransaction(second, makeNote(t));
      return true;
    } catch (error) {
      if (!isNotFree(error)) throw error;
      await breathe(tries);
    }
  }
  return false;
}

async function copyAndSwap(two: Two, place: string, choices: Choices): Promise<Anew> {
  if (!(await removeLeftovers(two.own))) return { went: "not_free" };
  await validate(two.own);
  const t = await describe(two.own, place);
  if (t === undefined) return { went: "changed" };
  if (t.unfit.length > 0) return { went: "unfit", why: t.unfit };
  if (choices.freeBytes !== undefined && choices.freeBytes < t.bytes * ROOM) return { went: "no_room" };
  const began = performance.now();
  let went: Anew = { went: "not_free" };
  try {
    if (!(await prepare(two, t))) return went;
    const at = await copyAll(two.second, t, choices.pause, choices.mostRows);
    await two.second.query(`vacuum (analyze) ${copyPlace(t)}`);
    went = await swapWhenFree(two, t, at, (choices.triedMs ?? TRIED_MS) + performance.now() - began);
  } finally {
    if (went.went !== "done") await removeLeftovers(two.own).catch(() => false);
  }
  await validate(two.own);
  return went;
}

/**
 * Writes a table anew while it is used. `own` holds the turn: when it breaks, nothing is swapped. `second` copies, so that what it
 * brought over is seen before the swap.
 */
export async function writeAnew(
  own: pg.Client,
  second: pg.Client,
  place: string,
  choices: Choices = {},
): Promise<Anew> {
  const { rows } = await own.query<{ ours: boolean; pid: number }>(`${TURN}, pg_backend_pid() as pid`);
  if (rows[0]?.ours !== true) return { went: "not_free" };
  try {
    await own.query(SESSION);
    await second.query(`${SESSION}; set synchronous_commit = off; set vacuum_cost_delay = 2`);
    return await copyAndSwap({ own, second, ownPid: rows[0].pid }, place, choices);
  } catch (error) {
    if (isNotFree(error)) return { went: "not_free" };
    if (codeOf(error) === NO_ROOM) return { went: "no_room" };
    if (GONE.has(codeOf(error))) return { went: "changed" };
    throw error;
  } finally {
    await own.query(`reset search_path; ${TURN_OVER}`).catch(() => undefined);
  }
}

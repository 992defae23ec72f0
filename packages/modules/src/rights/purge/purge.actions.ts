// After erasures the files of the database are written anew: tables in short turns, large ones while they are used, the statistics,
// the write-ahead log. What is done is remembered table by table, so that a crash goes on where it stopped. One process at a time; nobody waits for a lock.
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Tx } from "@somlos/kernel/db";
import {
  isSeen,
  type LogRights,
  listOverMonths,
  listTableFiles,
  loadLogRights,
  prepareRewrites,
  rewriteStatistics,
  rewriteTable,
  takeBorder,
  turnLog,
  writeAnew,
} from "@somlos/kernel/operate";
import { isTime, type Step, stepsOf } from "./purge.rules.ts";
import {
  findDue,
  insertRound,
  listKnownFiles,
  saveRewritten,
  saveRoundEnd,
  saveWaits,
  type Waits,
} from "./purge.store.ts";

const SYSTEM = { kind: "system", id: "rights" } as const;
const TURN = "select pg_try_advisory_lock(7305013) as ours";
const SEEN_TRIES = 24;
const SEEN_WAIT_MS = 250;

type Own = Awaited<ReturnType<Database["connect"]>>;

export type PurgeHouse = {
  readonly db: Database;
  /** Of the disk under the database, where it is known. */
  readonly freeBytes?: () => Promise<number | undefined>;
  /** Larger tables are copied and swapped. */
  readonly smallBytes?: number;
};

/** Begins a round when one is due, and goes on with the one that is open. True when one was ended. */
export async function purgeFiles(house: PurgeHouse): Promise<boolean> {
  const { db } = house;
  const began = await db.work(SYSTEM, async ({ tx, now }) => {
    const { since, last, open } = await findDue(tx);
    if (open !== null) return open;
    if (since === null || !isTime(last ?? undefined, now)) return undefined;
    await insertRound(tx, now);
    return now;
  });
  if (began === undefined) return false;
  const own = await db.connect();
  try {
    const { rows } = await own.query<{ ours: boolean }>(TURN);
    if (rows[0]?.ours !== true) return false;
    await prepareRewrites(own);
    return await goOn(house, own, began);
  } finally {
    await own.end();
  }
}

async function goOn(house: PurgeHouse, own: Own, began: Date): Promise<boolean> {
  const { db } = house;
  if (!(await nobodySees(db))) return waits(db, began, "seen");
  const left = async () =>
    db.read(async (tx) =>
      stepsOf(await listTableFiles(tx), await listKnownFiles(tx), began, house.smallBytes),
    );
  for (const step of await left()) if (step.way === "whole") await write(db, own, step);
  const why = await writeLarge(house, own, await left(), began);
  const [first] = await left();
  if (first !== undefined) return waits(db, began, first.way === "whole" ? "in_use" : (why ?? "in_use"));
  const rights = await db.read(loadLogRights);
  const learned = await rewriteStatistics(own, rights, await db.read(listOverMonths));
  if (learned === "not_free") return waits(db, began, "in_use");
  if (turnsLog(rights) && !(await turnLog(own))) return waits(db, began, "log");
  const undone = undoneOf(rights, learned === "not_allowed");
  await db.work(SYSTEM, ({ tx, now }) => saveRoundEnd(tx, began, undone, now));
  return true;
}

/** Seconds for which the oldest erasure waits for the files. */
export async function filesWait(tx: Tx, now: Date): Promise<number> {
  const { since } = await findDue(tx);
  return since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000);
}

/** What may still see rows of before an erasure is over soon: none of our transactions lasts long. */
async function nobodySees(db: Database): Promise<boolean> {
  const border = await db.work(SYSTEM, ({ tx }) => takeBorder(tx));
  for (let tries = 0; tries < SEEN_TRIES; tries++) {
    if (!(await db.read((tx) => isSeen(tx, border)))) return true;
    await sleep(SEEN_WAIT_MS);
  }
  return false;
}

async function write(db: Database, own: Own, { name, changes }: Step): Promise<void> {
  if (!(await rewriteTable(own, name))) return;
  await db.work(SYSTEM, ({ tx, now }) => saveRewritten(tx, name, changes, now));
}

/** Why a large one could not be written anew. What changed since the round began is of the next one. */
async function writeLarge(
  { db, freeBytes }: PurgeHouse,
  own: Own,
  steps: readonly Step[],
  began: Date,
): Promise<Waits | undefined> {
  let why: Waits | undefined;
  for (const { name } of steps.filter((step) => step.way === "large")) {
    const second = await db.connect();
    try {
      const { went } = await writeAnew(own, second, name, { freeBytes: await freeBytes?.() });
      if (went === "done") await db.work(SYSTEM, ({ tx }) => saveRewritten(tx, name, 0, began));
      else if (went === "no_room") why = "no_room";
      else if (went === "unfit") why ??= "large";
    } finally {
      await second.end();
    }
  }
  return why;
}

const waits = async (db: Database, began: Date, why: Waits): Promise<false> => {
  await db.work(SYSTEM, ({ tx }) => saveWaits(tx, began, why));
  return false;
};

const turnsLog = (rights: LogRights): boolean => rights.may && !rights.recycles;
const undoneOf = (rights: LogRights, statistics: boolean): string[] => [
  ...(statistics ? ["statistics"] : []),
  ...(turnsLog(rights) ? [] : ["log"]),
  ...(rights.elsewhere ? ["elsewhere"] : []),
];

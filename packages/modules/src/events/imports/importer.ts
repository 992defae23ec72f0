// The worker: takes imports in hand one after another. Any number of processes may run one; a lease says who has which.
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Actor } from "@somlos/kernel/db";
import { isHere, listStrayFiles, removeFiles } from "./imports.files.ts";
import type { ImportHouse, WorkingHouse } from "./imports.house.ts";
import { LOST_AFTER_MS, MOST_TRIES } from "./imports.rules.ts";
import {
  claimImport,
  findAnyAtWork,
  finishImport,
  type ImportRow,
  type Lease,
  listKept,
  listOldFiles,
  listToDo,
  releaseImport,
  saveFileRemoved,
} from "./imports.store.ts";
import { runImport } from "./job/run.ts";

const ACTOR: Actor = { kind: "system", id: "imports" };
const LOOK_MS = 500;
const TIDY_MS = 3_600_000;
const DAY_MS = 86_400_000;

export type Importer = { start(): void; stop(): Promise<void> };

export function makeImporter(house: WorkingHouse, lostAfterMs = LOST_AFTER_MS): Importer {
  const owner = randomUUID();
  const missed: Missed = new Map();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let tidyIn = 0;
  let busy: Promise<void> = Promise.resolve();

  async function round(): Promise<boolean> {
    const claimed = await claimNext(house, owner, missed);
    if (claimed === undefined) {
      await endLost(house, owner, missed, lostAfterMs);
      return false;
    }
    await workOn(house, { id: claimed.id, owner }, claimed, () => stopping);
    return true;
  }

  async function look(): Promise<void> {
    try {
      while (!stopping && (await round())) tidyIn -= LOOK_MS;
      tidyIn -= LOOK_MS;
      if (tidyIn > 0 || stopping) return;
      tidyIn = TIDY_MS;
      await tidy(house);
    } catch (error) {
      house.log?.error({ err: error }, "imports");
    }
  }

  const soon = (): void => {
    if (stopping) return;
    timer = setTimeout(() => {
      busy = look().finally(soon);
    }, LOOK_MS).unref();
  };

  return {
    start: soon,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await busy;
    },
  };
}

/** Imports that wait and whose file is not on this machine, and since when that is so at every look. */
type Missed = Map<string, { since: number; last: number }>;

/** The oldest import that waits and whose file lies on this machine. */
async function claimNext(house: ImportHouse, owner: string, missed: Missed): Promise<ImportRow | undefined> {
  const { ids, at } = await house.db.read(async (tx, now) => ({
    ids: await listToDo(tx, now),
    at: now.getTime(),
  }));
  for (const id of missed.keys()) if (!ids.includes(id)) missed.delete(id);
  for (const id of ids) {
    if (!(await isHere(house.home, id))) {
      const { since, last } = missed.get(id) ?? { since: at, last: at };
      missed.set(id, { since: at - last > LOOK_MS * 20 ? at : since, last: at });
      continue;
    }
    const claimed = await house.db.work(ACTOR, ({ tx, now }) => claimImport(tx, { id, owner }, now));
    if (claimed !== undefined) return claimed;
  }
  return undefined;
}

/**
 * A file may lie on another machine, which takes it as soon as it has nothing else to do. Where nobody works on anything and
 * nobody takes it either, it is on no machine any more.
 */
async function endLost(house: ImportHouse, owner: string, missed: Missed, after: number): Promise<void> {
  const lost = [...missed].filter(([, { since, last }]) => last - since >= after).map(([id]) => id);
  if (lost.length === 0) return;
  await house.db.work(ACTOR, async (work) => {
    const { tx, now } = work;
    if (await findAnyAtWork(tx, now)) return missed.clear();
    for (const id of lost) {
      missed.delete(id);
      const row = await claimImport(tx, { id, owner }, now);
      if (row === undefined) continue;
      const end = { state: "failed", failure: "imports.file_gone", tried: null } as const;
      await finishImport(tx, { id, owner }, end, now);
      if (row.state === "running")
        work.record({ name: "import.ended", v: 1, data: { import: id, state: "failed" } });
    }
  });
}

async function workOn(
  house: WorkingHouse,
  lease: Lease,
  row: ImportRow,
  stopping: () => boolean,
): Promise<void> {
  if (row.tries > MOST_TRIES) {
    const end = { state: "failed", failure: "imports.broken", tried: null } as const;
    const held = await house.db.work(ACTOR, ({ tx, now }) => finishImport(tx, lease, end, now));
    if (held?.fileKept === false) await removeFiles(house.home, row.id);
    return;
  }
  try {
    await runImport({ house, lease, row, stopping });
  } catch (error) {
    house.log?.error({ err: error, import: row.id }, "an import broke");
    await house.db.work(ACTOR, ({ tx }) => releaseImport(tx, lease)).catch(() => undefined); // else the lease ends by itself
    if (!stopping()) await new Promise((tell) => setTimeout(tell, 1000));
  }
}

/** Deletes files and rows whose time is over. */
async function tidy(house: ImportHouse): Promise<void> {
  const { db, home } = house;
  const { now, old } = await db.read(async (tx, at) => ({ now: at, old: await listOldFiles(tx, at) }));
  for (const id of old) {
    if (!(await isHere(home, id))) continue;
    await db.work(ACTOR, ({ tx }) => saveFileRemoved(tx, id));
    await removeFiles(home, id);
  }
  const stray = await listStrayFiles(
    home,
    (ids) =>
      db.read(async (tx) => [...(await listKept(tx, ids)), ...((await house.listUnread?.(tx, ids)) ?? [])]),
    now.getTime() - DAY_MS,
  );
  for (const path of stray) await rm(path, { recursive: true, force: true });
}

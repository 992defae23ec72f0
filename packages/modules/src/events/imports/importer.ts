// The worker: takes imports in hand one after another. Any number of processes may run one; a lease says who has which.
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Actor } from "@somlos/kernel/db";
import { isHere, listStrayFiles, removeFiles } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { MOST_TRIES } from "./imports.rules.ts";
import {
  claimImport,
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

export function makeImporter(house: ImportHouse): Importer {
  const owner = randomUUID();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let tidyIn = 0;
  let busy: Promise<void> = Promise.resolve();

  async function round(): Promise<boolean> {
    const claimed = await claimNext(house, owner);
    if (claimed === undefined) return false;
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

/** The oldest import that waits and whose file lies on this machine. */
async function claimNext(house: ImportHouse, owner: string): Promise<ImportRow | undefined> {
  const ids = await house.db.read((tx, now) => listToDo(tx, now));
  for (const id of ids) {
    if (!(await isHere(house.home, id))) continue;
    const claimed = await house.db.work(ACTOR, ({ tx, now }) => claimImport(tx, { id, owner }, now));
    if (claimed !== undefined) return claimed;
  }
  return undefined;
}

async function workOn(
  house: ImportHouse,
  lease: Lease,
  row: ImportRow,
  stopping: () => boolean,
): Promise<void> {
  if (row.tries > MOST_TRIES) {
    const end = { state: "failed", failure: "imports.broken", tried: null } as const;
    await house.db.work(ACTOR, ({ tx, now }) => finishImport(tx, lease, end, now));
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

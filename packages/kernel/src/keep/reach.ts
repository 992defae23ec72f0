// Reaches the database of an installation from a command: the one of DATABASE_URL, the one that runs, or the one that
// sleeps in the home, which is then started and stopped again.
import { type Database, type Migration, openDatabase } from "../db/index.ts";
import { postgresAddress, startPostgres } from "../postgres/index.ts";
import type { KeepLog } from "./backup.ts";
import type { RestoreOptions } from "./restore.ts";
import { upgradeMajor } from "./upgrade.ts";

export type Reach = {
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly migrations: readonly Migration[];
  readonly afterRestore?: RestoreOptions["afterRestore"];
  readonly log: KeepLog;
  /** Refuses while Sömlös runs on the home. */
  readonly alone: boolean;
};

export async function withHomeDatabase<T>(reach: Reach, use: (db: Database) => Promise<T>): Promise<T> {
  const { home, log, migrations, afterRestore = [] } = reach;
  const running = reach.databaseUrl ?? (reach.alone ? undefined : await postgresAddress(home));
  if (running !== undefined) return withDatabase(running, use);
  await upgradeMajor({ home, log, migrations, afterRestore });
  const postgres = await startPostgres({ home, log });
  return withDatabase(postgres.url, use).finally(() => postgres.stop());
}

async function withDatabase<T>(url: string, use: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { most: 1 });
  return use(db).finally(() => db.close());
}

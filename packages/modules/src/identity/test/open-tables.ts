// A database of one's own for histories that are held against the definition.
import type { Database } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";

export type Tables = {
  readonly db: Database;
  readonly client: Awaited<ReturnType<Database["connect"]>>;
  close(): Promise<void>;
};

/** Nothing of it needs to outlive a crash: commits do not wait for the disk. */
export async function openTables(): Promise<Tables> {
  const { db, drop } = await testDatabase();
  const client = await db.connect();
  db.recordWith(async () => undefined);
  await client.query(
    `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
  );
  return {
    db,
    client,
    async close() {
      await client.end();
      await drop();
    },
  };
}

// A backup: every table of ours, from one snapshot, in one file. Readers and writers go on undisturbed.
import type pg from "pg";
import type { Database } from "../db/index.ts";
import { describe, listForeign, schemasOf } from "./catalog.ts";
import { type Header, nameOf, type Summary, type Table } from "./format.ts";
import { refuseUnfinished } from "./mark.ts";
import { KeepRefusal } from "./refusal.ts";
import { placeOf, rowsOut, withSession } from "./session.ts";
import { BackupWriter } from "./writer.ts";

export type KeepLog = (line: string) => void;

/** Writes the backup; the file is there when it is whole and on the disk, not before. */
export async function backup(db: Database, file: string, options: { log: KeepLog }): Promise<Summary> {
  await BackupWriter.refuseIfThere(file);
  return withSession(db, async (client) => {
    const header = await openSnapshot(client);
    const foreign = await listForeign(client, schemasOf(header.migrations));
    if (foreign.length > 0)
      options.log(`Left out, since another program made them: the schemas ${foreign.join(", ")}.`);
    const writer = await BackupWriter.begin(file, header);
    try {
      for (const [index, table] of header.tables.entries())
        if (table.kind === "table") await copyOut(client, writer, index, table, options.log);
      return await writer.finish();
    } finally {
      await writer.abandon();
    }
  });
}

async function copyOut(
  client: pg.Client,
  writer: BackupWriter,
  index: number,
  table: Table,
  log: KeepLog,
): Promise<void> {
  const { rows } = await writer.table(index, rowsOut(client, table));
  if (rows > 0) log(`${nameOf(table)}: ${rows} rows`);
}

/**
 * Takes the snapshot and holds every table in place. A read-only transaction has no number of its own, so the log's
 * readers are not held up however long it lasts.
 */
async function openSnapshot(client: pg.Client): Promise<Header> {
  await refuseUnfinished(client);
  for (let tries = 1; ; tries++) {
    await client.query("begin isolation level repeatable read read only");
    try {
      const header = await describe(client);
      if (header === undefined) throw nothingThere();
      await client.query(`lock table ${header.tables.map(placeOf).join(", ")} in access share mode`);
      return header;
    } catch (error) {
      // A partition was removed between the look and the lock: look again.
      if ((error as { code?: string }).code !== "42P01" || tries === 5) throw error;
      await client.query("rollback");
    }
  }
}

const nothingThere = () =>
  new KeepRefusal(
    "keep.nothing_there",
    "There is nothing to back up: Sömlös has not been started on this database. Check DATABASE_URL and SOMLOS_HOME.",
  );

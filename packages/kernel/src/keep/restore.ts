// A restore: the schema as the backup knew it, its rows, what the rooms have to set right, then on to today's schema.
import type pg from "pg";
import { type Database, type Migration, migrate } from "../db/index.ts";
import type { KeepLog } from "./backup.ts";
import { schemasOf } from "./catalog.ts";
import { type Header, nameOf, type Summary } from "./format.ts";
import { load } from "./load.ts";
import { removeMark, setMark } from "./mark.ts";
import { verify } from "./reader.ts";
import { KeepRefusal } from "./refusal.ts";
import { placeOf, quoted, tellAway, withSession } from "./session.ts";
import { readyTarget } from "./target.ts";

export type RestoreOptions = {
  readonly log: KeepLog;
  /** All migrations of this program, lowest floor first. */
  readonly migrations: readonly Migration[];
  /** Removes what Sömlös has in the database first. */
  readonly over?: boolean;
  /** What must not travel is set right by the rooms, each in a transaction of its own, on the backup's schema. */
  readonly afterRestore?: readonly ((client: pg.Client) => Promise<void>)[];
};

/** Nothing is touched before the file has been read whole and the database may be written. */
export async function restore(db: Database, file: string, options: RestoreOptions): Promise<Summary> {
  const { log, migrations } = options;
  log(`Checking ${file}.`);
  const summary = await verify(file);
  const { header } = summary;
  const then = migrationsThen(header, migrations, log);
  await withSession(db, async (client) => {
    const schemas = await readyTarget(client, header, options.over ?? false);
    await setMark(client, schemas);
    for (const schema of schemas) await client.query(`drop schema if exists ${quoted(schema)} cascade`);
  });
  await tellAway(() => migrate(db, then));
  await withSession(db, async (client) => {
    await load(client, file, summary, schemasOf(header.migrations), log);
    for (const hook of options.afterRestore ?? []) await inTransaction(client, hook);
    await refuseForeignNumbers(client, header);
  });
  await tellAway(() => migrate(db, migrations));
  await withSession(db, async (client) => {
    await client.query("analyze");
    await removeMark(client);
  });
  log(`Restored ${summary.totals.rows} rows in ${summary.totals.tables} tables, as of ${header.madeAt}.`);
  return summary;
}

/** Ours, up to where the backup was. */
function migrationsThen(header: Header, ours: readonly Migration[], log: KeepLog): Migration[] {
  const hashes = new Map(ours.map((one) => [`${one.room}/${one.name}`, one.hash]));
  for (const { room, name, hash } of header.migrations) {
    const mine = hashes.get(`${room}/${name}`);
    if (mine === undefined)
      throw new KeepRefusal(
        "keep.too_new",
        `The backup was made by a newer Sömlös (it knows ${room}/${name}). Restore it with that version or a later one.`,
      );
    // Its tables are compared one by one before a row is loaded, so this alone is no reason to refuse.
    if (mine !== hash) log(`The migration ${room}/${name} has been edited since the backup.`);
  }
  const known = new Set(header.migrations.map((one) => `${one.room}/${one.name}`));
  return ours.filter((one) => known.has(`${one.room}/${one.name}`));
}

/**
 * Transaction numbers of one PostgreSQL mean nothing in another: readers that wait for them would wait for ever. The room
 * that keeps them sets them right in its hook; a forgotten hook is told here, not found out weeks later.
 */
async function refuseForeignNumbers(client: pg.Client, { tables }: Header): Promise<void> {
  for (const table of tables)
    for (const column of table.kind === "table" ? table.columns : []) {
      if (column.type !== "xid8") continue;
      const ahead = await client.query(
        `select exists (select from ${placeOf(table)} where ${quoted(column.name)} >= pg_snapshot_xmax(pg_current_snapshot())) as yes`,
      );
      if (!ahead.rows[0].yes) continue;
      throw new KeepRefusal(
        "keep.foreign_numbers",
        `${nameOf(table)}.${column.name} holds transaction numbers of the PostgreSQL that the backup came from, and nothing set them right. This is a fault of this version: report it, and restore with another one.`,
      );
    }
}

async function inTransaction(client: pg.Client, act: (client: pg.Client) => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await act(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

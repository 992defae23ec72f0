// A connection that writes and reads rows the same way whatever the server's settings are.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type Database, isDatabaseAway } from "../db/index.ts";
import type { Table } from "./format.ts";
import { KeepRefusal } from "./refusal.ts";

const SAME_EVERYWHERE = `set search_path = pg_catalog; set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1;
set xmloption = 'content'; set standard_conforming_strings = on; set quote_all_identifiers = off; set row_security = off; set lock_timeout = '30s';
set default_transaction_read_only = off;
select set_config(name, '0', false) from pg_settings
  where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const placeOf = (t: { readonly schema: string; readonly name: string }): string =>
  `${quoted(t.schema)}.${quoted(t.name)}`;
const columnsOf = (table: Table): string =>
  table.columns.length === 0 ? "" : ` (${table.columns.map((column) => quoted(column.name)).join(", ")})`;

const LOST = "Connection terminated: it was lost in the middle";
const away = (error: unknown): boolean =>
  isDatabaseAway(error) || /not queryable/.test((error as Error | null)?.message ?? "");

/** Says in a sentence that the database went away, however the driver put it. */
export async function tellAway<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof KeepRefusal || !away(error)) throw error;
    throw new KeepRefusal(
      "keep.database_away",
      "The connection to the database was lost. Begin again when it answers: a backup left nothing behind, a restore starts from the beginning.",
      error,
    );
  }
}

/** Uses a connection of its own and closes it, also in the middle of a COPY. */
export function withSession<T>(db: Database, use: (client: pg.Client) => Promise<T>): Promise<T> {
  return tellAway(async () => {
    const client = await db.connect();
    try {
      await client.query(SAME_EVERYWHERE);
      return await use(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}

/**
 * The rows of one table as COPY text; generated columns are left out. Begins when it is read: an error that comes
 * before anybody listens would be lost. When the connection goes it ends too: the stream alone would wait for ever.
 */
export async function* rowsOut(client: pg.Client, table: Table): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`copy ${placeOf(table)}${columnsOf(table)} to stdout`));
  const gone = () => stream.destroy(new Error(LOST));
  client.once("end", gone).once("error", gone);
  try {
    yield* stream as AsyncIterable<Buffer>;
  } finally {
    client.off("end", gone).off("error", gone);
  }
}

/** Writes COPY text into one table; says how many rows it took. */
export async function rowsIn(client: pg.Client, table: Table, rows: AsyncIterable<Buffer>): Promise<number> {
  const into = client.query(copyFrom(`copy ${placeOf(table)}${columnsOf(table)} from stdin`));
  const lost = new AbortController();
  const gone = () => lost.abort(new Error(LOST));
  client.once("end", gone).once("error", gone);
  try {
    await pipeline(Readable.from(rows, { objectMode: false }), into, { signal: lost.signal });
    return into.rowCount;
  } finally {
    client.off("end", gone).off("error", gone);
  }
}

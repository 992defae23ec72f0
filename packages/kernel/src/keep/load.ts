// Puts the rows of a backup into empty tables of the same shape, and proves that they are all there.
import type pg from "pg";
import type { KeepLog } from "./backup.ts";
import { nameOf, type Sequence, type Summary, type Table } from "./format.ts";
import { loosen } from "./loosen.ts";
import { readBackup } from "./reader.ts";
import { KeepRefusal } from "./refusal.ts";
import { RowSum } from "./rows.ts";
import { placeOf, rowsIn, rowsOut } from "./session.ts";
import { shapeLike } from "./shape.ts";

export async function load(
  client: pg.Client,
  file: string,
  summary: Summary,
  schemas: readonly string[],
  log: KeepLog,
): Promise<void> {
  const { header, sums } = summary;
  const tables = await shapeLike(client, header, schemas);
  const tighten = await loosen(client, schemas);
  // What the migrations themselves wrote is in the backup too.
  await client.query(`truncate ${tables.map(placeOf).join(", ")}`);
  await readBackup(file, async (table, rows) => {
    const taken = await rowsIn(client, table, rows).catch((error: unknown) => {
      throw notLoaded(table, error);
    });
    if (taken !== sums.get(nameOf(table))?.rows) throw differs(table);
    if (taken > 0) log(`${nameOf(table)}: ${taken} rows`);
  });
  await tighten();
  for (const sequence of header.sequences) await setSequence(client, sequence, log);
  await refreshViews(client, schemas);
  log("Comparing with the backup, row by row.");
  for (const table of header.tables) if (table.kind === "table") await compare(client, table, summary);
}

async function compare(client: pg.Client, table: Table, { sums }: Summary): Promise<void> {
  const counted = new RowSum();
  for await (const chunk of rowsOut(client, table)) counted.take(chunk);
  const now = counted.done();
  const then = sums.get(nameOf(table));
  if (now.rows !== then?.rows || now.sum !== then.sum) throw differs(table);
}

async function setSequence(client: pg.Client, sequence: Sequence, log: KeepLog): Promise<void> {
  const there = await client.query("select to_regclass($1) is not null as yes", [placeOf(sequence)]);
  if (!there.rows[0].yes) return log(`The sequence ${nameOf(sequence)} is not used any more: left out.`);
  await client.query("select setval($1::regclass, $2::bigint, $3)", [
    placeOf(sequence),
    sequence.last,
    sequence.called,
  ]);
}

/** Views that keep their answer, in the order they were made: a later one may read an earlier one. */
async function refreshViews(client: pg.Client, schemas: readonly string[]): Promise<void> {
  const found = await client.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'm' order by c.oid`,
    [schemas],
  );
  for (const view of found.rows as { schema: string; name: string }[])
    await client.query(`refresh materialized view ${placeOf(view)}`);
}

/** Says the table and PostgreSQL's code, never its message: that one may quote the row. */
function notLoaded(table: Table, error: unknown): unknown {
  const { code } = error as { code?: string };
  // Only what is about the data (integrity, wrong values, other columns): a database that went away is told elsewhere.
  if (error instanceof KeepRefusal || !/^(22|23|42|P0)[0-9A-Z]{3}$/.test(code ?? "")) return error;
  return new KeepRefusal(
    "keep.not_loaded",
    `PostgreSQL did not take the rows of ${nameOf(table)} (${code}). Restore the backup with the version that made it.`,
    error,
  );
}

const differs = (table: Table) =>
  new KeepRefusal(
    "keep.differs",
    `After the restore ${nameOf(table)} does not hold what the backup holds. Do not use this database; restore again, and check the disk.`,
  );

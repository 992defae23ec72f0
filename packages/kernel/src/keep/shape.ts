// Brings the tables that the migrations made to the shape that the backup had: partitions come and go with time.
import type pg from "pg";
import { listTables } from "./catalog.ts";
import { type Header, nameOf, type Table } from "./format.ts";
import { KeepRefusal } from "./refusal.ts";
import { placeOf } from "./session.ts";

const LITERAL = String.raw`(?:'(?:[^']|'')*'|-?[\d.]+|MINVALUE|MAXVALUE|NULL|true|false)`;
const LIST = String.raw`\(${LITERAL}(?:, ${LITERAL})*\)`;
// Becomes part of a statement: constants only, whoever wrote the file.
const BOUND = new RegExp(
  String.raw`^(?:DEFAULT|FOR VALUES (?:IN ${LIST}|FROM ${LIST} TO ${LIST}|WITH \(modulus \d+, remainder \d+\)))$`,
);
const PARTITION_BY = /^(?:RANGE|LIST|HASH) \((?:\w+|"[^"\0]+")(?:, (?:\w+|"[^"\0]+"))*\)$/;

const sameCut = (one: Table, other: Table | undefined): boolean =>
  other !== undefined &&
  JSON.stringify([one.parent, one.partitionBy]) === JSON.stringify([other.parent, other.partitionBy]);

/** Recreates the partitions of the backup and refuses when its tables are not those of the migrations. */
export async function shapeLike(
  client: pg.Client,
  header: Header,
  schemas: readonly string[],
): Promise<Table[]> {
  const wanted = new Map(header.tables.map((table) => [nameOf(table), table]));
  for (const table of (await listTables(client, schemas)).reverse())
    if (table.parent !== null && !sameCut(table, wanted.get(nameOf(table))))
      await client.query(`drop table if exists ${placeOf(table)} cascade`);
  const present = new Set((await listTables(client, schemas)).map(nameOf));
  for (const table of header.tables)
    if (table.parent !== null && !present.has(nameOf(table))) await makePartition(client, table, schemas);
  const made = await listTables(client, schemas);
  const byName = new Map(made.map((table) => [nameOf(table), table]));
  for (const table of header.tables) compare(table, byName.get(nameOf(table)));
  return made;
}

async function makePartition(client: pg.Client, table: Table, schemas: readonly string[]): Promise<void> {
  const { parent, partitionBy } = table;
  const known = schemas.includes(table.schema) && parent !== null && schemas.includes(parent.schema);
  if (!known || !BOUND.test(parent.bound) || (partitionBy !== null && !PARTITION_BY.test(partitionBy)))
    throw differs(table, "its partition cannot be made again");
  const further = partitionBy === null ? "" : ` partition by ${partitionBy}`;
  await client.query(
    `create table ${placeOf(table)} partition of ${placeOf(parent)} ${parent.bound}${further}`,
  );
}

function compare(wanted: Table, made: Table | undefined): void {
  if (made === undefined || made.kind !== wanted.kind || !sameCut(wanted, made))
    throw differs(wanted, "no migration makes it like that");
  const columns = (table: Table) =>
    table.columns
      .map((column) => `${column.name} ${column.type}`)
      .sort()
      .join(", ");
  if (columns(wanted) !== columns(made)) throw differs(wanted, "its columns are others");
}

const differs = (table: Table, why: string) =>
  new KeepRefusal(
    "keep.schema_differs",
    `The table ${nameOf(table)} of the backup does not fit this version: ${why}. Restore it with the version that made the backup, then start this one on it.`,
  );

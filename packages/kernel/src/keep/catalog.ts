// What the database says about its own tables.
import type pg from "pg";
import type { Header, Sequence, Table } from "./format.ts";
import { placeOf } from "./session.ts";

type Known = { readonly room: string; readonly name: string; readonly hash: string };

/** The migrations that were applied; undefined when this database has never been ours. */
export async function listApplied(client: pg.Client): Promise<Known[] | undefined> {
  const there = await client.query("select to_regclass('kernel.migrations') is not null as yes");
  if (!there.rows[0].yes) return undefined;
  const found = await client.query(
    "select room, name, hash from kernel.migrations order by applied_at, room, name",
  );
  return found.rows as Known[];
}

/** One schema a room, and the kernel's. */
export const schemasOf = (migrations: readonly { readonly room: string }[]): string[] => [
  ...new Set(["kernel", ...migrations.map((one) => one.room)]),
];

/** Schemas with tables that no migration of ours made: another program's, in a shared database. */
export async function listForeign(client: pg.Client, ours: readonly string[]): Promise<string[]> {
  const found = await client.query(
    `select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname <> all($1)
       and n.nspname !~ '^(pg_|information_schema$|somlos_restoring$)' order by 1`,
    [ours],
  );
  return found.rows.map((row: { name: string }) => row.name);
}

const TABLES = `select n.nspname as schema, c.relname as name,
  case c.relkind when 'p' then 'partitioned' else 'table' end as kind,
  case when c.relispartition then json_build_object('schema', pn.nspname, 'name', p.relname,
    'bound', pg_get_expr(c.relpartbound, c.oid)) end as parent,
  case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partitionBy",
  coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
      order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
    '[]') as columns
from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
  left join pg_class p on p.oid = i.inhparent left join pg_namespace pn on pn.oid = p.relnamespace
where n.nspname = any($1) and c.relkind in ('r', 'p') and c.relpersistence <> 't'
  and c.relname !~ '^anew_[0-9]' -- a copy that will take the place of its table: operate/anew
order by 1, 2`;

/** All tables of the schemas, parents before their partitions. */
export async function listTables(client: pg.Client, schemas: readonly string[]): Promise<Table[]> {
  const found = (await client.query(TABLES, [schemas])).rows as Table[];
  const byName = new Map(found.map((table) => [placeOf(table), table]));
  const depth = (table: Table | undefined): number =>
    table?.parent ? 1 + depth(byName.get(placeOf(table.parent))) : 0;
  const depths = new Map(found.map((table) => [table, depth(table)]));
  return found.sort((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0));
}

export async function listSequences(client: pg.Client, schemas: readonly string[]): Promise<Sequence[]> {
  const found = await client.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'S' and c.relname !~ '^anew_[0-9]' order by 1, 2`,
    [schemas],
  );
  const sequences: Sequence[] = [];
  for (const { schema, name } of found.rows as { schema: string; name: string }[]) {
    const at = await client.query(
      `select last_value::text as last, is_called as called from ${placeOf({ schema, name })}`,
    );
    sequences.push({ schema, name, ...at.rows[0] });
  }
  return sequences;
}

/** Everything a header tells, in the snapshot of the open transaction; undefined when nothing here is ours. */
export async function describe(client: pg.Client): Promise<Header | undefined> {
  const about = await client.query("select now() as now, current_setting('server_version') as version");
  const migrations = await listApplied(client);
  if (migrations === undefined) return undefined;
  const schemas = schemasOf(migrations);
  return {
    format: 1,
    madeAt: (about.rows[0].now as Date).toISOString(),
    postgres: about.rows[0].version,
    migrations,
    tables: await listTables(client, schemas),
    // A sequence stands at least as far as any row of the snapshot, whenever it is read after it.
    sequences: await listSequences(client, schemas),
  };
}

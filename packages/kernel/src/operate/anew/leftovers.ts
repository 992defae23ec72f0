// What a turn that was cut short left behind goes; what the last swap left to be looked through is.
import type pg from "pg";
import { whenFree } from "../free.ts";
import { NOTE } from "./describe.ts";
import { LEFTOVER, UNSEEN } from "./statements.rules.ts";

const TRIGGERS = `select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) as text from pg_trigger t where t.tgname = '${NOTE}'`;
const REST = `
  select text from (
    select 1 as n, format('drop function %s', p.oid::regprocedure) as text from pg_proc p where p.proname ~ '${LEFTOVER}'
    union all select 2, format('drop table %s', c.oid::regclass) from pg_class c
      where c.relname ~ '${LEFTOVER}' and c.relkind = 'r' and c.relpersistence <> 't' and not c.relispartition) as rest order by n`;
const MOST_TRIES = 40;

async function each(client: pg.Client, question: string): Promise<boolean> {
  const { rows } = await client.query<{ text: string }>(question);
  for (const { text } of rows) if (!(await whenFree(() => client.query(text), MOST_TRIES))) return false;
  return true;
}

/** False when a table was not free: its notes go the next time. */
export const removeLeftovers = async (client: pg.Client): Promise<boolean> =>
  (await each(client, TRIGGERS)) && (await each(client, REST));

const UNSEEN_KEYS = `
  select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name, d.description as comment
  from pg_constraint k join pg_description d on d.objoid = k.oid and d.classoid = 'pg_constraint'::regclass
  where k.contype = 'f' and starts_with(d.description, '${UNSEEN}') order by k.oid`;

/** Foreign keys hold for what is written since the swap; that they hold for all of it is looked through without keeping anybody waiting. */
export async function validate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ table: string; name: string; comment: string }>(UNSEEN_KEYS);
  for (const { table, name, comment } of rows) {
    const before = comment.slice(UNSEEN.length).replaceAll("'", "''");
    const said = before === "" ? "null" : `'${before}'`;
    const look = () =>
      client.query(
        `alter table ${table} validate constraint ${name}; comment on constraint ${name} on ${table} is ${said}`,
      );
    if (!(await whenFree(look, MOST_TRIES))) return false;
  }
  return true;
}

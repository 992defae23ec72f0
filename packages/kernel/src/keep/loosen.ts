// Lets rows in as they are: our triggers and foreign keys rest during a restore and come back as they were. A database
// owner may do this; switching all triggers off at once would take a superuser.
import type pg from "pg";
import { placeOf, quoted } from "./session.ts";

type Trigger = { schema: string; name: string; trigger: string; mode: "O" | "A" | "R" };
type ForeignKey = { schema: string; name: string; key: string; definition: string };

const TRIGGERS = `select n.nspname as schema, c.relname as name, t.tgname as trigger, t.tgenabled::text as mode
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = any($1) and not t.tgisinternal and t.tgenabled <> 'D' and c.relkind in ('r', 'p')`;

// Those of partitions follow their parent's.
const FOREIGN_KEYS = `select n.nspname as schema, c.relname as name, k.conname as key,
  pg_get_constraintdef(k.oid) as definition
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = any($1) and k.contype = 'f' and k.conparentid = 0`;

const ENABLE = { O: "enable", A: "enable always", R: "enable replica" } as const;

/** Gives back what puts everything in force again. */
export async function loosen(client: pg.Client, schemas: readonly string[]): Promise<() => Promise<void>> {
  const triggers = (await client.query(TRIGGERS, [schemas])).rows as Trigger[];
  const keys = (await client.query(FOREIGN_KEYS, [schemas])).rows as ForeignKey[];
  for (const one of triggers)
    await client.query(`alter table only ${placeOf(one)} disable trigger ${quoted(one.trigger)}`);
  for (const one of keys)
    await client.query(`alter table ${placeOf(one)} drop constraint ${quoted(one.key)}`);
  return async () => {
    for (const one of keys)
      await client.query(`alter table ${placeOf(one)} add constraint ${quoted(one.key)} ${one.definition}`);
    for (const one of triggers)
      await client.query(
        `alter table only ${placeOf(one)} ${ENABLE[one.mode]} trigger ${quoted(one.trigger)}`,
      );
  };
}

// SQL of the public registers.
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { RegisterName } from "../law/sets.rules.ts";

const { sql } = room("consent");

const replace = sql<{ list: RegisterName }>`
  insert into consent.lists (list, as_of, loaded_at, loaded_by, lines) values ($1, $2, $3, $4, $5)
  on conflict (list) do update set as_of = excluded.as_of, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by,
    lines = excluded.lines where lists.as_of <= excluded.as_of returning list`;
const empty = sql`delete from consent.listed where list = $1`;
const add = sql`
  insert into consent.listed (list, fp) select $1, fp from unnest($2::uuid[]) as w(fp) on conflict do nothing`;
const ask = sql<{ list: RegisterName; as_of: Date; fps: string[] }>`
  select l.list, l.as_of::timestamp at time zone 'UTC' as as_of,
    array(select m.fp from consent.listed m where m.list = l.list and m.fp = any($1::uuid[])) as fps
  from consent.lists l`;

export type NewList = { readonly list: RegisterName; readonly asOf: string; readonly fps: readonly string[] };

/** False: the one that is here is newer. */
export async function saveList(tx: Tx, l: NewList, now: Date, by: string): Promise<boolean> {
  if ((await tx.maybe(replace, [l.list, l.asOf, now, by, l.fps.length])) === undefined) return false;
  await tx.run(empty, [l.list]);
  await tx.run(add, [l.list, uuids(l.fps)]);
  return true;
}

/** Every register that is here, with those of the identifiers that are in it. */
export async function askLists(tx: Tx, fps: readonly string[]) {
  const rows = await tx.rows(ask, [uuids(fps)]);
  return new Map(rows.map((row) => [row.list, { asOf: row.as_of, fps: new Set(row.fps) }]));
}

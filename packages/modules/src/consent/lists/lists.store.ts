// SQL of the public registers: a loading comes in portions, and is asked from the moment that the list names it.
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { RegisterName } from "../law/sets.rules.ts";

const { sql } = room("consent");

const add = sql`
  insert into consent.listed (list, generation, fp) select $1, $2, fp from unnest($3::uuid[]) as w(fp) order by fp
  on conflict do nothing`;
const turn = sql<{ list: RegisterName }>`
  insert into consent.lists (list, as_of, loaded_at, loaded_by, generation, unread, lines)
  values ($1, $2, $3, $4, $5::uuid, $6, $7)
  on conflict (list) do update set as_of = excluded.as_of, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by,
    lines = excluded.lines, unread = excluded.unread, generation = excluded.generation
  where lists.as_of <= excluded.as_of returning list`;
const sweep = sql`
  delete from consent.listed d using (
    select m.list, m.generation, m.fp from consent.listed m
    where m.list = $1 and m.generation <> coalesce((select generation from consent.lists where list = $1), $2::uuid)
      and ($3 or m.generation = $2::uuid) limit $4) x
  where d.list = x.list and d.generation = x.generation and d.fp = x.fp`;
const ask = sql<{ list: RegisterName; as_of: Date; fps: string[] }>`
  select l.list, l.as_of::timestamp at time zone 'UTC' as as_of,
    array(select m.fp from consent.listed m where m.list = l.list and m.generation = l.generation and m.fp = any($1::uuid[])) as fps
  from consent.lists l`;
const all = sql<ListRow>`
  select list, as_of::text as "asOf", loaded_at as "loadedAt", loaded_by as "loadedBy", lines, unread from consent.lists`;

export type ListRow = {
  readonly list: RegisterName;
  readonly asOf: string;
  readonly loadedAt: Date;
  readonly loadedBy: string;
  readonly lines: number;
  readonly unread: number;
};
export type Loading = { readonly list: RegisterName; readonly generation: string };

export const addListed = (tx: Tx, { list, generation }: Loading, fps: readonly string[]): Promise<number> =>
  tx.run(add, [list, generation, uuids(fps)]);

/** From here on this loading is asked. False: the one that is here is newer. */
export const turnTo = async (
  tx: Tx,
  loading: Loading & { readonly asOf: string; readonly unread: number; readonly lines: number },
  now: Date,
  by: string,
): Promise<boolean> => {
  const { list, asOf, generation, unread, lines } = loading;
  return (await tx.maybe(turn, [list, asOf, now, by, generation, unread, lines])) !== undefined;
};

/** Removes a portion of what does not hold: of this loading only, or of every one. */
export const sweepListed = (
  tx: Tx,
  { list, generation }: Loading,
  others: boolean,
  most: number,
): Promise<number> => tx.run(sweep, [list, generation, others, most]);

/** Every register that is here, with those of the identifiers that are in it, by themselves or by another writing of them. */
export async function askLists(tx: Tx, sought: ReadonlyMap<string, readonly string[]>) {
  const rows = await tx.rows(ask, [uuids([...new Set([...sought].flatMap(([fp, also]) => [fp, ...also]))])]);
  return new Map(
    rows.map((row) => {
      const found = new Set(row.fps);
      const fps = [...sought].filter(([fp, also]) => found.has(fp) || also.some((one) => found.has(one)));
      return [row.list, { asOf: row.as_of, fps: new Set(fps.map(([fp]) => fp)) }];
    }),
  );
}

export const listLists = (tx: Tx): Promise<ListRow[]> => tx.rows(all);

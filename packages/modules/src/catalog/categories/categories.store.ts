// SQL of what categories are called, of what that changes for those who search, and of how much is sold in each.
import { room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { indexProducts } from "../search/search.store.ts";
import type { CountRow, FoundName, NameRow } from "./categories.rules.ts";

const { sql } = room("catalog");

// Who tells of products holds it with others, who renames categories alone: whoever tells after that knows the new names, and
// what was told before is there to be made anew.
const share = sql`select pg_advisory_xact_lock_shared(7305020)`;
const alone = sql`select pg_advisory_xact_lock(7305020)`;
const save = sql<{ key: string }>`
  insert into catalog.category_names as c (key, language, name, said_at, input)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[]) order by 1, 2
  on conflict (key, language) do update set name = excluded.name, said_at = excluded.said_at, input = excluded.input
  where (excluded.said_at, excluded.input) > (c.said_at, c.input)
  returning c.key`;
const news = sql`
  insert into catalog.category_news (key, after)
  select k, '00000000-0000-0000-0000-000000000000' from unnest($1::text[]) as k order by 1
  on conflict (key) do update set after = excluded.after`;
const nextNews = sql<{ key: string; after: string }>`
  select key, after from catalog.category_news order by key limit 1 for update skip locked`;
const within = sql<{ id: string }>`
  select id from catalog.products where (lower(category) = $1 or lower(category) like $2) and id > $3::uuid order by id limit $4`;
const move = sql`update catalog.category_news set after = $2::uuid where key = $1`;
const end = sql`delete from catalog.category_news where key = $1`;
const names = sql<FoundName>`
  select key, language, name from catalog.category_names where key = any($1::text[])`;
const counts = sql<CountRow>`
  select min(p.category) as path, count(*)::int as products from catalog.products p
  where p.category is not null and exists (select from catalog.v_selling x where x.product_id = p.id)
  group by lower(p.category) order by lower(p.category)`;

/** Whoever tells of products says so first: what categories are called does not change meanwhile. */
export const holdNames = (tx: Tx): Promise<unknown> => tx.rows(share);

/** What is searched for is made anew step by step afterwards. */
export async function saveNames(tx: Tx, rows: readonly NameRow[]): Promise<void> {
  await tx.rows(alone);
  const changed = await tx.rows(save, [
    ...[texts(rows.map((r) => r.key)), texts(rows.map((r) => r.language)), texts(rows.map((r) => r.name))],
    ...[times(rows.map((r) => r.saidAt)), uuids(rows.map((r) => r.input))],
  ]);
  if (changed.length > 0) await tx.run(news, [texts([...new Set(changed.map(({ key }) => key))])]);
}

const AT_ONCE = 1000;
/** Makes what is searched for anew for so many products of a renamed category. False: there was nothing to do. */
export async function stepNews(tx: Tx): Promise<boolean> {
  const found = await tx.maybe(nextNews);
  if (found === undefined) return false;
  const { key, after } = found;
  const under = `${key.replace(/[\\%_]/g, "\\$&")} > %`;
  const ids = (await tx.rows(within, [key, under, after, AT_ONCE])).map(({ id }) => id);
  await indexProducts(tx, ids);
  const last = ids.at(-1);
  if (last === undefined || ids.length < AT_ONCE) await tx.run(end, [key]);
  else await tx.run(move, [key, last]);
  return true;
}

export const listCategoryNames = (tx: Tx, keys: readonly string[]): Promise<FoundName[]> =>
  tx.rows(names, [texts(keys)]);
export const countByCategory = (tx: Tx): Promise<CountRow[]> => tx.rows(counts);

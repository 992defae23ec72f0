// SQL of what each source last said, whether it holds or not. Of two words of a source the later stays, of one moment that with
// the greater hash. Rows in the order of their keys.
import { bigints, jsons, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { Said } from "./said.rules.ts";

const { sql, fragment } = room("catalog");

const names = sql`
  insert into catalog.said_names as s (product_id, language, name, said_at, input, source_id, holds)
  select w.*, $6::smallint, $7::boolean
  from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[]) as w order by 1, 2
  on conflict (product_id, language, source_id, holds) do update set name = excluded.name, said_at = excluded.said_at, input = excluded.input
  where (excluded.said_at, excluded.input) > (s.said_at, s.input)`;
const facts = sql`
  insert into catalog.said_facts as s (product_id, facts, said_at, input, source_id, holds)
  select w.*, $5::smallint, $6::boolean from unnest($1::uuid[], $2::jsonb[], $3::timestamptz[], $4::uuid[]) as w order by 1
  on conflict (product_id, source_id, holds) do update set facts = excluded.facts, said_at = excluded.said_at, input = excluded.input
  where (excluded.said_at, excluded.input) > (s.said_at, s.input)`;
const prices = sql`
  insert into catalog.said_prices as s (variant_id, entity_id, location_id, at, currency, amount_minor, sale_minor, sale_from,
    sale_until, input, source_id, holds)
  select w.*, $11::smallint, $12::boolean
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[], $8::timestamptz[],
    $9::timestamptz[], $10::uuid[]) as w order by 1, 2, 3
  on conflict (variant_id, entity_id, location_id, source_id, holds) do update set at = excluded.at, currency = excluded.currency,
    amount_minor = excluded.amount_minor, sale_minor = excluded.sale_minor, sale_from = excluded.sale_from,
    sale_until = excluded.sale_until, input = excluded.input
  where (excluded.at, excluded.input) > (s.at, s.input)`;

// Of these another speaks too, or two legal entities ask prices in one currency. An update, so that whoever compares waits for
// whoever tells.
const contested = fragment`
  select a.product_id from w join catalog.said_names a on a.product_id = w.id where (a.source_id, a.holds) <> ($1::smallint, $2::boolean)
  union select a.product_id from w join catalog.said_facts a on a.product_id = w.id where (a.source_id, a.holds) <> ($1, $2)
  union select v.product_id from w join catalog.variants v on v.product_id = w.id join catalog.said_prices a on a.variant_id = v.id
    where (a.source_id, a.holds) <> ($1, $2)
  union select v.product_id from w join catalog.variants v on v.product_id = w.id join catalog.said_prices a on a.variant_id = v.id
    join catalog.said_prices b on b.variant_id = a.variant_id and b.currency = a.currency and b.entity_id > a.entity_id`;
const put = fragment`on conflict (product_id) do update set product_id = excluded.product_id`;
const anew = sql`
  with w as (select unnest($3::uuid[]) as id union select v.product_id from catalog.variants v where v.id = any($4::uuid[]))
  insert into catalog.said_anew as n (product_id) select c.product_id from (${contested}) c order by 1 ${put}`;
const left = sql`
  with w as (select distinct v.product_id as id from catalog.sightings s join catalog.variants v on v.id = s.variant_id
    where s.source_id = $1 and s.said_at < $3)
  insert into catalog.said_anew as n (product_id) select c.product_id from (${contested}) c order by 1 ${put}`;
const edges = sql`
  insert into catalog.said_anew as n (product_id)
  select v.product_id from catalog.said_prices p join catalog.variants v on v.id = p.variant_id where p.sale_from > $1 and p.sale_from <= $2
  union select v.product_id from catalog.said_prices p join catalog.variants v on v.id = p.variant_id
    where p.sale_until > $1 and p.sale_until <= $2
  order by 1 ${put}`;
const take = sql<{ id: string }>`
  delete from catalog.said_anew where product_id in (
    select product_id from catalog.said_anew order by product_id limit $1 for update skip locked)
  returning product_id as id`;

const hold = sql`select from catalog.products where id = any($1::uuid[]) order by id for no key update`;

/** Whoever else tells of these waits: of two who say something of one product, one sees what the other said. */
export const holdProducts = (tx: Tx, productIds: readonly string[]): Promise<number> =>
  tx.run(hold, [uuids(productIds)]);

/** Written, and where others speak of the same put down to be compared. */
export async function saveSaid(tx: Tx, sourceId: number, said: Said, holds: boolean): Promise<void> {
  const { names: n, facts: f, prices: p } = said;
  if (n.length > 0)
    await tx.run(names, [
      ...[uuids(n.map((r) => r.productId)), texts(n.map((r) => r.language)), texts(n.map((r) => r.name))],
      ...[times(n.map((r) => r.saidAt)), uuids(n.map((r) => r.input)), sourceId, holds],
    ]);
  if (f.length > 0)
    await tx.run(facts, [
      ...[uuids(f.map((r) => r.productId)), jsons(f.map((r) => r.facts)), times(f.map((r) => r.saidAt))],
      ...[uuids(f.map((r) => r.input)), sourceId, holds],
    ]);
  if (p.length > 0)
    await tx.run(prices, [
      ...[uuids(p.map((r) => r.variantId)), uuids(p.map((r) => r.entityId))],
      ...[uuids(p.map((r) => r.locationId)), times(p.map((r) => r.saidAt)), texts(p.map((r) => r.currency))],
      ...[bigints(p.map((r) => r.amountMinor)), bigints(p.map((r) => r.saleMinor))],
      ...[times(p.map((r) => r.saleFrom)), times(p.map((r) => r.saleUntil))],
      ...[uuids(p.map((r) => r.input)), sourceId, holds],
    ]);
  const variants = uuids(p.map((r) => r.variantId));
  await tx.run(anew, [sourceId, holds, uuids(said.productIds), variants]);
}

/** What a source sells no longer since it told of all that it sells is to be compared anew. */
export const queueLeftOut = (tx: Tx, sourceId: number, saidAt: Date): Promise<number> =>
  tx.run(left, [sourceId, true, saidAt]);

/** Where a reduction began or ended in between. */
export const queueEdges = (tx: Tx, after: Date, until: Date): Promise<number> =>
  tx.run(edges, [after, until]);

/** Products of which something was said anew, each given once: to be compared in the same transaction. */
export const takeAnew = async (tx: Tx, most: number): Promise<string[]> =>
  (await tx.rows(take, [most])).map(({ id }) => id);

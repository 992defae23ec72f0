// SQL that takes in what sources say of products: a statement a table, whatever the number. Of two words the later holds, of one
// moment that with the greater hash, so that every order of telling gives the same. Rows in the order of their keys.
import { bigints, ints, jsons, room, smallints, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { holdNames } from "./categories/categories.store.ts";
import { saidIn } from "./said/said.rules.ts";
import { queueLeftOut, saveSaid } from "./said/said.store.ts";
import { indexProducts } from "./search/search.store.ts";
import type { Told } from "./told.rules.ts";

const { sql } = room("catalog");

const products = sql`
  insert into catalog.products as p (id, code, brand, category, attributes, said_at, input, media)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::uuid[], $8::jsonb[]) order by 1
  on conflict (id) do update set brand = excluded.brand, category = excluded.category, attributes = excluded.attributes,
    said_at = excluded.said_at, input = excluded.input, media = excluded.media
  where (excluded.said_at, excluded.input) > (p.said_at, p.input)`;
const words = sql`
  insert into catalog.texts as t (product_id, language, name, description, said_at, input)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::uuid[]) order by 1, 2
  on conflict (product_id, language) do update set name = excluded.name, description = excluded.description,
    said_at = excluded.said_at, input = excluded.input
  where (excluded.said_at, excluded.input) > (t.said_at, t.input)`;
const variants = sql`
  insert into catalog.variants as v (id, product_id, sku, gtin, options, place, said_at, input, media)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::smallint[], $7::timestamptz[], $8::uuid[],
    $9::jsonb[]) order by 1
  on conflict (id) do update set product_id = excluded.product_id, gtin = excluded.gtin, options = excluded.options,
    place = excluded.place, said_at = excluded.said_at, input = excluded.input, media = excluded.media
  where (excluded.said_at, excluded.input) > (v.said_at, v.input)`;
const prices = sql`
  insert into catalog.prices as p (variant_id, entity_id, at, currency, amount_minor, tax_basis_points, sale_minor, sale_from, sale_until, input)
  select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::bigint[], $6::integer[], $7::bigint[],
    $8::timestamptz[], $9::timestamptz[], $10::uuid[]) order by 1, 2, 3
  on conflict (variant_id, entity_id, at) do update set currency = excluded.currency, amount_minor = excluded.amount_minor,
    tax_basis_points = excluded.tax_basis_points, sale_minor = excluded.sale_minor, sale_from = excluded.sale_from,
    sale_until = excluded.sale_until, input = excluded.input
  where excluded.input > p.input`;
const tellings = sql`
  insert into catalog.tellings as t (source_id, product_id, said_at, gone_at)
  select $1::smallint, * from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) order by 2
  on conflict (source_id, product_id) do update
  set said_at = greatest(t.said_at, excluded.said_at), gone_at = greatest(t.gone_at, excluded.gone_at)`;
const sightings = sql`
  insert into catalog.sightings as s (source_id, variant_id, said_at, gone_at)
  select $1::smallint, * from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) order by 2
  on conflict (source_id, variant_id) do update
  set said_at = greatest(s.said_at, excluded.said_at), gone_at = greatest(s.gone_at, excluded.gone_at)
  where (excluded.said_at, excluded.gone_at) is distinct from (s.said_at, s.gone_at)`;
const whole = sql`
  insert into catalog.wholes as w (source_id, said_at) values ($1, $2)
  on conflict (source_id) do update set said_at = excluded.said_at where excluded.said_at > w.said_at`;

// What a source sells that it told of all of, and how much of that it did not name since.
const leftOut = sql<{ sold: number; out: number }>`
  select count(*)::int as sold, count(*) filter (where said_at < $2)::int as out from catalog.v_selling where source_id = $1`;
const soldBy = sql<{ sourceId: number; sold: number }>`
  select source_id as "sourceId", count(*)::int as sold from catalog.v_selling where source_id = any($1::smallint[]) group by source_id`;

/** Variants that each of these sources sells. */
export const countSold = async (tx: Tx, sourceIds: readonly number[]): Promise<Map<number, number>> =>
  new Map((await tx.rows(soldBy, [smallints(sourceIds)])).map(({ sourceId, sold }) => [sourceId, sold]));

/** Variants that a source sells, and those of them that it named last before then. */
export const countLeftOut = (
  tx: Tx,
  sourceId: number,
  at: Date,
): Promise<{ readonly sold: number; readonly out: number }> => tx.one(leftOut, [sourceId, at]);

/** From then on the source told of all that it sells. */
export async function saveWhole(tx: Tx, sourceId: number, saidAt: Date): Promise<void> {
  await tx.run(whole, [sourceId, saidAt]);
  await queueLeftOut(tx, sourceId, saidAt);
}

const before = sql<{ productId: string }>`
  select product_id as "productId" from catalog.variants where id = any($1::uuid[])`;

/** Written, and made to be found; a variant that moves from one product to another is found at neither by mistake. */
export async function saveTold(tx: Tx, sourceId: number, told: Told): Promise<void> {
  await holdNames(tx);
  const former = await tx.rows(before, [uuids(told.variants.map(({ id }) => id))]);
  await saveRows(tx, sourceId, told);
  await saveSaid(tx, sourceId, saidIn(told), true);
  await indexProducts(tx, [...told.products.map(({ id }) => id), ...former.map((one) => one.productId)]);
}

async function saveRows(tx: Tx, sourceId: number, told: Told): Promise<void> {
  const { products: p, texts: t, variants: v, prices: c, tellings: g, sightings: s } = told;
  await tx.run(products, [
    ...[uuids(p.map((r) => r.id)), texts(p.map((r) => r.code)), texts(p.map((r) => r.brand))],
    ...[texts(p.map((r) => r.category)), jsons(p.map((r) => r.attributes))],
    ...[times(p.map((r) => r.saidAt)), uuids(p.map((r) => r.input)), jsons(p.map((r) => r.media))],
  ]);
  await tx.run(words, [
    ...[uuids(t.map((r) => r.productId)), texts(t.map((r) => r.language)), texts(t.map((r) => r.name))],
    ...[texts(t.map((r) => r.description)), times(t.map((r) => r.saidAt)), uuids(t.map((r) => r.input))],
  ]);
  await tx.run(variants, [
    ...[uuids(v.map((r) => r.id)), uuids(v.map((r) => r.productId)), texts(v.map((r) => r.sku))],
    ...[texts(v.map((r) => r.gtin)), jsons(v.map((r) => r.options)), smallints(v.map((r) => r.place))],
    ...[times(v.map((r) => r.saidAt)), uuids(v.map((r) => r.input)), jsons(v.map((r) => r.media))],
  ]);
  await tx.run(prices, [
    ...[uuids(c.map((r) => r.variantId)), uuids(c.map((r) => r.entityId)), times(c.map((r) => r.at))],
    ...[texts(c.map((r) => r.currency)), bigints(c.map((r) => r.amountMinor))],
    ...[ints(c.map((r) => r.taxBasisPoints)), bigints(c.map((r) => r.saleMinor))],
    ...[times(c.map((r) => r.saleFrom)), times(c.map((r) => r.saleUntil)), uuids(c.map((r) => r.input))],
  ]);
  await tx.run(tellings, [
    ...[sourceId, uuids(g.map((r) => r.productId))],
    ...[times(g.map((r) => r.saidAt)), times(g.map((r) => r.goneAt))],
  ]);
  await tx.run(sightings, [
    ...[sourceId, uuids(s.map((r) => r.variantId))],
    ...[times(s.map((r) => r.saidAt)), times(s.map((r) => r.goneAt))],
  ]);
}

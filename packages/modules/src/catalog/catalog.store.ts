// SQL that reads the catalogue: by id or code, by what was scanned, and what was said of prices.
import type { Language } from "@somlos/contract";
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";
import type { FoundPrice, FoundProduct, FoundText, FoundVariant } from "./view.rules.ts";

const { sql } = room("catalog");

const product = sql<FoundProduct>`
  select id, code, brand, category, attributes, media from catalog.products
  where (id = $1::uuid or code = $2) and exists (select from catalog.texts t where t.product_id = products.id)
  order by id = $1::uuid desc nulls last limit 1`;
const byIds = sql<FoundProduct>`
  select id, code, brand, category, attributes, media from catalog.products p where id = any($1::uuid[])
    and exists (select from catalog.texts t where t.product_id = p.id)`;
const words = sql<FoundText>`
  select product_id as "productId", language, name, description from catalog.texts where product_id = any($1::uuid[])`;
const variants = sql<FoundVariant>`
  select v.id, v.product_id as "productId", v.sku, v.gtin, v.options, v.media,
    exists (select from catalog.v_selling x where x.variant_id = v.id) as sold
  from catalog.variants v
  where v.product_id = any($1::uuid[]) and v.said_at > 'epoch' order by v.product_id, v.place, v.sku`;
// The newest words about each price: as many as reductions can lie in them that are compared with the thirty days before.
const prices = sql<FoundPrice>`
  select p.* from catalog.variants w
  cross join lateral (select distinct e.entity_id from catalog.prices e where e.variant_id = w.id) e
  cross join lateral (
    select x.variant_id as "variantId", x.entity_id as "entityId", x.at, x.currency, x.amount_minor::float8 as "amountMinor",
      x.tax_basis_points as "taxBasisPoints", x.sale_minor::float8 as "saleMinor", x.sale_from as "saleFrom", x.sale_until as "saleUntil"
    from catalog.prices x where x.variant_id = w.id and x.entity_id = e.entity_id and x.at <= $2
      and ($3::uuid is null or x.entity_id = $3)
    order by x.at desc limit 500) p
  where w.product_id = any($1::uuid[])`;
const byGtin = sql<{ id: string; productId: string }>`
  select v.id, v.product_id as "productId" from catalog.variants v
  where v.gtin = $1 order by exists (select from catalog.v_selling x where x.variant_id = v.id) desc, v.said_at desc, v.id limit 1`;
const bySku = sql<{ id: string; productId: string }>`
  select id, product_id as "productId" from catalog.variants where sku = $1`;
const skus = sql<{ sku: string }>`select sku from catalog.variants where sku = any($1::text[])`;

/** By its id or by the retailer's code; one that nobody described yet is not there. */
export const findProduct = (tx: Tx, id: string | null, code: string): Promise<FoundProduct | undefined> =>
  tx.maybe(product, [id, code]);
export const listProducts = (tx: Tx, ids: readonly string[]): Promise<FoundProduct[]> =>
  tx.rows(byIds, [uuids(ids)]);
export const listTexts = (tx: Tx, productIds: readonly string[]): Promise<FoundText[]> =>
  tx.rows(words, [uuids(productIds)]);
export const listVariants = (tx: Tx, productIds: readonly string[]): Promise<FoundVariant[]> =>
  tx.rows(variants, [uuids(productIds)]);
/** What was said of the prices of these products' variants up to a moment; of one legal entity, or of all. */
export const listPrices = (
  tx: Tx,
  productIds: readonly string[],
  until: Date,
  entityId: string | null,
): Promise<FoundPrice[]> => tx.rows(prices, [uuids(productIds), until, entityId]);
export const findByGtin = (tx: Tx, gtin: string) => tx.maybe(byGtin, [gtin]);
export const findBySku = (tx: Tx, sku: string) => tx.maybe(bySku, [sku]);
const names = sql<{ sku: string; name: string }>`
  select v.sku, t.name from unnest($1::text[]) as w(sku) join catalog.variants v on v.sku = w.sku
  cross join lateral (select x.name from catalog.texts x where x.product_id = v.product_id
    order by x.language = $2 desc, array_position('{en,sv,da}'::text[], x.language) limit 1) t`;

/** What these are called, in this language where there are words in it. */
export const listNames = async (
  tx: Tx,
  list: readonly string[],
  language: Language,
): Promise<Map<string, string>> =>
  new Map((await tx.rows(names, [texts(list), language])).map(({ sku, name }) => [sku, name]));

/** Those of these skus that somebody described. */
export const listSkus = async (tx: Tx, list: readonly string[]): Promise<Set<string>> =>
  new Set((await tx.rows(skus, [texts(list)])).map(({ sku }) => sku));

const owners = sql<{ variantId: string; productId: string; code: string }>`
  select v.id as "variantId", p.id as "productId", p.code from catalog.variants v join catalog.products p on p.id = v.product_id
  where v.id = any($1::uuid[])`;
const titles = sql<{ id: string; name: string }>`
  select w.id, t.name from unnest($1::uuid[]) as w(id)
  cross join lateral (select x.name from catalog.texts x where x.product_id = w.id
    order by x.language = $2 desc, array_position('{en,sv,da}'::text[], x.language) limit 1) t`;

/** The product that each of these variants belongs to. */
export const listProductsOfVariants = async (
  tx: Tx,
  variantIds: readonly string[],
): Promise<Map<string, { readonly productId: string; readonly code: string }>> =>
  new Map(
    (await tx.rows(owners, [uuids(variantIds)])).map(({ variantId, productId, code }) => [
      variantId,
      { productId, code },
    ]),
  );

/** What these products are called, in this language where there are words in it. */
export const listTitles = async (
  tx: Tx,
  productIds: readonly string[],
  language: Language,
): Promise<Map<string, string>> =>
  new Map((await tx.rows(titles, [uuids(productIds), language])).map(({ id, name }) => [id, name]));

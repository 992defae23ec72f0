// SQL that holds what sources say of the same product against each other: the word that holds is the latest of those whose source
// sells it, as the catalogue has it; whoever says something else, or shows something else, differs from it.
import type { DifferenceKind, DifferenceValue } from "@somlos/contract/rooms/differences";
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("catalog");

export type Disagreement = {
  readonly kind: DifferenceKind;
  readonly productId: string;
  readonly variantId: string | null;
  readonly code: string;
  readonly sku: string | null;
  /** The language of a name, the name of a fact. */
  readonly key: string | null;
  readonly entityId: string | null;
  /** Where it is shown or counted. */
  readonly locationId: string | null;
  /** The other legal entity, where two sell the same for different prices in one currency. */
  readonly otherEntityId: string | null;
  readonly holdingSource: number;
  readonly holding: DifferenceValue;
  readonly holdingAt: Date;
  readonly otherSource: number;
  /** It is only shown there; the catalogue was told otherwise, or by others. */
  readonly shown: boolean;
  readonly other: DifferenceValue;
  readonly otherAt: Date;
};

const price = {
  h: fragment`jsonb_build_object('currency', h.currency, 'amountMinor', h.amount_minor, 'saleMinor', h.sale_now)`,
  s: fragment`jsonb_build_object('currency', s.currency, 'amountMinor', s.amount_minor, 'saleMinor', s.sale_now)`,
  o: fragment`jsonb_build_object('currency', o.currency, 'amountMinor', o.amount_minor, 'saleMinor', o.sale_now)`,
};

// A source that told of the product and sells nothing of it now has no say in it. What a till or a label shows is one price, whether it is reduced or not: it agrees when it is what is to be paid.
const compared = sql<Disagreement>`
  with telling as (
    select v.product_id, v.id as variant_id, x.source_id, y.source_id is not null as sells
    from catalog.variants v join catalog.sightings x on x.variant_id = v.id
    left join lateral (select o.source_id from catalog.v_selling o where o.variant_id = v.id and o.source_id = x.source_id) y on true
    where v.product_id = any($1::uuid[])),
  silent as (select product_id, source_id, true as holds from telling group by 1, 2 having not bool_or(sells)),
  gone as (select variant_id, source_id, true as holds from telling where not sells),
  names as (select s.* from catalog.said_names s left join silent z using (product_id, source_id, holds)
    where s.product_id = any($1::uuid[]) and z.product_id is null),
  name_held as (select distinct on (product_id, language) * from names where holds
    order by product_id, language, said_at desc, input desc),
  terms as (select s.* from catalog.said_facts s left join silent z using (product_id, source_id, holds)
    where s.product_id = any($1::uuid[]) and z.product_id is null),
  fact_held as (select distinct on (t.product_id, f.key) t.product_id, t.source_id, t.said_at, f.key, f.value
    from terms t cross join lateral jsonb_each_text(t.facts) f where t.holds order by t.product_id, f.key, t.said_at desc, t.input desc),
  words as (
    select s.*, v.product_id, v.sku, case when s.sale_minor is not null and coalesce(s.sale_from, s.at) <= $2
      and (s.sale_until is null or s.sale_until > $2) then s.sale_minor end as sale_now
    from catalog.variants v join catalog.said_prices s on s.variant_id = v.id
    left join gone z on z.variant_id = s.variant_id and z.source_id = s.source_id and z.holds = s.holds
    where v.product_id = any($1::uuid[]) and z.variant_id is null),
  price_held as (select distinct on (variant_id, entity_id) * from words where holds order by variant_id, entity_id, at desc, input desc),
  priced as (
    select h.product_id, h.variant_id, h.sku, h.entity_id, nullif(s.location_id, '00000000-0000-0000-0000-000000000000') as location_id,
      null::uuid as other_entity_id, h.source_id as holding_source, ${price.h} as holding, h.at as holding_at,
      s.source_id as other_source, not s.holds as shown, ${price.s} as other, s.at as other_at,
      s.currency <> h.currency or (s.amount_minor <> h.amount_minor
        and (s.holds or s.sale_now is not null or s.amount_minor <> coalesce(h.sale_now, h.amount_minor))) as of_price,
      s.currency = h.currency and case when s.holds or s.sale_now is not null then s.sale_now is distinct from h.sale_now
        else s.amount_minor = h.amount_minor and h.sale_now is not null end as of_promotion
    from price_held h join words s on s.variant_id = h.variant_id and s.entity_id = h.entity_id
      and (s.source_id, s.holds) <> (h.source_id, true)
    union all
    select h.product_id, h.variant_id, h.sku, h.entity_id, null, o.entity_id, h.source_id, ${price.h}, h.at, o.source_id, false,
      ${price.o}, o.at, o.amount_minor <> h.amount_minor, o.sale_now is distinct from h.sale_now
    from price_held h join price_held o on o.variant_id = h.variant_id and o.currency = h.currency and o.entity_id > h.entity_id),
  found as (
    select 'name' as kind, h.product_id, null::uuid as variant_id, null::text as sku, h.language as key, null::uuid as entity_id,
      null::uuid as location_id, null::uuid as other_entity_id, h.source_id as holding_source, jsonb_build_object('text', h.name) as holding,
      h.said_at as holding_at, s.source_id as other_source, not s.holds as shown, jsonb_build_object('text', s.name) as other, s.said_at as other_at
    from name_held h join names s on s.product_id = h.product_id and s.language = h.language
      and (s.source_id, s.holds) <> (h.source_id, true) and s.name <> h.name
    union all
    select 'terms', h.product_id, null, null, h.key, null, null, null, h.source_id, jsonb_build_object('text', h.value), h.said_at,
      s.source_id, not s.holds, jsonb_build_object('text', s.facts ->> h.key), s.said_at
    from fact_held h join terms s on s.product_id = h.product_id and (s.source_id, s.holds) <> (h.source_id, true)
      and s.facts ->> h.key <> h.value
    union all
    select k.kind, p.product_id, p.variant_id, p.sku, null, p.entity_id, p.location_id, p.other_entity_id, p.holding_source, p.holding,
      p.holding_at, p.other_source, p.shown, p.other, p.other_at
    from priced p cross join lateral (values ('price', p.of_price), ('promotion', p.of_promotion)) as k(kind, differs) where k.differs)
  select f.kind, f.product_id as "productId", f.variant_id as "variantId", p.code, f.sku, f.key, f.entity_id as "entityId",
    f.location_id as "locationId", f.other_entity_id as "otherEntityId", f.holding_source as "holdingSource", f.holding,
    f.holding_at as "holdingAt", f.other_source as "otherSource", f.shown, f.other, f.other_at as "otherAt"
  from found f join catalog.products p on p.id = f.product_id`;

/** Where the words about these products differ now. */
export const listDisagreements = (
  tx: Tx,
  productIds: readonly string[],
  now: Date,
): Promise<Disagreement[]> => tx.rows(compared, [uuids(productIds), now]);

// SQL that reads what was counted.
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";

import type { FoundCount, Spot } from "./stock.rules.ts";

const { sql, fragment } = room("stores");

const everywhere = sql<FoundCount>`
  select variant_id as "variantId", location_id as "locationId", sku, on_hand as "onHand", counted_at as "countedAt", zones
  from stores.v_counts where variant_id = any($1::uuid[])`;
const some = sql<FoundCount>`
  select c.variant_id as "variantId", c.location_id as "locationId", c.sku, c.on_hand as "onHand", c.counted_at as "countedAt", c.zones
  from unnest($1::uuid[], $2::uuid[]) as w(variant_id, location_id)
  join stores.v_counts c on c.variant_id = w.variant_id and c.location_id = w.location_id`;

// What a place has, with what is held there: few, gone, too old and short by the clock of the question.
const inPlace = fragment`
  select c.sku, c.variant_id, c.location_id, c.on_hand, c.counted_at, c.zones,
    c.counted_at < $2::timestamptz - make_interval(mins => $3) as old, c.on_hand - $4 as left_over
  from stores.v_counts c where c.location_id = $1`;
const page = sql<FoundCount>`
  with here as (${inPlace})
  select variant_id as "variantId", location_id as "locationId", sku, on_hand as "onHand", counted_at as "countedAt", zones
  from here
  where sku > $5 and starts_with(sku, $6) and case $7 when 'few' then not old and left_over between 1 and 3
    when 'out' then not old and left_over <= 0 when 'old' then old when 'some' then sku = any($8::text[]) else true end
  order by sku limit $9`;
const counts = sql<{ all: number; few: number; out: number; old: number }>`
  with here as (${inPlace})
  select count(*)::int as "all", count(*) filter (where not old and left_over between 1 and 3)::int as few,
    count(*) filter (where not old and left_over <= 0)::int as out, count(*) filter (where old)::int as old from here`;

type Asked = {
  readonly locationId: string;
  readonly now: Date;
  readonly staleMinutes: number;
  readonly margin: number;
};
const askedOf = ({ locationId, now, staleMinutes, margin }: Asked): unknown[] => [
  ...[locationId, now, staleMinutes, margin],
];
export type PageWish = {
  readonly view: "all" | "few" | "out" | "old" | "some";
  /** Of `some` these. */
  readonly skus: readonly string[];
  readonly after: string;
  readonly begins: string;
  readonly limit: number;
};
/** By sku. Few and gone as they were counted: what is held is not taken off here. */
export const listInPlace = (tx: Tx, asked: Asked, wish: PageWish): Promise<FoundCount[]> =>
  tx.rows(page, [...[...askedOf(asked), wish.after, wish.begins, wish.view, texts(wish.skus), wish.limit]]);
export const countInPlace = (tx: Tx, asked: Asked) => tx.one(counts, askedOf(asked));

/** Of these goods in all places. */
export const listCounts = (tx: Tx, variantIds: readonly string[]): Promise<FoundCount[]> =>
  tx.rows(everywhere, [uuids(variantIds)]);

/** Of these goods in these places. */
export const listCountsAt = (tx: Tx, spots: readonly Spot[]): Promise<FoundCount[]> =>
  tx.rows(some, [uuids(spots.map((one) => one.variantId)), uuids(spots.map((one) => one.locationId))]);

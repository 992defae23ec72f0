// SQL that reads what was counted.
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";

import type { FoundCount, Spot } from "./stock.rules.ts";

const { sql, fragment } = room("stores");

// Of what several sources counted of the same the latest holds; what a source's full count left out since is none.
const holding = fragment`select f.variant_id, f.location_id, f.sku, case when w.said_at > f.counted_at then 0 else f.on_hand end as on_hand,
    greatest(f.counted_at, w.said_at) as counted_at, case when w.said_at > f.counted_at then '[]'::jsonb else f.zones end as zones`;
const wholes = fragment`left join stores.wholes w on w.source_id = f.source_id and w.location_id = f.location_id`;
const shown = fragment`c.variant_id as "variantId", c.location_id as "locationId", c.sku, c.on_hand as "onHand", c.counted_at as "countedAt", c.zones`;
const everywhere = sql<FoundCount>`
  select ${shown} from (${holding} from (
    select distinct on (variant_id, location_id) * from stores.figures where variant_id = any($1::uuid[])
    order by variant_id, location_id, counted_at desc, input desc) f ${wholes}) c`;
const some = sql<FoundCount>`
  select ${shown} from (${holding} from unnest($1::uuid[], $2::uuid[]) as s(variant_id, location_id)
    cross join lateral (select * from stores.figures o where o.variant_id = s.variant_id and o.location_id = s.location_id
      order by o.counted_at desc, o.input desc limit 1) f ${wholes}) c`;

// What a place has, with what is held there: few, gone, too old and short by the clock of the question.
const inPlace = fragment`
  select c.*, c.counted_at < $2::timestamptz - make_interval(mins => $3) as old, c.on_hand - $4 as left_over
  from (${holding} from (select distinct on (variant_id) * from stores.figures where location_id = $1
    order by variant_id, counted_at desc, input desc) f ${wholes}) c`;
const page = sql<FoundCount>`
  with here as (${inPlace})
  select ${shown} from here c
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

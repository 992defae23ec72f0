// SQL that holds what two sources counted of the same goods at the same place against each other. Counts of different hours differ
// because things are sold: only those within an hour of each other are compared.
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { Disagreement } from "../../catalog/index.ts";
import type { Spot } from "./stock.rules.ts";

const { sql } = room("stores");

const anew = sql`
  insert into stores.counted_anew as n (variant_id, location_id)
  select w.* from unnest($1::uuid[], $2::uuid[]) as w(variant_id, location_id)
  where exists (select from stores.figures f where f.variant_id = w.variant_id and f.location_id = w.location_id and f.source_id <> $3)
  order by 1, 2
  on conflict (variant_id, location_id) do update set variant_id = excluded.variant_id`;
const left = sql`
  insert into stores.counted_anew as n (variant_id, location_id)
  select f.variant_id, f.location_id from stores.figures f where f.location_id = any($2::uuid[]) and f.source_id = $1 and f.counted_at < $3
    and exists (select from stores.figures g where g.variant_id = f.variant_id and g.location_id = f.location_id and g.source_id <> $1)
  order by 1, 2
  on conflict (variant_id, location_id) do update set variant_id = excluded.variant_id`;
const take = sql<Spot>`
  with few as (select ctid from stores.counted_anew order by variant_id, location_id limit $1 for update skip locked)
  delete from stores.counted_anew where ctid in (select ctid from few)
  returning variant_id as "variantId", location_id as "locationId"`;
const compared = sql<Omit<Disagreement, "productId" | "code">>`
  with words as (
    select f.variant_id, f.location_id, f.sku, f.source_id, f.input,
      case when w.said_at > f.counted_at then 0 else f.on_hand end as on_hand,
      greatest(f.counted_at, w.said_at) as at, f.counted_at
    from unnest($1::uuid[], $2::uuid[]) as s(variant_id, location_id)
    join stores.figures f on f.variant_id = s.variant_id and f.location_id = s.location_id
    left join stores.wholes w on w.source_id = f.source_id and w.location_id = f.location_id),
  held as (select distinct on (variant_id, location_id) * from words order by variant_id, location_id, counted_at desc, input desc)
  select 'stock' as kind, h.variant_id as "variantId", h.sku, null as key, null::uuid as "entityId", h.location_id as "locationId",
    null::uuid as "otherEntityId", h.source_id as "holdingSource", jsonb_build_object('onHand', h.on_hand) as holding,
    h.at as "holdingAt", o.source_id as "otherSource", false as shown, jsonb_build_object('onHand', o.on_hand) as other, o.at as "otherAt"
  from held h join words o on o.variant_id = h.variant_id and o.location_id = h.location_id and o.source_id <> h.source_id
    and o.on_hand <> h.on_hand and abs(extract(epoch from h.at - o.at)) <= 3600`;

/**
 * Of these others told too: they are to be compared. Of two who tell of the same for the first time in one moment neither sees the
 * other: that is found at the next count.
 */
export const queueCounts = (tx: Tx, sourceId: number, spots: readonly Spot[]): Promise<number> =>
  tx.run(anew, [uuids(spots.map((s) => s.variantId)), uuids(spots.map((s) => s.locationId)), sourceId]);
export const queueLeftOut = (
  tx: Tx,
  sourceId: number,
  locationIds: readonly string[],
  at: Date,
): Promise<number> => tx.run(left, [sourceId, uuids(locationIds), at]);
export const takeCounted = (tx: Tx, most: number): Promise<Spot[]> => tx.rows(take, [most]);

/** Where counts differ now. */
export const listStockDisagreements = (tx: Tx, spots: readonly Spot[]) =>
  tx.rows(compared, [uuids(spots.map((s) => s.variantId)), uuids(spots.map((s) => s.locationId))]);

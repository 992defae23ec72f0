// SQL of who holds what: the ledger has what became of it.
import { ints, room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("stores");

export type NewHold = {
  readonly id: string;
  readonly locationId: string;
  readonly variantId: string;
  readonly quantity: number;
};
const insert = sql`
  insert into stores.holds (id, source_id, location_id, variant_id, quantity, made_at)
  select w.id, $5::smallint, w.location_id, w.variant_id, w.quantity, $6::timestamptz
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[]) as w(id, location_id, variant_id, quantity)
  order by w.id on conflict (id) do nothing`;
const own = sql<{ id: string; locationId: string }>`
  select id, location_id as "locationId" from stores.holds where id = any($1::uuid[]) and source_id = $2`;

export const insertHolds = (tx: Tx, sourceId: number, list: readonly NewHold[], now: Date): Promise<number> =>
  tx.run(insert, [
    ...[uuids(list.map(({ id }) => id)), uuids(list.map(({ locationId }) => locationId))],
    ...[uuids(list.map(({ variantId }) => variantId)), ints(list.map(({ quantity }) => quantity))],
    ...[sourceId, now],
  ]);

/** Those of these that this source asked for, and where each is. */
export const listOwn = async (
  tx: Tx,
  sourceId: number,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map((await tx.rows(own, [uuids(ids), sourceId])).map((one) => [one.id, one.locationId]));

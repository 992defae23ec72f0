// SQL that takes in what sources counted: one statement, whatever the number. Of two words of a source the later holds, of one
// moment that with the greater hash. Rows in the order of their keys.
import { ints, jsons, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { queueCounts, queueLeftOut } from "./compare.store.ts";
import type { FigureRow } from "./told.rules.ts";

const { sql } = room("stores");

const figures = sql`
  insert into stores.figures as f (variant_id, location_id, sku, on_hand, counted_at, zones, input, source_id)
  select w.*, $8::smallint
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::timestamptz[], $6::jsonb[], $7::uuid[]) as w order by 1, 2
  on conflict (variant_id, location_id, source_id) do update set on_hand = excluded.on_hand, counted_at = excluded.counted_at,
    zones = excluded.zones, input = excluded.input
  where (excluded.counted_at, excluded.input) > (f.counted_at, f.input)`;
const wholes = sql`
  insert into stores.wholes as w (source_id, location_id, said_at)
  select $1::smallint, l, $3::timestamptz from unnest($2::uuid[]) as l order by l
  on conflict (source_id, location_id) do update set said_at = excluded.said_at where excluded.said_at > w.said_at`;

/** Written, and what others counted too is put down to be compared. */
export async function saveFigures(tx: Tx, sourceId: number, rows: readonly FigureRow[]): Promise<void> {
  await tx.run(figures, [
    ...[uuids(rows.map((r) => r.variantId)), uuids(rows.map((r) => r.locationId))],
    ...[texts(rows.map((r) => r.sku)), ints(rows.map((r) => r.onHand)), times(rows.map((r) => r.saidAt))],
    ...[jsons(rows.map((r) => r.zones)), uuids(rows.map((r) => r.input)), sourceId],
  ]);
  await queueCounts(tx, sourceId, rows);
}

/** From then on the source told of all that these places have. */
export async function saveWholes(
  tx: Tx,
  sourceId: number,
  locationIds: readonly string[],
  at: Date,
): Promise<void> {
  const places = [...new Set(locationIds)];
  await tx.run(wholes, [sourceId, uuids(places), at]);
  await queueLeftOut(tx, sourceId, places, at);
}

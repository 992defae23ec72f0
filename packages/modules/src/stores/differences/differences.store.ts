// SQL of differences: what was found is written, what is over ends, and the list of them.
import { bools, jsons, room, smallints, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { Spot } from "../figures/stock.rules.ts";
import type { FoundDifference } from "./differences.rules.ts";

const { sql, fragment } = room("stores");

export type DifferenceRow = FoundDifference & {
  readonly foundAt: Date;
  readonly endedAt: Date | null;
  readonly owner: string | null;
  readonly explainedAt: Date | null;
  readonly explainedBy: string | null;
  readonly reason: string | null;
};

// What was explained is explained until one of the two says something else; what had ended begins anew.
const save = sql`
  insert into stores.differences as d (id, kind, product_id, variant_id, code, sku, key, entity_id, other_entity_id, location_id,
    holding_source, holding, holding_at, other_source, shown, other, other_at, found_at)
  select w.*, $18::timestamptz
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[],
    $11::smallint[], $12::jsonb[], $13::timestamptz[], $14::smallint[], $15::boolean[], $16::jsonb[], $17::timestamptz[]) as w
  order by 1
  on conflict (id) do update set variant_id = excluded.variant_id, code = excluded.code, sku = excluded.sku,
    holding_source = excluded.holding_source, holding = excluded.holding, holding_at = excluded.holding_at,
    other_source = excluded.other_source, shown = excluded.shown, other = excluded.other, other_at = excluded.other_at,
    found_at = case when d.ended_at is null then d.found_at else excluded.found_at end, ended_at = null,
    (explained_at, explained_by, reason) = (select e.* from (values (d.explained_at, d.explained_by, d.reason)) as e
      where d.ended_at is null and (excluded.holding, excluded.other) in ((d.holding, d.other), (d.other, d.holding)))`;
const endOfProducts = sql`
  update stores.differences set ended_at = $3 where ended_at is null and kind <> 'stock'
    and product_id = any($1::uuid[]) and id <> all($2::uuid[])`;
const endOfSpots = sql`
  update stores.differences d set ended_at = $4 from unnest($1::uuid[], $2::uuid[]) as s(variant_id, location_id)
  where d.ended_at is null and d.kind = 'stock' and d.variant_id = s.variant_id and d.location_id = s.location_id and d.id <> all($3::uuid[])`;
const prune = sql`delete from stores.differences where ended_at < $1`;

const inState = fragment`case $1 when 'ended' then d.ended_at is not null else d.ended_at is null and case $1
    when 'explained' then d.explained_at is not null when 'young' then d.explained_at is null and d.found_at > $2
    else d.explained_at is null and d.found_at <= $2 end end`;
const page = sql<DifferenceRow>`
  select d.id, d.kind, d.product_id as "productId", d.variant_id as "variantId", d.code, d.sku, d.key, d.entity_id as "entityId",
    d.other_entity_id as "otherEntityId", d.location_id as "locationId", d.holding_source as "holdingSource", d.holding,
    d.holding_at as "holdingAt", d.other_source as "otherSource", d.shown, d.other, d.other_at as "otherAt", d.found_at as "foundAt",
    d.ended_at as "endedAt", o.staff_id as owner, d.explained_at as "explainedAt", d.explained_by as "explainedBy", d.reason
  from stores.differences d left join stores.difference_owners o on o.source_id = d.other_source
  where ${inState} and ($3::text is null or d.kind = $3) and ($4::smallint is null or $4 in (d.holding_source, d.other_source))
    and case when $5::text is null then true when $5 = 'nobody' then o.staff_id is null else o.staff_id = $5 end
    and (starts_with(d.code, $6) or starts_with(d.sku, $6))
    and case when $1 = 'ended' then (d.ended_at, d.id) < ($7, $8) else (d.found_at, d.id) > ($7, $8) end
  order by case when $1 = 'ended' then d.ended_at end desc, case when $1 <> 'ended' then d.found_at end,
    case when $1 = 'ended' then d.id end desc, d.id limit $9`;
const counts = sql<{ open: number; young: number; explained: number; ended: number }>`
  select count(*) filter (where ended_at is null and explained_at is null and found_at <= $1)::int as open,
    count(*) filter (where ended_at is null and explained_at is null and found_at > $1)::int as young,
    count(*) filter (where ended_at is null and explained_at is not null)::int as explained,
    count(*) filter (where ended_at is not null)::int as ended from stores.differences`;
const kinds = sql<{ kind: string; count: number }>`
  select d.kind, count(*)::int as count from stores.differences d where ${inState} group by d.kind`;
const bySource = sql<{ sourceId: number; owner: string | null; open: number }>`
  with named as (
    select other_source as source_id, count(*)::int as open from stores.differences
      where ended_at is null and explained_at is null group by other_source
    union all select source_id, 0 from stores.difference_owners)
  select n.source_id as "sourceId", o.staff_id as owner, sum(n.open)::int as open
  from named n left join stores.difference_owners o on o.source_id = n.source_id group by n.source_id, o.staff_id order by 3 desc, 1`;

const explain = sql<{ id: string }>`
  update stores.differences set explained_at = case when $2::text is null then null else $3::timestamptz end,
    explained_by = case when $2 is null then null else $4 end, reason = $2
  where id = $1::uuid and ended_at is null returning id`;
const known = sql<{ id: string }>`select id from stores.differences where id = $1::uuid`;
const own = sql`
  insert into stores.difference_owners (source_id, staff_id, set_at, set_by) values ($1, $2, $3, $4)
  on conflict (source_id) do update set staff_id = excluded.staff_id, set_at = excluded.set_at, set_by = excluded.set_by`;
const disown = sql`delete from stores.difference_owners where source_id = $1`;
const place = sql<{ lookedUntil: Date }>`
  select looked_until as "lookedUntil" from stores.difference_place where id = 1 for update`;
const moveOn = sql`
  insert into stores.difference_place (id, looked_until) values (1, $1) on conflict (id) do update set looked_until = excluded.looked_until`;

/** Found now, of all that was compared: what else there was of it is over. */
export async function saveFound(
  tx: Tx,
  compared: { readonly productIds: readonly string[]; readonly spots: readonly Spot[] },
  found: readonly FoundDifference[],
  now: Date,
): Promise<void> {
  const ids = uuids(found.map(({ id }) => id));
  if (found.length > 0)
    await tx.run(save, [
      ...[ids, texts(found.map((d) => d.kind)), uuids(found.map((d) => d.productId))],
      ...[
        uuids(found.map((d) => d.variantId)),
        texts(found.map((d) => d.code)),
        texts(found.map((d) => d.sku)),
      ],
      ...[texts(found.map((d) => d.key)), uuids(found.map((d) => d.entityId))],
      ...[uuids(found.map((d) => d.otherEntityId)), uuids(found.map((d) => d.locationId))],
      ...[smallints(found.map((d) => d.holdingSource)), jsons(found.map((d) => JSON.stringify(d.holding)))],
      ...[times(found.map((d) => d.holdingAt.getTime())), smallints(found.map((d) => d.otherSource))],
      ...[bools(found.map((d) => d.shown)), jsons(found.map((d) => JSON.stringify(d.other)))],
      ...[times(found.map((d) => d.otherAt.getTime())), now],
    ]);
  if (compared.productIds.length > 0) await tx.run(endOfProducts, [uuids(compared.productIds), ids, now]);
  if (compared.spots.length > 0) {
    const { spots } = compared;
    const [variants, places] = [spots.map((s) => s.variantId), spots.map((s) => s.locationId)];
    await tx.run(endOfSpots, [uuids(variants), uuids(places), ids, now]);
  }
}
export const pruneDifferences = (tx: Tx, before: Date): Promise<number> => tx.run(prune, [before]);

export type ListWish = {
  readonly state: string;
  readonly settled: Date;
  readonly kind: string | null;
  readonly source: number | null;
  readonly owner: string | null;
  readonly q: string;
  readonly after: { readonly at: Date; readonly id: string };
  readonly limit: number;
};
export const listDifferenceRows = (tx: Tx, w: ListWish): Promise<DifferenceRow[]> =>
  tx.rows(page, [...[w.state, w.settled, w.kind, w.source, w.owner, w.q, w.after.at, w.after.id, w.limit]]);
export const countDifferences = (tx: Tx, settled: Date) => tx.one(counts, [settled]);
export const countKinds = async (tx: Tx, state: string, settled: Date): Promise<Record<string, number>> =>
  Object.fromEntries((await tx.rows(kinds, [state, settled])).map(({ kind, count }) => [kind, count]));
/** Sources with differences that are open, or with somebody who looks after them. */
export const listDiffering = (tx: Tx) => tx.rows(bySource);

/** Undefined: there is none, or it is over. */
export const saveReason = async (
  tx: Tx,
  id: string,
  said: { readonly reason: string | null; readonly at: Date; readonly by: string },
): Promise<boolean> => (await tx.maybe(explain, [id, said.reason, said.at, said.by])) !== undefined;
export const isKnown = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.maybe(known, [id])) !== undefined;
export const saveOwner = (
  tx: Tx,
  sourceId: number,
  staffId: string | null,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<number> =>
  staffId === null ? tx.run(disown, [sourceId]) : tx.run(own, [sourceId, staffId, at, by]);

/** Up to when reductions were looked at; whoever else looks waits. Undefined: never. */
export const holdPlace = async (tx: Tx): Promise<Date | undefined> => (await tx.maybe(place))?.lookedUntil;
export const movePlace = (tx: Tx, until: Date): Promise<number> => tx.run(moveOn, [until]);

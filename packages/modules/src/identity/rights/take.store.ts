// SQL for taking what is asked for out of what was learned: somebody for good, or what one source or one span of time told of
// them. What others hold is not touched. Call under the lock of identity, before the rest is put aside.
import { fingerprints, room, smallints, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql, fragment } = room("identity");

const NEVER_MS = 9_007_199_254_740_991;

const SILENCE = sql`
  update identity.rulings set reason = '', undone_why = case when undone_why is null then null else '' end where id in (
    select ruling from identity.ruled_ends where fp = any($1::uuid[])
    union select ruling from identity.ruled_pairs where a = any($1::uuid[]) or b = any($1::uuid[]))`;
const DROP_ENDS = sql`delete from identity.ruled_ends where fp = any($1::uuid[])`;
const DROP_PAIRS = sql`delete from identity.ruled_pairs where a = any($1::uuid[]) or b = any($1::uuid[])`;
const DROP_VALUES = sql`delete from identity.ruled_values where fp = any($1::uuid[])`;
const DROP_STRONGER = sql`delete from identity.claims c using unnest($1::uuid[]) as w(fp) where c.a = w.fp`;
const DROP_WEAKER = sql`delete from identity.claims c using unnest($1::uuid[]) as w(fp) where c.b = w.fp`;
const DROP_PEOPLE = sql`
  delete from identity.people where component in (select component from identity.nodes where fp = any($1::uuid[]))`;
const DROP_NODES = sql`delete from identity.nodes where fp = any($1::uuid[])`;

// Of a device that is nobody else's, everything goes.
const DROP_LANES = sql`delete from identity.lanes where device = any($1::uuid[])`;
const DROP_MARKS = sql`delete from identity.marks where device = any($1::uuid[])`;
const DROP_STREAMS = sql`delete from identity.streams where device = any($1::uuid[])`;
const DROP_LOGINS = sql`delete from identity.streams where login = any($1::uuid[])`;
const DROP_PULSES = sql`delete from identity.pulses where device = any($1::uuid[])`;
const DROP_SIGHTINGS = sql`delete from identity.sightings where device = any($1::uuid[])`;
const DROP_TYPED = sql`delete from identity.sightings s using unnest($1::uuid[]) as w(fp) where s.id = w.fp`;

/** A position \`s\` of a device lies in the lane \`l\`. */
const ON_LANE = fragment`
  l.live and s.device = l.device and (s.at_ms, s.key) >= (l.from_ms, l.from_key) and not exists (
    select from identity.lanes x where x.device = l.device and x.live
      and (x.from_ms, x.from_key) > (l.from_ms, l.from_key) and (x.from_ms, x.from_key) <= (s.at_ms, s.key))`;
// Of one that others use too, their visits stay as somebody's, so that nobody else's grows over them.
const DROP_TYPED_THERE = sql`
  delete from identity.sightings s using identity.lanes l where l.fp = any($1::uuid[]) and ${ON_LANE}`;
const LEAVE_CUTS = sql`
  insert into identity.marks (device, at_ms, key, login, proven, explicit, source_id)
  select l.device, l.from_ms, l.fp, null, l.level = 1, true, 0 from identity.lanes l
  where l.fp = any($1::uuid[]) and l.live and l.soft on conflict (device, at_ms, key) do nothing`;
const LEAVE_GOODBYES = sql`update identity.marks set login = null, explicit = true where login = any($1::uuid[])`;

// What hung together by one identifier alone goes on hanging together without it: by the strongest of the others.
const TIE_AROUND = sql`
  with near as (
    select c.b as fp, c.proven, c.at_ms, c.key, c.source_id from unnest($1::uuid[]) as g(fp) join identity.claims c on c.a = g.fp and c.rule = 1
    union all
    select c.a, c.proven, c.at_ms, c.key, c.source_id from unnest($1::uuid[]) as g(fp) join identity.claims c on c.b = g.fp and c.rule = 1),
  those as (
    select n.fp, n.kind, r.proven, r.at_ms, r.key, r.source_id from near r join identity.nodes n on n.fp = r.fp
    where n.kind <> 11 and n.fp <> all($1::uuid[]) and not n.hub_proven and not n.hub_stated
      and n.component in (select o.component from identity.nodes o where o.fp = any($1::uuid[]))),
  centre as (select * from those where kind <> 10 order by proven desc, kind, fp limit 1)
  insert into identity.claims (a, b, rule, proven, a_kind, strength, at_ms, key, source_id, leaf, withdrawn)
  select case when (c.kind, c.fp) < (t.kind, t.fp) then c.fp else t.fp end, case when (c.kind, c.fp) < (t.kind, t.fp) then t.fp else c.fp end,
    1, c.proven and t.proven, least(c.kind, t.kind), least(($2::smallint[])[c.kind], ($2::smallint[])[t.kind]), t.at_ms, t.key, t.source_id, false, false
  from centre c join those t on t.fp <> c.fp on conflict do nothing`;

/** Before identifiers go out of somebody who stays. `strengths`: of each kind, in the order of their numbers. */
export const tieAround = (tx: Tx, gone: readonly string[], strengths: readonly number[]) =>
  tx.run(TIE_AROUND, [fingerprints(gone), smallints(strengths)]);

/** Forgotten for good, whatever is still said. */
export async function takeGone(tx: Tx, gone: readonly string[]): Promise<Record<string, number>> {
  const fps = [fingerprints(gone)];
  const typed = (await tx.run(DROP_TYPED_THERE, fps)) + (await tx.run(DROP_TYPED, fps));
  await tx.run(LEAVE_CUTS, fps);
  await tx.run(LEAVE_GOODBYES, fps);
  return {
    "identity.rulings (reasons)": await tx.run(SILENCE, fps),
    "identity.ruled_ends": await tx.run(DROP_ENDS, fps),
    "identity.ruled_values": await tx.run(DROP_VALUES, fps),
    "identity.ruled_pairs": await tx.run(DROP_PAIRS, fps),
    "identity.claims": (await tx.run(DROP_STRONGER, fps)) + (await tx.run(DROP_WEAKER, fps)),
    "identity.lanes": await tx.run(DROP_LANES, fps),
    "identity.marks": await tx.run(DROP_MARKS, fps),
    "identity.streams": (await tx.run(DROP_STREAMS, fps)) + (await tx.run(DROP_LOGINS, fps)),
    "identity.sightings": typed + (await tx.run(DROP_SIGHTINGS, fps)),
    "identity.pulses": await tx.run(DROP_PULSES, fps),
    "identity.people": await tx.run(DROP_PEOPLE, fps),
    "identity.nodes": await tx.run(DROP_NODES, fps),
  };
}

type Ends = { readonly a: string; readonly b: string };
const IN_PART = fragment`($2::int is null or x.source_id = $2) and ($3::bigint is null or (x.at_ms >= $3 and x.at_ms < $4))`;
const PART_STRONGER = sql<Ends>`
  with d as (delete from identity.claims x using unnest($1::uuid[]) as w(fp) where x.a = w.fp and x.rule = 1 and ${IN_PART} returning x.a, x.b)
  select a, b from d`;
const PART_WEAKER = sql<Ends>`
  with d as (delete from identity.claims x using unnest($1::uuid[]) as w(fp) where x.b = w.fp and x.rule = 1 and ${IN_PART} returning x.a, x.b)
  select a, b from d`;
const COUNT_PART = sql<{ claims: number }>`
  select count(*)::int as claims from identity.claims x
  where (x.a = any($1::uuid[]) or x.b = any($1::uuid[])) and x.rule = 1 and ${IN_PART}`;
const PART_TYPED = sql`
  delete from identity.sightings s using identity.lanes l where l.fp = any($1::uuid[]) and ${ON_LANE}
    and ($2::int is null or s.source_id = $2) and ($3::bigint is null or (s.at_ms >= $3 and s.at_ms < $4))`;
/** A device is theirs when nobody else holds a lane of it. */
const SHARED = fragment`exists (
  select from identity.lanes l join identity.nodes n on n.fp = l.fp where l.device = x.device and l.live and n.component is not null
    and n.component not in (select o.component from identity.nodes o where o.fp = any($1::uuid[]) and o.component is not null))`;
const PART_GOODBYES = sql`
  update identity.marks x set login = null, explicit = true where x.login = any($1::uuid[]) and ${IN_PART} and ${SHARED}`;
const PART_MARKS = sql`
  delete from identity.marks x where x.login = any($1::uuid[]) and x.explicit and ${IN_PART} and not ${SHARED}`;
const PART_FIRSTS = sql`
  update identity.streams x set
    stated_ms = case when s.gone then null else x.stated_ms end, stated_key = case when s.gone then null else x.stated_key end,
    stated_source = case when s.gone then null else x.stated_source end,
    proven_ms = case when p.gone then null else x.proven_ms end, proven_key = case when p.gone then null else x.proven_key end,
    proven_source = case when p.gone then null else x.proven_source end,
    first_ms = coalesce(least(case when not s.gone then x.stated_ms end, case when not p.gone then x.proven_ms end), $5)
  from identity.streams o
  cross join lateral (select coalesce(($2::int is null or o.stated_source = $2) and ($3::bigint is null or (o.stated_ms >= $3 and o.stated_ms < $4)), false) as gone) s
  cross join lateral (select coalesce(($2::int is null or o.proven_source = $2) and ($3::bigint is null or (o.proven_ms >= $3 and o.proven_ms < $4)), false) as gone) p
  where o.subject = x.subject and o.login = any($1::uuid[]) and (s.gone or p.gone)`;
const PART_UNSEEN = sql`
  delete from identity.streams where login = any($1::uuid[]) and stated_ms is null and proven_ms is null`;
// What a device did without a login, where nothing typed there is left that says that it is theirs.
const PART_NAMELESS = sql`
  delete from identity.streams x where x.login is null and x.device in (select l.device from identity.lanes l where l.fp = any($1::uuid[]))
    and ($2::int is not null or (x.first_ms >= $3 and x.first_ms < $4)) and not ${SHARED}
    and not exists (select from identity.sightings s where s.device = x.device)`;
const TOUCHED = sql<{ fp: string }>`
  select fp from identity.nodes where fp = any($1::uuid[]) and kind <> 11 and ($2::int is not null or (first_ms >= $3 and first_ms < $4))`;
// What is known of an identifier by what is left; what was told of it outside the span stays as it was.
const DATE_AGAIN = sql`
  update identity.nodes n set first_ms = coalesce(least(k.at_ms, f.first_ms), $5), proven_ms = least(k.proven_ms, f.proven_ms),
    proven = k.proven_ms is not null or f.proven_ms is not null, leaf = n.leaf and k.at_ms is not null
  from identity.nodes o
  cross join lateral (
    select min(e.at_ms) as at_ms, min(e.at_ms) filter (where e.proven) as proven_ms from (
      select c.at_ms, c.proven from identity.claims c where c.a = o.fp and c.rule = 1
      union all select c.at_ms, c.proven from identity.claims c where c.b = o.fp and c.rule = 1
      union all select s.stated_ms, false from identity.streams s where s.login = o.fp and s.stated_ms is not null
      union all select s.proven_ms, true from identity.streams s where s.login = o.fp and s.proven_ms is not null) e) k
  cross join lateral (
    select case when $2::int is null and not (o.first_ms >= $3 and o.first_ms < $4) then o.first_ms end as first_ms,
      case when $2::int is null and not (o.proven_ms >= $3 and o.proven_ms < $4) then o.proven_ms end as proven_ms) f
  where o.fp = n.fp and n.fp = any($1::uuid[]) and n.kind <> 11`;

export type OfWhat = {
  readonly sourceId: number | null;
  readonly from: number | null;
  readonly to: number | null;
};

/** Takes what one source, or one span of time, told of these nodes, and nothing else. */
/** How many claims `takePart` would take. */
export const countPart = async (tx: Tx, own: readonly string[], of: OfWhat): Promise<number> =>
  (await tx.one(COUNT_PART, [fingerprints(own), of.sourceId, of.from, of.to])).claims;

export async function takePart(tx: Tx, own: readonly string[], of: OfWhat): Promise<Record<string, number>> {
  const part = [of.sourceId, of.from, of.to];
  const fps = fingerprints(own);
  const claims = [
    ...(await tx.rows(PART_STRONGER, [fps, ...part])),
    ...(await tx.rows(PART_WEAKER, [fps, ...part])),
  ];
  const removed = {
    "identity.claims": claims.length,
    "identity.sightings": await tx.run(PART_TYPED, [fps, ...part]),
    "identity.marks":
      (await tx.run(PART_GOODBYES, [fps, ...part])) + (await tx.run(PART_MARKS, [fps, ...part])),
    "identity.streams":
      (await tx.run(PART_FIRSTS, [fps, ...part, NEVER_MS])) +
      (await tx.run(PART_UNSEEN, [fps])) +
      (await tx.run(PART_NAMELESS, [fps, ...part])),
  };
  const alsoSeen = (await tx.rows(TOUCHED, [fps, ...part])).map(({ fp }) => fp);
  const touched = [...claims.flatMap(({ a, b }) => [a, b]), ...alsoSeen].map(fingerprintOf);
  const mine = new Set(own);
  const dated = [...new Set(touched)].filter((fp) => mine.has(fp));
  await tx.run(DATE_AGAIN, [fingerprints(dated), ...part, NEVER_MS]);
  return removed;
}

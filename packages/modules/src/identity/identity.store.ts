// SQL for reading: who somebody is, which streams are theirs, and whose an event is.

import { bigints, fingerprints, ints, room, type Tx, uuids } from "@somlos/kernel/db";
import { isUuid } from "@somlos/rules/uuid";
import type { Identifier, Parts, Trust } from "../events/index.ts";
import { kindOfCode, type NodeKind } from "./limits.rules.ts";

const { sql, fragment } = room("identity");

const firstByFp = sql<{ id: string; i: number }>`
  select coalesce(p.id, n.id) as id, w.i::int as i from unnest($1::uuid[]) with ordinality as w(fp, i)
  join identity.nodes n on n.fp = w.fp left join identity.people p on p.component = n.component order by w.i limit 1`;
const firstByDevice = sql<{ id: string; i: number }>`
  select coalesce(p.id, n.id) as id, w.i::int as i from unnest($1::uuid[]) with ordinality as w(device, i)
  cross join lateral (
    select x.fp from identity.lanes x where x.device = w.device and x.live order by x.from_ms desc, x.from_key desc limit 1) l
  join identity.nodes n on n.fp = l.fp left join identity.people p on p.component = n.component order by w.i limit 1`;

/** The first person whom one of these identifiers of one kind names, with the one that does: a value as each circle names it. */
export async function findFirst<I extends Pick<Identifier, "kind" | "fp">>(
  tx: Tx,
  ids: readonly I[],
): Promise<{ readonly personId: string; readonly by: I } | undefined> {
  if (ids.length === 0) return undefined;
  const statement = ids[0]?.kind === "visitor" ? firstByDevice : firstByFp;
  const found = await tx.maybe(statement, [fingerprints(ids.map(({ fp }) => fp))]);
  const by = found && ids[found.i - 1];
  return by && { personId: found.id, by };
}

/** The person behind an identifier; behind a visitor id, whoever the device's latest lane belongs to. */
export const findPerson = async (tx: Tx, id: Pick<Identifier, "kind" | "fp">): Promise<string | undefined> =>
  (await findFirst(tx, [id]))?.personId;

/** `n`: the node that holds each event asked about, numbered `e.i`: its stream's login, or the lane at that moment. */
const placed = fragment`
  from unnest($1::uuid[], $2::bigint[], $3::uuid[]) with ordinality as e(subject, at_ms, key, i)
  left join identity.streams s on s.subject = e.subject
  left join lateral (
    select x.fp from identity.lanes x
    where s.login is null and x.device = s.device and x.live and (x.from_ms, x.from_key) <= (e.at_ms, e.key)
    order by x.from_ms desc, x.from_key desc limit 1) l on true
  cross join lateral (
    select x.id, x.kind, x.component from identity.nodes x
    where x.fp = case when s.subject is null then e.subject else coalesce(s.login, l.fp) end limit 1) n`;
const homes = sql<{ i: number; id: string }>`
  select e.i::int as i, coalesce(p.id, n.id) as id ${placed}
  left join lateral (select x.id from identity.people x where x.component = n.component limit 1) p on true`;
const known = sql<{ i: number }>`
  select e.i::int as i ${placed}
  left join lateral (
    select x.logins + x.club_cards + x.emails + x.phones as names from identity.people x
    where x.component = n.component limit 1) p on true
  where n.kind <= 4 or p.names > 0`;

const bearers = sql<{ i: number; fp: string }>`
  select distinct e.i::int as i, m.fp ${placed}
  cross join lateral (
    select x.fp from identity.nodes x where x.component = n.component
    union all select x.fp from identity.nodes x where n.component is null and x.id = n.id) m`;

export type Placed = { readonly subject: string; readonly at: Date; readonly key: string };

const columnsOf = (events: readonly Placed[]) => [
  uuids(events.map((e) => e.subject)),
  bigints(events.map((e) => e.at.getTime())),
  uuids(events.map((e) => e.key)),
];

/** Whose each event is, in the order asked; undefined for those that belong to nobody. */
export async function homesOf(tx: Tx, events: readonly Placed[]): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = events.map(() => undefined);
  if (events.length === 0) return found;
  for (const row of await tx.rows(homes, columnsOf(events))) found[row.i - 1] = row.id;
  return found;
}

const holders = sql<{ holder: string }>`
  select distinct coalesce(component, fp) as holder from identity.nodes where id = any($1::uuid[])`;

/** These people as the view `v_holders` names them. */
export const listHolders = async (tx: Tx, personIds: readonly string[]): Promise<string[]> =>
  (await tx.rows(holders, [uuids(personIds)])).map(({ holder }) => holder);

/** Places of the events whose person we know by more than a browser or a thing. */
export async function findKnown(tx: Tx, events: readonly Placed[]): Promise<Set<number>> {
  const rows = events.length === 0 ? [] : await tx.rows(known, columnsOf(events));
  return new Set(rows.map(({ i }) => i - 1));
}

/** All that hangs together with whoever each event is of, by the place of the event: uuid texts of fingerprints. */
export async function findBearersAt(tx: Tx, events: readonly Placed[]): Promise<{ i: number; fp: string }[]> {
  const rows = events.length === 0 ? [] : await tx.rows(bearers, columnsOf(events));
  return rows.map(({ i, fp }) => ({ i: i - 1, fp }));
}

/** `a`: the people asked for, by any id they ever had. `m`: all of their nodes. */
const members = fragment`
  with a as (
    select w.i, n.fp, n.component, coalesce(p.id, n.id) as id
    from unnest($1::uuid[]) with ordinality as w(id, i) join identity.nodes n on n.id = w.id
    left join identity.people p on p.component = n.component),
  m as (
    select a.i, a.id as person, n.* from a join identity.nodes n on n.component = a.component
    union all select a.i, a.id, n.* from a join identity.nodes n on n.fp = a.fp where a.component is null)`;

/** `h`: the lanes among `m`, nodes that each have an owner `i`, with where each ends. */
export const endedLanes = fragment`h as (
    select m.i, l.fp, l.device, l.login, l.from_ms, l.from_key, t.from_ms as to_ms, t.from_key as to_key
    from m join identity.lanes l on l.fp = m.fp and l.live
    left join lateral (
      select x.from_ms, x.from_key from identity.lanes x
      where x.device = l.device and x.live and (x.from_ms, x.from_key) > (l.from_ms, l.from_key)
      order by x.from_ms, x.from_key limit 1) t on true
    where m.kind = 11)`;
/** What the timeline of each owner reads: whole streams of `m`, and of devices the stretches `p`. */
export const asStreams = fragment`parts as (
    select m.i::int as i, m.fp as subject, null::bigint as from_ms, null::uuid as from_key, null::bigint as to_ms, null::uuid as to_key
    from m where m.kind <> 11
    union all
    select m.i::int, s.subject, null, null, null, null from m join identity.streams s on s.login = m.fp where m.kind = 1
    union all
    select p.i::int, s.subject, case when p.from_ms >= 0 then p.from_ms end, case when p.from_ms >= 0 then p.from_key end, p.to_ms, p.to_key
    from p join identity.streams s on s.device = p.device and s.login is null)
  select count(*)::int as count, coalesce(array_agg(i), '{}') as owners, coalesce(array_agg(subject), '{}')::text as subjects,
    coalesce(array_agg(timestamptz 'epoch' + from_ms * interval '1 millisecond'), '{}')::text as "fromAts",
    coalesce(array_agg(from_key), '{}')::text as "fromKeys",
    coalesce(array_agg(timestamptz 'epoch' + to_ms * interval '1 millisecond'), '{}')::text as "toAts",
    coalesce(array_agg(to_key), '{}')::text as "toKeys"
  from parts`;
const partsOf = fragment`${endedLanes}, p as (select * from h), ${asStreams}`;
const streamsOf = sql<Streams>`${members}, ${partsOf}`;
const streamsOfNodes = sql<Streams>`
  with m as (select w.i, n.fp, n.kind from unnest($1::uuid[], $2::int[]) as w(fp, i) join identity.nodes n on n.fp = w.fp), ${partsOf}`;

/** The parts of streams, and whose each is: its place in the list of people asked for, from 1. */
export type Streams = Parts & { readonly owners: readonly number[] };

/** What the timelines of these people read: whole streams of logins and identifiers, and their lanes of devices. */
export const listStreams = (tx: Tx, personIds: readonly string[]): Promise<Streams> =>
  tx.one(streamsOf, [uuids(personIds.every(isUuid) ? personIds : [])]);

/** The same of single nodes, each with the number of its owner. */
export const listStreamsOfNodes = (
  tx: Tx,
  nodes: readonly { readonly fp: string; readonly owner: number }[],
): Promise<Streams> =>
  tx.one(streamsOfNodes, [fingerprints(nodes.map((n) => n.fp)), ints(nodes.map((n) => n.owner))]);

export type KnownIdentifier = {
  readonly kind: Identifier["kind"];
  readonly value: string;
  readonly firstSeenAt: Date;
  readonly trust: Trust;
  /** Number of the circle of legal entities whose people it names; 0: the principal's. */
  readonly circle: number;
};

type IdentifierRow = {
  i: number;
  person: string;
  kind: number | null;
  value: string;
  first_ms: number;
  proven: boolean;
  circle: number;
};
const identifiersOf = sql<IdentifierRow>`
  ${members}, d as (
    select m.i, m.person, l.device, bool_or(m.proven) as proven from m join identity.lanes l on l.fp = m.fp and l.live where m.kind = 11 group by 1, 2, 3
    union select m.i, m.person, s.device, s.proven_ms is not null from m join identity.streams s on s.login = m.fp where m.kind = 1)
  select m.i::int as i, m.person, m.kind, m.value, m.first_ms, m.proven, m.circle from m where m.value is not null
  union all
  select d.i::int, d.person, null, v.visitor, f.first_ms, bool_or(d.proven), max(f.circle) from d
  join identity.lanes v on v.device = d.device and v.level = 0
  cross join lateral (
    select min(s.first_ms) as first_ms, max(s.circle) as circle from identity.streams s where s.device = d.device) f
  group by 1, 2, 4, 5
  order by 1, 5`;

const knownOf = (row: IdentifierRow): KnownIdentifier => ({
  kind: row.kind === null ? "visitor" : (kindOfCode(row.kind) as Exclude<NodeKind, "lane">),
  value: row.value,
  firstSeenAt: new Date(row.first_ms),
  trust: row.proven ? "proven" : "stated",
  circle: row.circle,
});

export type ListedPerson = { readonly id: string; readonly identifiers: readonly KnownIdentifier[] };

/** People with what identifies them, by any id they ever had; `id` is the one asked for. */
export async function listPeople(
  tx: Tx,
  { ids }: { readonly ids: readonly string[] },
): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows(identifiersOf, [uuids(ids)]);
  const byPlace = Map.groupBy(rows, (row) => row.i);
  return [...byPlace].flatMap(([i, list]) => {
    const id = ids[i - 1];
    return id === undefined ? [] : [{ id, identifiers: list.map(knownOf) }];
  });
}

const personById = sql<{ id: string; born_at: Date; former: string[] | null }>`
  select coalesce(p.id, n.id) as id, o.born_at, f.ids as former
  from identity.nodes n left join identity.people p on p.component = n.component
  join identity.nodes o on o.id = coalesce(p.id, n.id)
  left join lateral (
    select array_agg(g.id order by g.id) as ids from identity.nodes g
    where g.component = n.component and g.given and g.id <> p.id) f on true
  where n.id = $1::uuid`;

export type LoadedPerson = ListedPerson & { readonly formerIds: readonly string[]; readonly bornAt: Date };

/** A person by the present id or any former one. */
export async function loadPerson(tx: Tx, id: string): Promise<LoadedPerson | undefined> {
  if (!isUuid(id)) return undefined;
  const found = await tx.maybe(personById, [id]);
  if (found === undefined) return undefined;
  const [listed] = await listPeople(tx, { ids: [found.id] });
  return {
    id: found.id,
    formerIds: found.former ?? [],
    bornAt: found.born_at,
    identifiers: listed?.identifiers ?? [],
  };
}

const count = sql<{ n: number }>`
  select (select count(*) from identity.people) + (select count(*) from identity.nodes where component is null) as n`;

/** How many people there are, those without a name too. */
export const countPeople = async (tx: Tx): Promise<number> => (await tx.one(count)).n;

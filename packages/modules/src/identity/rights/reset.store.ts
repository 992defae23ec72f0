// SQL for making some people anew, as far as their devices tie them to others: what is asked for is taken, everything else that
// was learned of them is put aside to be learned again. Call under the lock of identity.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("identity");

/** Later than any event: a node that still says so when all was heard again belongs to nobody any more. */
const NEVER_MS = 9_007_199_254_740_991;

const DEVICES_OF = sql<{ device: string }>`
  select l.device from identity.lanes l where l.fp = any($1::uuid[])
  union select s.device from identity.streams s where s.login = any($1::uuid[])`;
const NODES_AT = sql<{ fp: string }>`
  with lanes as (select n.fp, n.component from identity.lanes l join identity.nodes n on n.fp = l.fp where l.device = any($1::uuid[])),
  logins as (select n.fp, n.component from identity.streams s join identity.nodes n on n.fp = s.login where s.device = any($1::uuid[])),
  those as (select * from lanes union select * from logins)
  select fp from those union select n.fp from identity.nodes n where n.component in (select component from those)`;
const NODES_WITH = sql<{ fp: string }>`
  with w as materialized (select distinct component from identity.nodes where fp = any($1::uuid[]) and component is not null)
  select fp from identity.nodes where fp = any($1::uuid[])
  union select n.fp from w join identity.nodes n on n.component = w.component`;
const SUBJECTS = sql<{ subject: string }>`
  select subject from identity.streams where device = any($1::uuid[]) or login = any($2::uuid[])
  union select fp from identity.nodes where fp = any($2::uuid[]) and kind <> 11`;

const KEEP = sql`
  insert into identity.kept_ids select fp, id, given, born_at from identity.nodes n
  where fp = any($1::uuid[]) and (kind = 11 or leaf) on conflict (fp) do nothing`;
const KEEP_IDS = sql`
  insert into identity.kept_words (what, said)
  select 'id', jsonb_build_object('fp', n.fp, 'kind', n.kind, 'value', n.value, 'proven', n.proven, 'first_ms', n.first_ms, 'proven_ms', n.proven_ms, 'circle', n.circle)
  from identity.nodes n where n.fp = any($1::uuid[]) and n.kind <> 11 and not n.leaf and n.first_ms < $2`;
// A leaf is learned together with the claim that makes it one.
const KEEP_LEAVES = sql`
  insert into identity.kept_words (what, said)
  select w.what, w.said from (
    select n.fp, 1 as place, 'id' as what, jsonb_build_object('fp', n.fp, 'kind', n.kind, 'value', n.value, 'proven', n.proven, 'first_ms', n.first_ms, 'proven_ms', n.proven_ms, 'circle', n.circle) as said
    from identity.nodes n where n.fp = any($1::uuid[]) and n.kind <> 11 and n.leaf
    union all
    select c.b, 2, 'claim', to_jsonb(c) from identity.nodes n join identity.claims c on c.b = n.fp
    where n.fp = any($1::uuid[]) and n.kind <> 11 and n.leaf and c.rule = 1) w order by w.fp, w.place`;
const KEEP_CLAIMS = sql`
  insert into identity.kept_words (what, said)
  select 'claim', to_jsonb(c) from identity.nodes n join identity.claims c on c.a = n.fp join identity.nodes m on m.fp = c.b
  where n.fp = any($1::uuid[]) and n.first_ms = $2 and m.first_ms = $2 and c.rule in (1, 5) and not m.leaf order by c.rule, c.at_ms, c.key`;
const KEEP_STREAMS = sql`
  insert into identity.kept_words (what, said)
  select 'stream', to_jsonb(s) || jsonb_build_object('visitor', l.visitor) from identity.streams s
  join identity.lanes l on l.device = s.device and l.visitor is not null where s.device = any($1::uuid[]) order by s.device`;
const KEEP_PULSES = sql`
  insert into identity.kept_words (what, said) select 'pulse', to_jsonb(p) from identity.pulses p where p.device = any($1::uuid[]) order by p.device, p.at_ms`;
const KEEP_MARKS = sql`
  insert into identity.kept_words (what, said)
  select 'mark', to_jsonb(m) from identity.marks m where m.device = any($1::uuid[]) and m.explicit order by m.device, m.at_ms, m.key`;
const KEEP_SIGHTINGS = sql`
  insert into identity.kept_words (what, said)
  select 'sighting', to_jsonb(s) from identity.sightings s where s.device = any($1::uuid[]) order by s.device, s.at_ms, s.key`;

const DROP_CLAIMS = sql`
  delete from identity.claims c using identity.nodes n, identity.nodes m
  where n.fp = any($1::uuid[]) and n.first_ms = $2 and c.a = n.fp and m.fp = c.b and m.first_ms = $2`;
const DROP_LANES = sql`delete from identity.lanes where device = any($1::uuid[])`;
const DROP_MARKS = sql`delete from identity.marks where device = any($1::uuid[])`;
const DROP_STREAMS = sql`delete from identity.streams where device = any($1::uuid[])`;
const DROP_SIGHTINGS = sql`delete from identity.sightings where device = any($1::uuid[])`;
const DROP_PULSES = sql`delete from identity.pulses where device = any($1::uuid[])`;
const DROP_PEOPLE = sql`
  delete from identity.people where component in (select component from identity.nodes where fp = any($1::uuid[]))`;
const DROP_ANEW = sql`delete from identity.nodes where fp = any($1::uuid[]) and (kind = 11 or leaf)`;
// A value that says nothing of anybody goes on saying nothing: nobody is joined because one of many was erased.
const EMPTY = sql`
  update identity.nodes set component = null, proven = false, first_ms = $2, proven_ms = null,
    hub_proven = hub_proven and kind <> 11, hub_stated = hub_stated and kind <> 11
  where fp = any($1::uuid[])`;
const BUMP = sql`update identity.revision set number = number + 1 where id = 1`;

const DROP_UNHEARD = sql`delete from identity.nodes where fp = any($1::uuid[]) and first_ms = $2`;
const DROP_LOOSE = sql`
  delete from identity.claims c using unnest($1::uuid[]) as w(fp)
  where c.b = w.fp and not exists (select from identity.nodes n where n.fp = w.fp)`;
const GIVE_BACK = sql`
  update identity.nodes n set id = k.id, given = n.given or k.given, born_at = k.born_at from identity.kept_ids k
  where n.fp = k.fp and n.fp = any($1::uuid[])`;
const RENAME = sql`
  update identity.people p set id = o.id
  from (select distinct on (m.component) m.component, m.id from identity.nodes n join identity.nodes m on m.component = n.component
    where n.fp = any($1::uuid[]) order by m.component, m.id) o
  where o.component = p.component and o.id <> p.id`;
const FORGET_KEPT = sql`delete from identity.kept_ids where fp = any($1::uuid[])`;

export type Circle = {
  /** Every node that is made anew, as uuid text. */
  readonly nodes: readonly string[];
  readonly devices: readonly string[];
};

/** Who must be made anew when these nodes are: those whom they hang together with, and whoever shares their devices. */
export async function findCircle(tx: Tx, fps: readonly string[]): Promise<Circle> {
  const nodes = new Set((await tx.rows(NODES_WITH, [fingerprints(fps)])).map((row) => row.fp));
  const devices = new Set<string>();
  for (let fresh = [...nodes]; fresh.length > 0; ) {
    const found = (await tx.rows(DEVICES_OF, [uuids(fresh)])).map((row) => row.device);
    const unseen = found.filter((device) => !devices.has(device));
    for (const device of unseen) devices.add(device);
    if (unseen.length === 0) break;
    fresh = (await tx.rows(NODES_AT, [uuids(unseen)])).map((row) => row.fp).filter((fp) => !nodes.has(fp));
    for (const fp of fresh) nodes.add(fp);
  }
  return { nodes: [...nodes], devices: [...devices] };
}

/** The streams whose events tell all that there is of a circle. */
export const listSubjects = async (tx: Tx, { nodes, devices }: Circle): Promise<string[]> =>
  (await tx.rows(SUBJECTS, [uuids(devices), uuids(nodes)])).map((row) => row.subject);

/** Puts aside what is left of a circle once what was asked for is taken, and empties it. */
export async function putAside(tx: Tx, circle: Circle): Promise<void> {
  const [nodes, devices] = [uuids(circle.nodes), uuids(circle.devices)];
  tx.send(KEEP, [nodes]);
  tx.send(KEEP_IDS, [nodes, NEVER_MS]);
  for (const keep of [KEEP_STREAMS, KEEP_PULSES, KEEP_MARKS, KEEP_SIGHTINGS]) tx.send(keep, [devices]);
  tx.send(DROP_PEOPLE, [nodes]);
  tx.send(KEEP_LEAVES, [nodes]);
  tx.send(EMPTY, [nodes, NEVER_MS]);
  tx.send(KEEP_CLAIMS, [nodes, NEVER_MS]);
  tx.send(DROP_CLAIMS, [nodes, NEVER_MS]);
  tx.send(DROP_ANEW, [nodes]);
  for (const drop of [DROP_LANES, DROP_MARKS, DROP_STREAMS, DROP_SIGHTINGS, DROP_PULSES])
    tx.send(drop, [devices]);
  await tx.run(BUMP);
}

/** Lanes and leaves that were stored anew are called what they were. */
export async function giveBackIds(tx: Tx, nodes: readonly string[]): Promise<void> {
  tx.send(GIVE_BACK, [uuids(nodes)]);
  await tx.run(RENAME, [uuids(nodes)]);
}

/** When all was heard again: what nothing speaks of goes, and what was claimed of it. */
export async function tidyCircle(tx: Tx, nodes: readonly string[]): Promise<void> {
  tx.send(DROP_UNHEARD, [uuids(nodes), NEVER_MS]);
  tx.send(DROP_LOOSE, [uuids(nodes)]);
  await giveBackIds(tx, nodes);
  await tx.run(FORGET_KEPT, [uuids(nodes)]);
}

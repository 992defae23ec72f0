// SQL for making some people anew: what is derived of them goes, as far as their devices tie them to others, and is learned
// again from the events that are left. Call under the lock of identity.
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
  select fp from identity.nodes where fp = any($1::uuid[])
  union select n.fp from identity.nodes w join identity.nodes n on n.component = w.component where w.fp = any($1::uuid[])`;
const SUBJECTS = sql<{ subject: string }>`
  select subject from identity.streams where device = any($1::uuid[]) or login = any($2::uuid[])
  union select fp from identity.nodes where fp = any($2::uuid[]) and kind <> 11`;

const KEEP = sql`
  insert into identity.kept_ids select fp, id, given, born_at from identity.nodes
  where fp = any($1::uuid[]) and kind = 11 and fp <> all($2::uuid[]) on conflict (fp) do nothing`;
// A claim that somebody else's event made of one end stays, and what colleagues ruled (rule 5): they will not be heard again.
const DROP_CLAIMS = sql`
  delete from identity.claims where (a = any($1::uuid[]) and b = any($1::uuid[]) and rule <> 5) or a = any($2::uuid[]) or b = any($2::uuid[])`;
const DROP_LANES = sql`delete from identity.lanes where device = any($1::uuid[])`;
const DROP_MARKS = sql`delete from identity.marks where device = any($1::uuid[])`;
const DROP_STREAMS = sql`delete from identity.streams where device = any($1::uuid[]) or login = any($2::uuid[])`;
const DROP_SIGHTINGS = sql`delete from identity.sightings where device = any($1::uuid[]) or id = any($2::uuid[])`;
const DROP_PULSES = sql`delete from identity.pulses where device = any($1::uuid[])`;
const DROP_PEOPLE = sql`
  delete from identity.people where component in (select component from identity.nodes where fp = any($1::uuid[]))`;
const DROP_NODES = sql`delete from identity.nodes where (fp = any($1::uuid[]) and kind = 11) or fp = any($2::uuid[])`;
const EMPTY = sql`
  update identity.nodes set component = null, proven = false, hub_proven = false, hub_stated = false, leaf = false, first_ms = $2
  where fp = any($1::uuid[])`;
const SILENCE = sql`
  update identity.rulings set reason = '', undone_why = case when undone_why is null then null else '' end where id in (
    select ruling from identity.ruled_ends where fp = any($1::uuid[])
    union select ruling from identity.ruled_pairs where a = any($1::uuid[]) or b = any($1::uuid[]))`;
const DROP_ENDS = sql`delete from identity.ruled_ends where fp = any($1::uuid[])`;
const DROP_PAIRS = sql`delete from identity.ruled_pairs where a = any($1::uuid[]) or b = any($1::uuid[])`;
const DROP_VALUES = sql`delete from identity.ruled_values where fp = any($1::uuid[])`;
const BUMP = sql`update identity.revision set number = number + 1 where id = 1`;

const DROP_UNHEARD = sql`delete from identity.nodes where fp = any($1::uuid[]) and first_ms = $2`;
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
  /** Streams whose events tell all of it. */
  readonly subjects: readonly string[];
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
  const [all, places] = [[...nodes], [...devices]];
  const subjects = (await tx.rows(SUBJECTS, [uuids(places), uuids(all)])).map((row) => row.subject);
  return { nodes: all, devices: places, subjects };
}

/** Empties a circle; `gone` are forgotten for good, whatever is still said. */
export async function emptyCircle(
  tx: Tx,
  circle: Circle,
  gone: readonly string[],
): Promise<Record<string, number>> {
  const [nodes, devices, forgotten] = [uuids(circle.nodes), uuids(circle.devices), fingerprints(gone)];
  await tx.run(KEEP, [nodes, forgotten]);
  const removed = {
    "identity.rulings (reasons)": await tx.run(SILENCE, [forgotten]),
    "identity.ruled_ends": await tx.run(DROP_ENDS, [forgotten]),
    "identity.ruled_values": await tx.run(DROP_VALUES, [forgotten]),
    "identity.ruled_pairs": await tx.run(DROP_PAIRS, [forgotten]),
    "identity.claims": await tx.run(DROP_CLAIMS, [nodes, forgotten]),
    "identity.lanes": await tx.run(DROP_LANES, [devices]),
    "identity.marks": await tx.run(DROP_MARKS, [devices]),
    "identity.streams": await tx.run(DROP_STREAMS, [devices, nodes]),
    "identity.sightings": await tx.run(DROP_SIGHTINGS, [devices, forgotten]),
    "identity.pulses": await tx.run(DROP_PULSES, [devices]),
    "identity.people": await tx.run(DROP_PEOPLE, [nodes]),
    "identity.nodes": await tx.run(DROP_NODES, [nodes, forgotten]),
  };
  await tx.run(EMPTY, [nodes, NEVER_MS]);
  await tx.run(BUMP);
  return removed;
}

/** When all was heard again: what nothing speaks of goes, lanes get their ids back. */
export async function tidyCircle(tx: Tx, nodes: readonly string[]): Promise<void> {
  await tx.run(DROP_UNHEARD, [uuids(nodes), NEVER_MS]);
  await tx.run(GIVE_BACK, [uuids(nodes)]);
  await tx.run(RENAME, [uuids(nodes)]);
  await tx.run(FORGET_KEPT, [uuids(nodes)]);
}

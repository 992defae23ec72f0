// SQL for making people anew from the events there are: everything derived goes, nodes stay with their ids and know nothing.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

/** Later than any event: a node that still says so when all was heard belongs to nobody any more. */
const NEVER_MS = 9_007_199_254_740_991;

const REVISION = sql<{ number: number }>`select number from identity.revision where id = 1`;
const BUMP = sql`update identity.revision set number = number + 1 where id = 1`;
const KEEP = sql`
  insert into identity.kept_ids select fp, id, given, born_at from identity.nodes where kind = 11 on conflict (fp) do nothing`;
const DROP_CLAIMS = sql`delete from identity.claims`;
const DROP_LANES = sql`delete from identity.lanes`;
const DROP_MARKS = sql`delete from identity.marks`;
const DROP_STREAMS = sql`delete from identity.streams`;
const DROP_SIGHTINGS = sql`delete from identity.sightings`;
const DROP_PULSES = sql`delete from identity.pulses`;
const DROP_PEOPLE = sql`delete from identity.people`;
const DROP_LANE_NODES = sql`delete from identity.nodes where kind = 11`;
const EMPTY_NODES = sql`
  update identity.nodes set component = null, proven = false, hub_proven = coalesce(fixed = 2, listed),
    hub_stated = coalesce(fixed = 2, listed), leaf = false, first_ms = $1, proven_ms = null`;
const DROP_UNHEARD = sql`delete from identity.nodes where first_ms = $1`;
const GIVE_BACK = sql`
  update identity.nodes n set id = k.id, given = n.given or k.given, born_at = k.born_at from identity.kept_ids k where n.fp = k.fp`;
const RENAME = sql`
  update identity.people p set id = o.id
  from (select distinct on (component) component, id from identity.nodes where component is not null order by component, id) o
  where o.component = p.component and o.id <> p.id`;
const GIVE = sql`
  update identity.nodes n set given = true
  where not n.given and (n.component is null or exists (select from identity.people p where p.component = n.component and p.id = n.id))`;
const FORGET_KEPT = sql`delete from identity.kept_ids`;

export const findRevision = async (tx: Tx): Promise<number> => (await tx.one(REVISION)).number;

/** Call under the lock of identity. Every process forgets within a second. */
export async function emptyIdentity(tx: Tx): Promise<void> {
  tx.send(KEEP);
  for (const drop of [
    DROP_CLAIMS,
    DROP_LANES,
    DROP_MARKS,
    DROP_STREAMS,
    DROP_SIGHTINGS,
    DROP_PULSES,
    DROP_PEOPLE,
  ])
    tx.send(drop);
  tx.send(DROP_LANE_NODES);
  tx.send(EMPTY_NODES, [NEVER_MS]);
  await tx.run(BUMP);
}

/** What nothing speaks of goes, lanes get their ids back. */
export async function tidyNodes(tx: Tx): Promise<void> {
  tx.send(DROP_UNHEARD, [NEVER_MS]);
  tx.send(GIVE_BACK);
  tx.send(RENAME);
  tx.send(GIVE);
  await tx.run(FORGET_KEPT);
}

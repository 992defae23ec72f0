// SQL for whether we know whose an event is: somebody with a login, a card, an address or a number, at this moment.
import { bigints, room, type Tx, uuids } from "@somlos/kernel/db";
import type { Placed } from "./identity.store.ts";

const { sql } = room("identity");

const known = sql<{ i: number }>`
  select e.i::int as i
  from unnest($1::uuid[], $2::bigint[], $3::uuid[]) with ordinality as e(subject, at_ms, key, i)
  left join identity.streams s on s.subject = e.subject
  left join lateral (
    select x.fp from identity.lanes x
    where s.login is null and x.device = s.device and x.live and (x.from_ms, x.from_key) <= (e.at_ms, e.key)
    order by x.from_ms desc, x.from_key desc limit 1) l on true
  cross join lateral (
    select x.kind, x.component from identity.nodes x
    where x.fp = case when s.subject is null then e.subject else coalesce(s.login, l.fp) end limit 1) n
  left join lateral (
    select x.logins + x.club_cards + x.emails + x.phones as names from identity.people x
    where x.component = n.component limit 1) p on true
  where n.kind <= 4 or p.names > 0`;

/** Places of the events whose person we know by more than a browser or a thing. */
export async function findKnown(tx: Tx, events: readonly Placed[]): Promise<Set<number>> {
  if (events.length === 0) return new Set();
  const rows = await tx.rows(known, [
    uuids(events.map((e) => e.subject)),
    bigints(events.map((e) => e.at.getTime())),
    uuids(events.map((e) => e.key)),
  ]);
  return new Set(rows.map(({ i }) => i - 1));
}

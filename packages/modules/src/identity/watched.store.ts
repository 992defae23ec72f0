// SQL for identifiers that a higher room keeps an eye on: marked once, found again behind whatever is now the same person.
import { bigints, fingerprints, ints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { kindOfCode, type NodeKind } from "./limits.rules.ts";
import { lockIdentity } from "./streams.store.ts";

const { sql } = room("identity");

const keep = sql`insert into identity.watched (fp) select unnest($1::uuid[]) on conflict (fp) do nothing`;
const mark = sql`update identity.nodes set watched = true where fp = any($1::uuid[]) and not watched`;
// Nested on purpose: a question names some hundreds, and there may be as many watched ones as there are people.
const found = sql<{ i: number; fp: string }>`
  with ids as (
    select w.i, w.fp, n.component from unnest($1::int[], $2::uuid[]) as w(i, fp) left join identity.nodes n on n.fp = w.fp),
  lanes as (
    select w.i, n.fp, n.component from unnest($3::int[], $4::uuid[], $5::bigint[]) as w(i, device, at_ms)
    cross join lateral (
      select x.fp from identity.lanes x where x.device = w.device and x.live and x.from_ms <= w.at_ms
      order by x.from_ms desc, x.from_key desc limit 1) l
    join identity.nodes n on n.fp = l.fp),
  people as (select i, component from ids where component is not null union select i, component from lanes where component is not null)
  select p.i, v.fp from people p
  cross join lateral (select n.fp from identity.nodes n where n.component = p.component and n.watched limit 1000) v
  union
  select ids.i, ids.fp from ids
  cross join lateral (select from identity.watched w where w.fp = ids.fp limit 1) own`;

const held = sql<{ i: number; kind: number; value: string }>`
  with components as (
    select w.i, n.component from unnest($1::int[], $2::uuid[]) as w(i, fp) join identity.nodes n on n.fp = w.fp
    union
    select w.i, n.component from unnest($3::int[], $4::uuid[], $5::bigint[]) as w(i, device, at_ms)
    cross join lateral (
      select x.fp from identity.lanes x where x.device = w.device and x.live and x.from_ms <= w.at_ms
      order by x.from_ms desc, x.from_key desc limit 1) l
    join identity.nodes n on n.fp = l.fp)
  select c.i, h.kind, h.value from components c
  cross join lateral (
    select n.kind, n.value from identity.nodes n where n.component = c.component and n.value is not null limit 1000) h
  where c.component is not null`;

/** From now on these are found, also those that nobody has told of yet. Takes the lock of identity: call it last but for writes. */
export async function watchIdentifiers(tx: Tx, fps: readonly string[]): Promise<void> {
  if (fps.length === 0) return;
  await lockIdentity(tx);
  tx.send(keep, [fingerprints([...fps].sort())]);
  await tx.run(mark, [fingerprints(fps)]);
}

/** What one event carries: identifiers, and the device where nobody was signed in on it. */
export type Bearing = {
  readonly ids: readonly string[];
  readonly device: string | undefined;
  readonly at: number;
};

export type Watched = {
  /** Place in the list that was asked about. */
  readonly i: number;
  readonly fp: string;
};

const question = (events: readonly Bearing[]) => {
  const ids = events.flatMap((event, i) => event.ids.map((fp) => ({ i, fp })));
  const devices = events.flatMap(({ device, at }, i) => (device === undefined ? [] : [{ i, device, at }]));
  return [
    ints(ids.map(({ i }) => i)),
    fingerprints(ids.map(({ fp }) => fp)),
    ints(devices.map(({ i }) => i)),
    fingerprints(devices.map(({ device }) => device)),
    bigints(devices.map(({ at }) => at)),
  ];
};

export type Held = { readonly i: number; readonly kind: Exclude<NodeKind, "lane">; readonly value: string };

/** All that is held by whoever each event is about, by kind and value: people of another circle hold it by another name. */
export const findHeld = async (tx: Tx, events: readonly Bearing[]): Promise<Held[]> =>
  (await tx.rows(held, question(events))).flatMap(({ i, kind, value }) => {
    const named = kindOfCode(kind);
    return named === "lane" ? [] : [{ i, kind: named, value }];
  });

/** The watched identifiers that each event carries, and those that whoever it is about holds now. */
export async function findWatched(tx: Tx, events: readonly Bearing[]): Promise<Watched[]> {
  const rows = await tx.rows(found, question(events));
  return rows.map(({ i, fp }) => ({ i, fp: fingerprintOf(fp) }));
}

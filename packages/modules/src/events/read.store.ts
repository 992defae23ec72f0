// Reading the log: the newest events, one event by its message id, how fast they come.
import { room, type Tx } from "@somlos/kernel/db";
import { bodyOf, type LoggedRow, messageIdOf } from "./shown.rules.ts";
import { BESIDES, WITH_BODY } from "./timeline.store.ts";

const { sql, fragment } = room("events");

const NEWEST = sql<LoggedRow & { ack_ms: number | null }>`
  with page as (
    select l.* from events.log l
    where l.seq > $1 and l.received_at > $2::timestamptz and l.type <> 9
      and ($3::smallint is null or l.channel = $3)
      and ($4::text is null or l.name ilike $4)
    order by l.seq desc limit $5)
  ${WITH_BODY}, (extract(epoch from f.at - p.received_at) * 1000)::float8 as ack_ms
  from page p ${BESIDES} left join events.flushes f on f.number = p.seq >> 16
  order by p.seq desc`;

// One index probe a key: `limit 1` keeps the planner from reading whole months for a hash.
const KEYED = fragment`
  from unnest($1::uuid[]) as w(key)
  cross join lateral (select s.seq from events.seen s where s.key = w.key limit 1) k
  cross join lateral (select l.* from events.log l where l.seq = k.seq limit 1) l`;
const BY_KEYS = sql<LoggedRow & { written_at: Date | null }>`
  with page as materialized (select l.* ${KEYED} order by l.received_at desc limit 1)
  ${WITH_BODY}, f.at as written_at
  from page p ${BESIDES} left join events.flushes f on f.number = p.seq >> 16`;

const BODIES = sql<{ key: string; body: string | null }>`
  select w.key, b.body ${KEYED}
  left join lateral (
    select x.body from events.bodies x where x.seq = l.seq and x.received_at = l.received_at limit 1) b on true`;

const RATE = sql<{ slot: number; channel: number; count: number }>`
  select (extract(epoch from $1::timestamptz - l.received_at)::int / 3) as slot, l.channel, count(*)::int as count
  from events.log l where l.received_at > $1::timestamptz - interval '5 minutes' and l.received_at <= $1 and l.type <> 9
  group by 1, 2`;

const ACK = sql<{ p50: number | null; p99: number | null }>`
  select percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.99) within group (order by ms) as p99
  from (
    select extract(epoch from f.at - l.received_at) * 1000 as ms
    from events.flushes f join events.log l on l.seq between f.number << 16 and (f.number << 16) + 20
    where f.at > $1::timestamptz - interval '5 minutes' and l.received_at > $1::timestamptz - interval '5 minutes' and l.type <> 9
    order by f.number desc limit 2000) m`;

const DUPLICATES = sql<{ count: number }>`
  select coalesce(sum(duplicates), 0)::int as count from events.flushes where at > $1::timestamptz - interval '24 hours'`;

const SOURCES = sql<{ id: number; kind: string; name: string; channel: string }>`
  select id, kind, name, channel from events.sources`;

export type NewestWish = {
  readonly after: number;
  readonly since: Date;
  readonly channel: number | null;
  readonly name: string | null;
  readonly limit: number;
};
export const listNewest = (tx: Tx, w: NewestWish): Promise<(LoggedRow & { ack_ms: number | null })[]> =>
  tx.rows(NEWEST, [w.after, w.since, w.channel, w.name, w.limit]);

/** The newest of the events under these keys (uuid texts). */
export const findByKeys = (
  tx: Tx,
  keys: readonly string[],
): Promise<(LoggedRow & { written_at: Date | null }) | undefined> => tx.maybe(BY_KEYS, [keys]);

/** The message ids of logged events by their keys; where the body is gone, or never said one, the key serves as one. */
export const listMessageIds = async (tx: Tx, keys: readonly string[]): Promise<Map<string, string>> =>
  new Map((await tx.rows(BODIES, [[...keys]])).map((row) => [row.key, messageIdOf(row.key, bodyOf(row))]));

export const countRate = (tx: Tx, now: Date): Promise<{ slot: number; channel: number; count: number }[]> =>
  tx.rows(RATE, [now]);
export const measureAck = (tx: Tx, now: Date): Promise<{ p50: number | null; p99: number | null }> =>
  tx.one(ACK, [now]);
export const countDuplicates = async (tx: Tx, now: Date): Promise<number> =>
  (await tx.one(DUPLICATES, [now])).count;
export const listSources = (tx: Tx): Promise<{ id: number; kind: string; name: string; channel: string }[]> =>
  tx.rows(SOURCES);

// Reading the log: a person's timeline over streams, the newest events, one event by its message id.
import { room, type Tx, times, uuids } from "@somlos/kernel/db";
import type { LoggedRow } from "./shown.rules.ts";

const { sql, fragment } = room("events");

const WITH_BODY = fragment`
  select p.seq, p.at, p.received_at, p.key, p.subject, p.source_id, s.name as source, p.type, p.channel, p.flags, p.name, b.body`;
const BESIDES = fragment`
  left join events.sources s on s.id = p.source_id
  left join events.bodies b on b.seq = p.seq and b.received_at = p.received_at`;

// The newest $6 events over many streams. First the newest of each stream: the $6th newest of those is a bar below which
// nothing can stand on the page, so only streams that reach it are read at all. 300 streams cost 300 index probes.
const TIMELINE = sql<LoggedRow>`
  with parts as (
    select subject, coalesce(from_at, '-infinity') as from_at, from_key, coalesce(to_at, 'infinity') as to_at, to_key
    from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::timestamptz[], $5::uuid[]) as t(subject, from_at, from_key, to_at, to_key)),
  heads as materialized (
    select p.*, h.at as head from parts p cross join lateral (
      select l.at from events.log l
      where l.subject = p.subject and l.at between p.from_at and least(p.to_at, $7::timestamptz)
        and ($9::smallint is null or l.channel = $9)
      order by l.at desc, l.seq desc limit 1) h),
  bar as (select coalesce((select head from heads order by head desc offset $6::integer - 1 limit 1), '-infinity') as at),
  page as (
    select e.* from heads p cross join bar cross join lateral (
      select l.* from events.log l
      where l.subject = p.subject and l.at between greatest(p.from_at, bar.at) and least(p.to_at, $7::timestamptz)
        and (l.at, l.seq) < ($7::timestamptz, $8::bigint)
        and (p.from_key is null or (l.at, l.key) >= (p.from_at, p.from_key))
        and (p.to_key is null or (l.at, l.key) < (p.to_at, p.to_key))
        and ($9::smallint is null or l.channel = $9)
      order by l.at desc, l.seq desc limit $6) e
    where p.head >= bar.at
    order by e.at desc, e.seq desc limit $6)
  ${WITH_BODY} from page p ${BESIDES} order by p.at desc, p.seq desc`;

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

const BY_KEYS = sql<LoggedRow & { written_at: Date | null }>`
  with page as (
    select l.* from events.seen k join events.log l on l.seq = k.seq where k.key = any($1::uuid[]))
  ${WITH_BODY}, f.at as written_at
  from page p ${BESIDES} left join events.flushes f on f.number = p.seq >> 16
  order by p.received_at desc limit 1`;

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

const SPAN = sql<{ first_at: Date | null; last_at: Date | null }>`
  select min(a.first_at) as first_at, max(z.last_at) as last_at
  from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as t(subject, from_at, to_at)
  left join lateral (select l.at as first_at from events.log l where l.subject = t.subject
    and l.at between coalesce(t.from_at, '-infinity') and coalesce(t.to_at, 'infinity') order by l.at, l.seq limit 1) a on true
  left join lateral (select l.at as last_at from events.log l where l.subject = t.subject
    and l.at between coalesce(t.from_at, '-infinity') and coalesce(t.to_at, 'infinity') order by l.at desc, l.seq desc limit 1) z on true`;

/** A part of a stream: the whole of it, or from (inclusive) to (exclusive) in (time, key) order. */
export type Part = {
  readonly subject: string;
  readonly fromAt?: Date | undefined;
  readonly fromKey?: string | undefined;
  readonly toAt?: Date | undefined;
  readonly toKey?: string | undefined;
};
export type Before = { readonly at: Date; readonly seq: number };

const momentsOf = (dates: readonly (Date | undefined)[]): Buffer =>
  times(dates.map((date) => date?.getTime() ?? null));

/** The newest events in these parts before a place, at most `limit`. */
export const listTimeline = (
  tx: Tx,
  parts: readonly Part[],
  limit: number,
  before: Before,
  channel: number | null,
): Promise<LoggedRow[]> =>
  tx.rows(TIMELINE, [
    uuids(parts.map((p) => p.subject)),
    momentsOf(parts.map((p) => p.fromAt)),
    uuids(parts.map((p) => p.fromKey ?? null)),
    momentsOf(parts.map((p) => p.toAt)),
    uuids(parts.map((p) => p.toKey ?? null)),
    limit,
    before.at,
    before.seq,
    channel,
  ]);

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

export const countRate = (tx: Tx, now: Date): Promise<{ slot: number; channel: number; count: number }[]> =>
  tx.rows(RATE, [now]);
export const measureAck = (tx: Tx, now: Date): Promise<{ p50: number | null; p99: number | null }> =>
  tx.one(ACK, [now]);
export const countDuplicates = async (tx: Tx, now: Date): Promise<number> =>
  (await tx.one(DUPLICATES, [now])).count;
export const listSources = (tx: Tx): Promise<{ id: number; kind: string; name: string; channel: string }[]> =>
  tx.rows(SOURCES);
export const findSpan = (
  tx: Tx,
  parts: readonly Part[],
): Promise<{ first_at: Date | null; last_at: Date | null }> =>
  tx.one(SPAN, [
    uuids(parts.map((p) => p.subject)),
    momentsOf(parts.map((p) => p.fromAt)),
    momentsOf(parts.map((p) => p.toAt)),
  ]);

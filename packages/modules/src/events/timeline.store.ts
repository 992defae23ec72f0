// A person's timeline over the streams of the log.
import { room, type Tx } from "@somlos/kernel/db";
import type { LoggedRow } from "./shown.rules.ts";
import {
  type Before,
  isWhole,
  latestReceipt,
  type Parts,
  reliableReceipt,
  searchesOf,
} from "./timeline.rules.ts";

const { sql, fragment } = room("events");

export const WITH_BODY = fragment`
  select p.seq, p.at, p.received_at, p.key, p.subject, p.source_id, s.name as source, p.type, p.channel, p.flags, p.circle, p.country, p.name, b.body`;
/** The body of an event, one look each: PostgreSQL cannot know how few events a page has, and would read all bodies. */
export const bodyOfPage = fragment`(
    select x.body from events.bodies x where x.seq = p.seq and x.received_at = p.received_at limit 1) b`;
export const BESIDES = fragment`
  left join events.sources s on s.id = p.source_id
  left join lateral ${bodyOfPage} on true`;

const PARTS = fragment`(
    select n, subject, coalesce(from_at, '-infinity') as from_at, from_key, coalesce(to_at, 'infinity') as to_at, to_key
    from unnest($1::text::uuid[], $2::text::timestamptz[], $3::text::uuid[], $4::text::timestamptz[], $5::text::uuid[])
      with ordinality as t(subject, from_at, from_key, to_at, to_key, n)) p`;
const INSIDE = fragment`
  l.subject = p.subject and (p.from_key is null or (l.at, l.key) >= (p.from_at, p.from_key))
    and (p.to_key is null or (l.at, l.key) < (p.to_at, p.to_key))`;
const WITHIN = fragment`
  l.received_at >= $10 and l.received_at < $11 and ${INSIDE}
    and l.at between p.from_at and least(p.to_at, $7::timestamptz) and (l.at, l.seq) < ($7::timestamptz, $8::bigint)
    and ($9::smallint is null or l.channel = $9)`;

// The newest $6 events over many streams. First the newest of each stream: the $6th newest of those is a bar below which
// nothing can stand on the page, so only streams that reach it are read at all. 300 streams cost 300 index probes for each
// month of receipt, so months that cannot matter are not opened ($10, $11).
const TIMELINE = sql<LoggedRow>`
  with heads as materialized (
    select p.*, h.at as head from ${PARTS} cross join lateral (
      select l.at from events.log l where ${WITHIN} order by l.at desc, l.seq desc limit 1) h),
  bar as (select coalesce((select head from heads order by head desc offset $6::integer - 1 limit 1), '-infinity') as at),
  page as (
    select e.* from heads p cross join bar cross join lateral (
      select l.* from events.log l where ${WITHIN} and l.at >= bar.at
      order by l.at desc, l.seq desc limit $6) e
    where p.head >= bar.at
    order by e.at desc, e.seq desc limit $6)
  ${WITH_BODY} from page p ${BESIDES} order by p.at desc, p.seq desc`;

/** As parameters: subject, from (time, key), to (time, key); each question casts them to arrays. */
export const columnsOf = (p: Parts): string[] => [p.subjects, p.fromAts, p.fromKeys, p.toAts, p.toKeys];

/** The newest events in these parts before a place, at most `limit`. `nowMs`: this machine's time. */
export async function listTimeline(
  tx: Tx,
  parts: Parts,
  { limit, before, channel }: { limit: number; before: Before; channel: number | null },
  nowMs: number,
): Promise<LoggedRow[]> {
  const values = [...columnsOf(parts), limit, before.at, before.seq, channel];
  let rows: LoggedRow[] = [];
  for (const months of searchesOf(parts.count, before, nowMs)) {
    rows = await tx.rows(TIMELINE, [...values, months.from, months.to]);
    if (isWhole(rows, limit, months)) break;
  }
  return rows;
}

export type NamedRow = { at: Date; name: string; body: string };
const NAMED = sql<NamedRow>`
  with named as (
    select e.* from ${PARTS} cross join lateral (
    select l.at, l.seq, l.received_at, l.name from events.log l
    where l.received_at >= $6 and l.received_at < $7 and ${INSIDE} and l.at between greatest(p.from_at, $8) and p.to_at
      and lower(regexp_replace(l.name, '[^A-Za-z]', '', 'g')) = any($9::text[])
    order by l.at desc, l.seq desc limit $10) e
    order by e.at desc, e.seq desc limit $10)
  select p.at, p.name, b.body from named p cross join lateral ${bodyOfPage} order by p.at desc, p.seq desc`;

export type NamedWish = { readonly names: readonly string[]; readonly since: Date; readonly limit: number };

/** The newest events of these names (letters only, small) in these parts since then. `nowMs`: this machine's time. */
export const listNamed = (tx: Tx, parts: Parts, wish: NamedWish, nowMs: number): Promise<NamedRow[]> =>
  tx.rows(NAMED, [
    ...columnsOf(parts),
    reliableReceipt(wish.since),
    latestReceipt(nowMs),
    wish.since,
    [...wish.names],
    wish.limit,
  ]);

const FIRST = sql<{ at: Date | null }>`
  select min(a.at) as at
  from ${PARTS} cross join lateral (select l.at from events.log l where l.received_at < $6 and l.subject = p.subject
    and l.at between p.from_at and p.to_at order by l.at, l.seq limit 1) a`;

/** When the first event in these parts happened. `nowMs`: this machine's time. */
export const findFirstTime = async (tx: Tx, parts: Parts, nowMs: number): Promise<Date | undefined> =>
  (await tx.one(FIRST, [...columnsOf(parts), latestReceipt(nowMs)])).at ?? undefined;

const COUNT = sql<{ owner: number; events: number; keys: string[] }>`
  select ($6::integer[])[p.n] as owner, count(*)::int as events,
    (array_agg(l.key::text order by l.at desc, l.seq desc) filter (where l.key is not null))[1:50] as keys
  from ${PARTS} cross join lateral (
    select l.at, l.seq, l.key from events.log l
    where l.received_at < $7 and ${INSIDE} and l.at between p.from_at and p.to_at) l
  group by 1`;

/** Of each owner of these parts: how many events, and the keys of the newest 50. */
export const countEvents = (
  tx: Tx,
  parts: Parts & { readonly owners: readonly number[] },
  nowMs: number,
): Promise<{ owner: number; events: number; keys: string[] }[]> =>
  tx.rows(COUNT, [...columnsOf(parts), [...parts.owners], latestReceipt(nowMs)]);

const LAST_SEEN = sql<{ owner: number; at: Date; channels: number[] }>`
  select ($6::integer[])[p.n] as owner, max(h.at) as at, array_agg(distinct h.channel) as channels
  from ${PARTS} cross join lateral (
    select l.at, l.channel from events.log l
    where l.received_at < $7 and ${INSIDE} and l.at between p.from_at and p.to_at
    order by l.at desc, l.seq desc limit 1) h
  group by 1`;

/** Of each owner of these parts: the time of the newest event, and the channels of the newest in each part. */
export const listLastSeen = (
  tx: Tx,
  parts: Parts & { readonly owners: readonly number[] },
  nowMs: number,
): Promise<{ owner: number; at: Date; channels: number[] }[]> =>
  tx.rows(LAST_SEEN, [...columnsOf(parts), [...parts.owners], latestReceipt(nowMs)]);

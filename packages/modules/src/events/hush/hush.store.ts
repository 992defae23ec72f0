// The SQL of what is left of hushed events, and of knowing a retry again for a day.
import { randomInt } from "node:crypto";
import { channels } from "@somlos/contract/rooms/events";
import { bigints, fingerprints, room, smallints, type Tx, texts, times } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import type { Kept } from "./kept.rules.ts";

const { sql } = room("events");

const SALT = sql<{ salt: string }>`select salt from events.hush_days where day = $1::date`;
const MAKE_SALT = sql`insert into events.hush_days (day, salt) values ($1::date, $2) on conflict (day) do nothing`;
// What came before the person chose to be left alone is a duplicate of what lies in the log.
const TAKE = sql<{ place: number }>`
  with came as materialized (
    select u.*, row_number() over (partition by u.key order by u.n) as nth
    from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::jsonb[])
      with ordinality as u(lasting, key, hour, channel, place, name, currency, amount_minor, products, n)),
  fresh as materialized (
    select * from came c where nth = 1 and not exists (select from events.seen s where s.key = c.lasting)),
  claimed as (
    insert into events.hush_seen (day, key) select $1::date, key from fresh order by key on conflict (day, key) do nothing returning key),
  kept as (
    insert into events.hushed (hour, channel, place, name, currency, amount_minor, products)
    select f.hour, f.channel, f.place, f.name, f.currency, f.amount_minor, f.products from fresh f join claimed using (key)
    order by random())
  select f.n::int - 1 as place from fresh f join claimed using (key)`;
const COUNT = sql`
  insert into events.hush_counts as h (day, channel, lane, count)
  select $1::date, channel, $3, count(*) from unnest($2::smallint[]) as c(channel) group by channel order by channel
  on conflict (day, channel, lane) do update set count = h.count + excluded.count`;
const COUNTS = sql<{ day: string; channel: number; count: number }>`
  select day::text as day, channel, sum(count)::float8 as count from events.hush_counts
  where day between $1::date and $2::date group by 1, 2`;
const FORGET_SEEN = sql`delete from events.hush_seen where day < $1::date`;
const FORGET_SALTS = sql`delete from events.hush_days where day < $1::date`;
const DELETE_OLD = sql`
  delete from events.hushed where ctid in (select ctid from events.hushed where hour < $1 order by hour limit $2)`;

/** The random part of a day's key; `fresh` when the day has none yet. */
export async function saltOf(tx: Tx, day: string, fresh: () => string): Promise<string> {
  const found = await tx.maybe(SALT, [day]);
  if (found !== undefined) return found.salt;
  await tx.run(MAKE_SALT, [day, fresh()]);
  return (await tx.one(SALT, [day])).salt;
}

const COUNT_LANES = 8;
const CHANNEL = new Map<string, number>(channels.map((channel, i) => [channel, i]));

export type ToKeep = Kept & {
  /** The key that it would have had in the log: looked for, never written. */
  readonly lasting: string;
  readonly key: string;
};

/** Keeps what is new; gives the places of those that were. */
export async function insertHushed(tx: Tx, day: string, list: readonly ToKeep[]): Promise<Set<number>> {
  const rows = await tx.rows(TAKE, [
    day,
    fingerprints(list.map((k) => k.lasting)),
    fingerprints(list.map((k) => k.key)),
    times(list.map((k) => k.hour)),
    smallints(list.map((k) => CHANNEL.get(k.channel) ?? -1)),
    texts(list.map((k) => k.place)),
    texts(list.map((k) => k.name)),
    texts(list.map((k) => k.currency)),
    bigints(list.map((k) => k.amountMinor)),
    list.map(({ products }) =>
      products.length === 0
        ? null
        : JSON.stringify(products.map((p) => ({ ...p, code: p.code === null ? null : uuidOf(p.code) }))),
    ),
  ]);
  const fresh = new Set(rows.map((row) => row.place));
  const counted = list.filter((_, i) => fresh.has(i)).map((k) => CHANNEL.get(k.channel) ?? -1);
  if (counted.length > 0) await tx.run(COUNT, [day, smallints(counted), randomInt(COUNT_LANES)]);
  return fresh;
}

/** How many were kept without their person, by day of receipt and place of the channel in the list. */
export const listHushCounts = (tx: Tx, from: string, to: string) => tx.rows(COUNTS, [from, to]);

/** The keys of days that are over, and what was seen under them. */
export async function forgetHushDays(tx: Tx, today: string): Promise<number> {
  await tx.run(FORGET_SALTS, [today]);
  return tx.run(FORGET_SEEN, [today]);
}

export const deleteOldHushed = (tx: Tx, before: Date, most: number) => tx.run(DELETE_OLD, [before, most]);

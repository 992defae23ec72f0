// The SQL of beat 1's first step: message ids once for ever, the envelope in the log, the body beside it, the parked.

import { channels } from "@somlos/contract/rooms/events";
import { clockOffsetMs } from "@somlos/kernel/clock";
import { bigints, fingerprints, ints, room, smallints, type Tx, texts, times } from "@somlos/kernel/db";
import { FIRST_COUNTRY } from "./again.rules.ts";
import type { Accepted } from "./parse/parse.rules.ts";
import { types } from "./parse/words.rules.ts";

const { sql } = room("events");

// One statement is one whole flush: what it writes it writes as one, in a transaction or as its own. `old` are the places of
// the keys that were there before; nearly always none. `not in` is a hash here, whatever the planner thinks of the counts.
const TAKE = sql<{ place: number }>`
  with flush as materialized (select nextval('events.flush_numbers') as number),
  came as materialized (
    select u.*, (flush.number << 16) + u.n - 1 as seq
    from flush, unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::timestamptz[], $5::uuid[], $6::smallint[], $7::smallint[], $8::smallint[], $9::smallint[], $10::smallint[], $11::text[], $12::text[], $13::text[])
      with ordinality as u(key, digest, received_at, at, subject, source_id, type, channel, flags, circle, country, name, body, n)),
  claimed as (
    insert into events.seen (key, seq, digest) select key, seq, digest from came on conflict (key) do nothing returning seq),
  old as materialized (select seq, n from came where seq not in (select seq from claimed)),
  flushed as (
    insert into events.flushes (number, count, duplicates, at)
    select flush.number, $14 - count(old.n), count(old.n), clock_timestamp() + $15::float8 * interval '1 millisecond' from flush left join old on true group by flush.number),
  bodies as (
    insert into events.bodies (seq, received_at, body)
    select seq, received_at, body from came where seq not in (select seq from old)),
  logged as (
    insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, circle, country, name)
    select seq, received_at, at, key, subject, source_id, type, channel, flags, circle, country, name from came where seq not in (select seq from old))
  select n::int - 1 as place from old`;

const FLUSH_OF_OUR_OWN = sql<{ number: number }>`
  insert into events.flushes (count, duplicates, at) values ($1, $2, clock_timestamp() + $3::float8 * interval '1 millisecond') returning number`;

const DIGESTS = sql<{ key: string; digest: number }>`
  select key, digest from events.seen where key = any($1::uuid[])`;

const PARK = sql`
  insert into events.parked (id, received_at, source_id, trust, sent_at, code, detail, name, message_id, body, digest)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::smallint[], $4::smallint[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::integer[])
  on conflict (id) do update set code = excluded.code, detail = excluded.detail, name = excluded.name, body = excluded.body`;

const RECORD = sql`
  insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, name, data)
  select seq, $2, $2, gen_random_uuid(), coalesce(subject, '00000000-0000-0000-0000-000000000000'), 0, 9, $3, 0, name, data
  from unnest($1::bigint[], $4::uuid[], $5::text[], $6::jsonb[]) as r(seq, subject, name, data)`;

const MAKE_MONTH = sql`select events.make_month($1::date)`;

const LOGGED_TYPE = new Map<string, number>(types.map((type, i) => [type, i]));
const LOGGED_CHANNEL = new Map<string, number>(channels.map((channel, i) => [channel, i]));
/** Places of one flush: seq = flush number × this + place. */
const FLUSH_SIZE = 65_536;
const number = (map: ReadonlyMap<string, number>, word: string) => map.get(word) ?? -1;

/** Bits of `events.log.flags`. */
export const flagsOf = (e: Accepted): number =>
  (e.trust === "proven" ? 1 : 0) +
  (e.says === "in" ? 2 : 0) +
  (e.says === "out" ? 4 : 0) +
  (e.login === undefined ? 0 : 8);

/** Writes the events whose message ids are new, in the order given; says which were. Keys must come sorted, each once. */
export async function insertNew(
  tx: Tx,
  e: readonly Accepted[],
): Promise<{ fresh: readonly Accepted[]; old: readonly Accepted[] }> {
  const rows = await tx.rows(TAKE, [
    fingerprints(e.map((x) => x.key)),
    ints(e.map((x) => x.digest)),
    times(e.map((x) => x.receivedAt)),
    times(e.map((x) => x.at)),
    fingerprints(e.map((x) => x.subject)),
    smallints(e.map((x) => x.sourceId)),
    smallints(e.map((x) => number(LOGGED_TYPE, x.type))),
    smallints(e.map((x) => number(LOGGED_CHANNEL, x.channel))),
    smallints(e.map(flagsOf)),
    smallints(e.map((x) => x.circle)),
    texts(e.map((x) => (x.country === FIRST_COUNTRY ? null : (x.country ?? null)))),
    texts(e.map((x) => x.name)),
    texts(e.map((x) => x.body)),
    e.length,
    clockOffsetMs(),
  ]);
  if (rows.length === 0) return { fresh: e, old: [] };
  const places = new Set(rows.map((row) => row.place));
  return { fresh: e.filter((_, i) => !places.has(i)), old: e.filter((_, i) => places.has(i)) };
}

/** The digests under which these keys were accepted, by uuid text. */
export async function findDigests(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.rows(DIGESTS, [fingerprints(keys)]);
  return new Map(rows.map((row) => [row.key, row.digest]));
}

export type ToPark = {
  readonly id: string;
  readonly receivedAt: number;
  readonly sourceId: number;
  readonly proven: boolean;
  readonly sentAt: number | undefined;
  readonly code: string;
  readonly detail: string | undefined;
  readonly name: string | undefined;
  readonly messageId: string | undefined;
  readonly body: string;
  readonly digest: number | undefined;
};

export async function insertParked(tx: Tx, list: readonly ToPark[]): Promise<void> {
  if (list.length === 0) return;
  await tx.run(PARK, [
    list.map((p) => p.id),
    times(list.map((p) => p.receivedAt)),
    smallints(list.map((p) => p.sourceId)),
    smallints(list.map((p) => (p.proven ? 1 : 0))),
    times(list.map((p) => p.sentAt ?? null)),
    texts(list.map((p) => p.code)),
    texts(list.map((p) => p.detail ?? null)),
    texts(list.map((p) => p.name ?? null)),
    texts(list.map((p) => p.messageId ?? null)),
    texts(list.map((p) => p.body)),
    list.map((p) => p.digest ?? null),
  ]);
}

/** Our own log events: ids only. They stand in the same order as what came from outside. */
export async function insertRecorded(
  tx: Tx,
  events: readonly {
    readonly name: string;
    readonly v: number;
    readonly subject?: string;
    readonly data: object;
  }[],
  now: Date,
): Promise<void> {
  const { number: flush } = await tx.one(FLUSH_OF_OUR_OWN, [events.length, 0, clockOffsetMs()]);
  await tx.run(RECORD, [
    bigints(events.map((_, i) => flush * FLUSH_SIZE + i)),
    now,
    number(LOGGED_CHANNEL, "server"),
    events.map((e) => e.subject ?? null),
    texts(events.map((e) => e.name)),
    events.map((e) => JSON.stringify({ ...e.data, v: e.v })),
  ]);
}

/** Makes the partitions of the month of a day, if they are not there. */
export const makeMonth = (tx: Tx, day: Date): Promise<number> => tx.run(MAKE_MONTH, [day]);

const HAS_MONTH = sql<{ made: boolean }>`
  select to_regclass('events.log_' || to_char($1::timestamptz at time zone 'UTC', 'YYYY_MM')) is not null
    and to_regclass('events.bodies_' || to_char($1::timestamptz at time zone 'UTC', 'YYYY_MM')) is not null as made`;
/** Whether the log has a place for what is received in the month of a day. */
export const hasMonth = async (tx: Tx, day: Date): Promise<boolean> => (await tx.one(HAS_MONTH, [day])).made;

const FORGET_TRANSACTIONS = sql`
  with place as (update events.source_place set tx = '2' where id = 1)
  update events.flushes set tx = '2' where tx <> '2'`;

/**
 * After a restore: transaction numbers belong to the PostgreSQL that gave them. Readers go by (tx, number), so all flushes
 * of the past get one number, below any that a PostgreSQL gives, and keep their order by their own.
 */
export async function forgetTransactions(client: { query(text: string): Promise<unknown> }): Promise<void> {
  await client.query(FORGET_TRANSACTIONS.text);
}

// The SQL of beat 1's first step: message ids once for ever, the envelope in the log, the body beside it, the parked.

import { channels } from "@somlos/contract/rooms/events";
import { bigints, fingerprints, ints, room, smallints, type Tx, texts, times } from "@somlos/kernel/db";
import type { Accepted } from "./parse/parse.rules.ts";
import { types } from "./parse/words.rules.ts";

const { sql } = room("events");

const CLAIM_KEYS = sql<{ seq: number }>`
  with flush as (select nextval('events.flush_numbers') << 16 as base)
  insert into events.seen (key, seq, digest)
  select u.key, flush.base + u.n - 1, u.digest
  from flush, unnest($1::uuid[], $2::integer[]) with ordinality as u(key, digest, n)
  on conflict (key) do nothing returning seq`;

const APPEND = sql`
  with flush as (
    insert into events.flushes (number, count, duplicates, at) values ($12, $13, $14, clock_timestamp())),
  bodies as (
    insert into events.bodies (seq, received_at, body)
    select * from unnest($1::bigint[], $2::timestamptz[], $10::text[]))
  insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, name)
  select * from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::smallint[], $7::smallint[], $8::smallint[], $9::smallint[], $11::text[])`;

const FLUSH_OF_OUR_OWN = sql<{ number: number }>`
  insert into events.flushes (count, duplicates, at) values ($1, $2, clock_timestamp()) returning number`;

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

/** Writes the events whose message ids are new, in the order given; says which were. Keys must come sorted. */
export async function insertNew(
  tx: Tx,
  events: readonly Accepted[],
): Promise<{ fresh: Accepted[]; old: Accepted[] }> {
  const rows = await tx.rows(CLAIM_KEYS, [
    fingerprints(events.map((e) => e.key)),
    ints(events.map((e) => e.digest)),
  ]);
  if (rows.length === 0) {
    await tx.one(FLUSH_OF_OUR_OWN, [0, events.length]);
    return { fresh: [], old: [...events] };
  }
  const claimed = new Map(rows.map((row) => [row.seq % FLUSH_SIZE, row.seq]));
  const fresh = rows.length === events.length ? [...events] : events.filter((_, i) => claimed.has(i));
  const old = rows.length === events.length ? [] : events.filter((_, i) => !claimed.has(i));
  await append(
    tx,
    fresh,
    [...claimed.values()].sort((a, b) => a - b),
    old.length,
  );
  return { fresh, old };
}

async function append(
  tx: Tx,
  e: readonly Accepted[],
  seqs: readonly number[],
  duplicates: number,
): Promise<void> {
  await tx.run(APPEND, [
    bigints(seqs),
    times(e.map((x) => x.receivedAt)),
    times(e.map((x) => x.at)),
    fingerprints(e.map((x) => x.key)),
    fingerprints(e.map((x) => x.subject)),
    smallints(e.map((x) => x.sourceId)),
    smallints(e.map((x) => number(LOGGED_TYPE, x.type))),
    smallints(e.map((x) => number(LOGGED_CHANNEL, x.channel))),
    smallints(e.map(flagsOf)),
    texts(e.map((x) => x.body)),
    texts(e.map((x) => x.name)),
    Math.floor((seqs[0] ?? 0) / FLUSH_SIZE),
    e.length,
    duplicates,
  ]);
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
  const { number: flush } = await tx.one(FLUSH_OF_OUR_OWN, [events.length, 0]);
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

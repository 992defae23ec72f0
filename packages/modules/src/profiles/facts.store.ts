// The SQL of facts: one upsert for a whole flush, one read for all streams of some people.
import { fingerprints, jsons, room, smallints, type Tx, texts, times } from "@somlos/kernel/db";
import { columnsOf, type Parts } from "../events/index.ts";
import { MOST_WORDS, origins, type Word } from "./facts.rules.ts";

const { sql, fragment } = room("profiles");

// Each value a stream ever said of a fact is a word, with the last time it was said. Whatever the order of events, the newest
// MOST_WORDS stay: a word goes only when as many newer ones stand, and their times only grow.
const SAY = sql`
  with words as (
    select distinct on (subject, name, trust, slot, slot_key) * from (
      select subject, name, trust, case when slotted then at else '-infinity' end as slot,
        case when slotted then key else md5(value::text)::uuid end as slot_key, value, at, key, source_id, circle
      from unnest($1::uuid[], $2::text[], $3::smallint[], $4::boolean[], $5::jsonb[], $6::timestamptz[], $7::uuid[], $8::smallint[], $9::smallint[])
        as s(subject, name, trust, slotted, value, at, key, source_id, circle)) w
    order by subject, name, trust, slot, slot_key, at desc, key desc),
  said as (
    insert into profiles.facts as f (subject, name, trust, slot, slot_key, value, at, key, source_id, circle)
    select subject, name, trust, slot, slot_key, value, at, key, source_id, circle from words
    on conflict (subject, name, trust, slot, slot_key) do update
      set value = excluded.value, at = excluded.at, key = excluded.key, source_id = excluded.source_id
      where (excluded.at, excluded.key) > (f.at, f.key)
    returning subject, name, trust, slot, xmax = 0 as is_new)
  delete from profiles.facts o
  using (select distinct subject, name, trust from said where is_new and slot = '-infinity') n
  where o.subject = n.subject and o.name = n.name and o.trust = n.trust and o.slot = '-infinity'
    and (o.at, o.key) < (
      select x.at, x.key from profiles.facts x
      where x.subject = o.subject and x.name = o.name and x.trust = o.trust and x.slot = '-infinity'
      order by x.at desc, x.key desc offset $10::integer - 1 limit 1)`;

/** The facts `f` that were said in these parts `s` of streams: $1 to $5. */
export const IN_PARTS = fragment`
  from unnest($1::text::uuid[], $2::text::timestamptz[], $3::text::uuid[], $4::text::timestamptz[], $5::text::uuid[]) with ordinality
    as s(subject, from_at, from_key, to_at, to_key, n)
  join profiles.facts f on f.subject = s.subject
    and (s.from_at is null or (f.at, f.key) >= (s.from_at, s.from_key))
    and (s.to_at is null or (f.at, f.key) < (s.to_at, s.to_key))`;

const OF_STREAMS = sql<{
  stream: number;
  name: string;
  trust: number;
  value: unknown;
  at: Date;
  key: string;
  source_id: number;
  rule: number;
}>`
  select s.n::int as stream, f.name, f.trust, f.value, f.at, f.key, f.source_id, f.rule
  ${IN_PARTS}`;

const BY_NAME = sql<{ subject: string; at: Date; key: string }>`
  select subject, at, key from profiles.facts
  where name in ('name', 'firstName', 'lastName', 'first_name', 'last_name') and lower(value #>> '{}') like $1
    and ($3::smallint[] is null or circle = any($3))
  order by at desc limit $2`;

export type Saying = {
  readonly subject: string;
  readonly name: string;
  readonly trust: number;
  readonly slotted: boolean;
  readonly json: string;
  readonly at: number;
  readonly key: string;
  readonly sourceId: number;
  /** Whose people it is of; none: the principal's. */
  readonly circle?: number;
};

export function upsertFacts(tx: Tx, s: readonly Saying[]): void {
  tx.send(SAY, [
    fingerprints(s.map((x) => x.subject)),
    texts(s.map((x) => x.name)),
    smallints(s.map((x) => x.trust)),
    s.map((x) => x.slotted),
    jsons(s.map((x) => x.json)),
    times(s.map((x) => x.at)),
    fingerprints(s.map((x) => x.key)),
    smallints(s.map((x) => x.sourceId)),
    smallints(s.map((x) => x.circle ?? 0)),
    MOST_WORDS,
  ]);
}

const DROP_OF = sql`delete from profiles.facts where source_id = any($1::smallint[])`;
const TURN = sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(7305010) as ours`;

/** What these sources said of people. */
export const deleteFactsOf = (tx: Tx, sources: readonly number[]): Promise<number> =>
  tx.run(DROP_OF, [[...sources]]);
/** One process at a time takes the demo away. */
export const takeDemoTurn = async (tx: Tx): Promise<boolean> => (await tx.one(TURN)).ours;

/** Everything said in these parts of streams, by the number of the part. */
export async function listWords(tx: Tx, p: Parts): Promise<(Word & { readonly part: number })[]> {
  if (p.count === 0) return [];
  const rows = await tx.rows(OF_STREAMS, columnsOf(p));
  return rows.map((row) => ({
    part: row.stream - 1,
    name: row.name,
    value: row.value,
    at: row.at.getTime(),
    key: row.key,
    origin: origins[row.trust] ?? "inferred",
    sourceId: row.source_id,
    rule: row.rule,
  }));
}

/** Streams in which somebody is named like this (lower case, parts of words). */
export const searchNames = (
  tx: Tx,
  text: string,
  limit: number,
  circles?: readonly number[],
): Promise<{ subject: string; at: Date; key: string }[]> =>
  tx.rows(BY_NAME, [
    `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`,
    limit,
    circles === undefined ? null : smallints(circles),
  ]);

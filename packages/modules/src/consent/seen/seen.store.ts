// SQL of the recognition log and of how many are recognised, both counted from the log by checkpoint.
import type { Channel } from "@somlos/contract/rooms/events";
import { bools, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { columnsOf, type LogPlace, type Parts } from "../../events/index.ts";
import type { Line } from "./seen.rules.ts";

const { sql } = room("consent");

const begin = sql`insert into consent.seen_place (id, tx, number) values (1, $1, $2) on conflict (id) do nothing`;
const place = sql<LogPlace>`select tx, number from consent.seen_place where id = 1 for update skip locked`;
const move = sql`update consent.seen_place set tx = $1, number = $2 where id = 1`;

export const beginAt = (tx: Tx, at: LogPlace): Promise<number> => tx.run(begin, [at.tx, at.number]);
/** Undefined: another process is at it. */
export const takePlace = (tx: Tx): Promise<LogPlace | undefined> => tx.maybe(place);
export const movePlace = (tx: Tx, to: LogPlace): Promise<number> => tx.run(move, [to.tx, to.number]);

const near = sql<Line>`
  select s.subject, s.channel, s.place, s.began_at as "beganAt", s.last_at as "lastAt", s.key, s.by_kind as "byKind",
    s.sign_in as "signIn", s.function
  from unnest($1::uuid[]) as w(subject) join consent.seen s on s.subject = w.subject and s.last_at >= $2`;
const save = sql`
  insert into consent.seen as s (subject, channel, place, began_at, last_at, key, by_kind, sign_in, function)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::text[], $8::bool[], $9::text[])
  on conflict (subject, began_at, key) do update
  set last_at = greatest(s.last_at, excluded.last_at), sign_in = s.sign_in or excluded.sign_in`;

export const listLinesSince = (tx: Tx, subjects: readonly string[], since: Date): Promise<Line[]> =>
  tx.rows(near, [uuids(subjects), since]);
export const saveLines = (tx: Tx, lines: readonly Line[]): Promise<number> =>
  tx.run(save, [
    uuids(lines.map((l) => l.subject)),
    texts(lines.map((l) => l.channel)),
    texts(lines.map((l) => l.place)),
    times(lines.map((l) => l.beganAt.getTime())),
    times(lines.map((l) => l.lastAt.getTime())),
    uuids(lines.map((l) => l.key)),
    texts(lines.map((l) => l.byKind)),
    bools(lines.map((l) => l.signIn)),
    texts(lines.map((l) => l.function)),
  ]);

const count = sql`
  insert into consent.recognition as r (day, channel, recognised, unknown, told)
  select * from unnest($1::text[]::date[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
  on conflict (day, channel) do update
  set recognised = r.recognised + excluded.recognised, unknown = r.unknown + excluded.unknown, told = r.told + excluded.told`;
export type Counted = {
  readonly day: string;
  readonly channel: Channel;
  readonly recognised: number;
  readonly unknown: number;
  /** Told of by files, systems and history: nobody was met in them. */
  readonly told: number;
};
export const addCounts = (tx: Tx, counts: readonly Counted[]): Promise<number> =>
  tx.run(count, [
    texts(counts.map((c) => c.day)),
    texts(counts.map((c) => c.channel)),
    counts.map((c) => c.recognised),
    counts.map((c) => c.unknown),
    counts.map((c) => c.told),
  ]);
const counts = sql<Counted>`
  select day::text as day, channel, recognised::float8 as recognised, unknown::float8 as unknown, told::float8 as told
  from consent.recognition where day between $1::date and $2::date`;
export const listCounts = (tx: Tx, from: string, to: string): Promise<Counted[]> =>
  tx.rows(counts, [from, to]);

const ofParts = sql<Line>`
  select s.subject, s.channel, s.place, s.began_at as "beganAt", s.last_at as "lastAt", s.key, s.by_kind as "byKind",
    s.sign_in as "signIn", s.function
  from unnest($1::text::uuid[], $2::text::timestamptz[], $3::text::uuid[], $4::text::timestamptz[], $5::text::uuid[])
    as p(subject, from_at, from_key, to_at, to_key)
  join consent.seen s on s.subject = p.subject and (p.from_key is null or (s.began_at, s.key) >= (p.from_at, p.from_key))
    and (p.to_key is null or (s.began_at, s.key) < (p.to_at, p.to_key))
  where s.began_at < $6 order by s.began_at desc, s.key desc limit $7`;
/** Lines in these parts of streams before a moment, newest first. */
export const listLinesOf = (tx: Tx, parts: Parts, before: Date, limit: number): Promise<Line[]> =>
  tx.rows(ofParts, [...columnsOf(parts), before, limit]);

const old = sql`delete from consent.seen where ctid in (select ctid from consent.seen where last_at < $1 limit $2)`;
export const deleteOldLines = (tx: Tx, before: Date, most: number): Promise<number> =>
  tx.run(old, [before, most]);

// SQL of the dial: acts that only grow, how long visits last, and the channels in which anybody ever chose less than always.
import type { DialLevel } from "@somlos/contract/rooms/dial";
import type { Channel } from "@somlos/contract/rooms/events";
import { room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import { fingerprintOf, uuidOf } from "@somlos/kernel/ids";
import type { DialAct } from "./dial.rules.ts";

const { sql } = room("consent");

type Row = {
  act: string;
  fp: string;
  said_by: string | null;
  channel: Channel;
  level: DialLevel;
  kinds: string[] | null;
  at: number;
  until: Date | null;
  only: string | null;
  last_at: Date | null;
  ended_at: Date | null;
};
const ofChannels = sql<Row>`
  select d.act, d.fp, d.said_by, d.channel, d.level, d.kinds, extract(epoch from d.at)::float8 * 1000 as at, d.until, d.one_place as "only", v.last_at, v.ended_at
  from consent.dial_acts d left join consent.dial_visits v on v.act = d.act and v.channel = d.channel
  where d.fp = any($1::uuid[]) and d.channel = any($2::text[])`;

const actOf = ({ until, last_at, ended_at, fp, said_by, ...row }: Row): DialAct => ({
  ...row,
  fp: fingerprintOf(fp),
  saidBy: said_by === null ? null : fingerprintOf(said_by),
  until: until?.getTime() ?? null,
  lastAt: last_at?.getTime() ?? null,
  endedAt: ended_at?.getTime() ?? null,
});

/** All that was ever said of these identifiers in these channels. */
export const listActs = async (
  tx: Tx,
  fps: readonly string[],
  channels: readonly Channel[],
): Promise<DialAct[]> =>
  fps.length === 0 ? [] : (await tx.rows(ofChannels, [uuids(fps.map(uuidOf)), texts(channels)])).map(actOf);

const insert = sql`
  insert into consent.dial_acts (act, fp, kind, channel, level, kinds, at, until, one_place, said_in, place, by_kind, by_id, said_by)
  select $1, i.fp, i.kind, c.channel, c.level, string_to_array(c.kinds, ' '), $7, case when c.level = 'today' then $8::timestamptz end,
    $9, $10, $11, $12, $13, $14::uuid
  from unnest($2::uuid[], $3::text[]) as i(fp, kind), unnest($4::text[], $5::text[], $6::text[]) as c(channel, level, kinds)`;

export type NewAct = {
  readonly act: string;
  readonly identifiers: readonly { readonly fp: string; readonly kind: string }[];
  readonly channels: readonly {
    readonly channel: Channel;
    readonly level: DialLevel;
    readonly kinds: readonly string[] | null;
  }[];
  readonly at: Date;
  readonly midnight: Date | null;
  readonly only: string | null;
  readonly saidIn: Channel;
  readonly place: string | null;
  readonly by: { readonly kind: "person" | "staff" | "system"; readonly id: string };
  /** Fingerprint that a person had come in with. */
  readonly saidBy: string | null;
};

export const insertActs = (tx: Tx, a: NewAct): Promise<number> =>
  tx.run(insert, [
    a.act,
    uuids(a.identifiers.map(({ fp }) => uuidOf(fp))),
    texts(a.identifiers.map(({ kind }) => kind)),
    texts(a.channels.map(({ channel }) => channel)),
    texts(a.channels.map(({ level }) => level)),
    texts(a.channels.map(({ kinds }) => kinds?.join(" ") ?? null)),
    a.at,
    a.midnight,
    a.only,
    a.saidIn,
    a.place,
    a.by.kind,
    a.by.id,
    a.saidBy === null ? null : uuidOf(a.saidBy),
  ]);

const restrict = sql`
  insert into consent.dial_channels (channel, since) select channel, $2 from unnest($1::text[]) as c(channel) order by channel
  on conflict (channel) do nothing`;
const restricted = sql<{ channel: Channel }>`select channel from consent.dial_channels`;
const countRestricted = sql<{ count: number }>`select count(*)::int as count from consent.dial_channels`;

/** From now on events of these channels are asked about. */
export const saveChannels = (tx: Tx, channels: readonly Channel[], now: Date): Promise<number> =>
  tx.run(restrict, [texts(channels), now]);
export const listChannels = async (tx: Tx): Promise<Channel[]> =>
  (await tx.rows(restricted)).map(({ channel }) => channel);
/** Grows with every channel, so it tells whether the list is another one. */
export const countChannels = async (tx: Tx): Promise<number> => (await tx.one(countRestricted)).count;

export type Stay = {
  readonly act: string;
  readonly channel: Channel;
  readonly at: number;
  readonly out: boolean;
};
const visit = sql`
  insert into consent.dial_visits as v (act, channel, last_at, ended_at)
  select act, channel, max(at), min(at) filter (where out_at) from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]::bool[])
    as s(act, channel, at, out_at)
  group by act, channel order by act, channel
  on conflict (act, channel) do update
  set last_at = greatest(v.last_at, excluded.last_at), ended_at = least(v.ended_at, excluded.ended_at)`;

/** What happened in visits: it moves their end, and a sign-out ends them. */
export const saveStays = async (tx: Tx, stays: readonly Stay[]): Promise<void> => {
  if (stays.length === 0) return;
  await tx.run(visit, [
    uuids(stays.map((s) => s.act)),
    texts(stays.map((s) => s.channel)),
    times(stays.map((s) => s.at)),
    texts(stays.map((s) => String(s.out))),
  ]);
};

export type ToldAct = {
  readonly act: string;
  readonly at: Date;
  readonly channel: Channel;
  readonly level: DialLevel;
  readonly kinds: string[] | null;
  readonly until: Date | null;
  readonly only: string | null;
  readonly saidIn: Channel;
  readonly place: string | null;
  readonly by: "person" | "staff" | "system";
};
const history = sql<ToldAct>`
  select distinct act, at, channel, level, kinds, until, one_place as "only", said_in as "saidIn", place, by_kind as by
  from consent.dial_acts
  where fp = any($1::uuid[]) and (said_by is null or said_by = any($1::uuid[]) or level in ('never', 'asked')) order by at desc, act desc, channel limit $2`;
export const listHistory = (tx: Tx, fps: readonly string[], most: number): Promise<ToldAct[]> =>
  tx.rows(history, [uuids(fps.map(uuidOf)), most]);

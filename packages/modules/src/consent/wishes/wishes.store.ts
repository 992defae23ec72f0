// SQL of wishes: acts that only grow, and the messages that are counted against them.
import type { Stance } from "@somlos/contract/rooms/wishes";
import { ints, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { Contact, Per, WishAct, WishName } from "./wishes.rules.ts";

const { sql, fragment } = room("consent");

type Row = {
  act: string;
  fp: string;
  said_by: string | null;
  name: WishName;
  item: string;
  at: number;
  from_minute: number | null;
  to_minute: number | null;
  days: number[] | null;
  zone: string | null;
  until: Date | null;
  times: number | null;
  per: Per | null;
  stance: Stance | null;
};
const columns = fragment`
  act, fp, said_by, name, item, extract(epoch from at)::float8 * 1000 as at, from_minute, to_minute, days, zone, until, times,
  per, stance`;
const ofIdentifiers = sql<Row>`select ${columns} from consent.wish_acts where fp = any($1::uuid[])`;

const shown = ({ from_minute, to_minute, days, zone, times: most, per, said_by, ...row }: Row): WishAct => ({
  ...{ act: row.act, fp: row.fp, name: row.name, item: row.item, at: row.at, until: row.until },
  ...{ stance: row.stance, saidBy: said_by },
  hours:
    from_minute === null || to_minute === null || days === null || zone === null
      ? null
      : { from: from_minute, to: to_minute, days, zone },
  limit: most === null || per === null ? null : { times: most, per },
});

/** All that was ever wished of these identifiers, by uuid text of their fingerprints. */
export const listWishActs = async (tx: Tx, fps: readonly string[]): Promise<WishAct[]> =>
  fps.length === 0 ? [] : (await tx.rows(ofIdentifiers, [uuids(fps)])).map(shown);

export type ToldWish = WishAct & { readonly by: "person" | "staff" | "system" };
const history = sql<Row & { by: ToldWish["by"] }>`
  select distinct on (at, act, name, item) ${columns}, by_kind as by from consent.wish_acts
  where fp = any($1::uuid[]) and (said_by is null or said_by = any($1::uuid[]) or until is not null or times is not null
    or from_minute is not null or stance = 'declined')
  order by at desc, act desc, name, item limit $2`;
export const listWishHistory = async (tx: Tx, fps: readonly string[], most: number): Promise<ToldWish[]> =>
  (await tx.rows(history, [uuids(fps), most])).map(({ by, ...row }) => ({ ...shown(row), by }));

const insert = sql`
  insert into consent.wish_acts (act, fp, kind, name, item, from_minute, to_minute, days, zone, until, times, per, stance, at,
    by_kind, by_id, said_by)
  select $1, i.fp, i.kind, w.name, w.item, w.from_minute, w.to_minute, string_to_array(w.days, ' ')::smallint[], w.zone,
    w.until, w.times, w.per, w.stance, $13, $14, $15, $16::uuid
  from unnest($2::uuid[], $3::text[]) as i(fp, kind),
    unnest($4::text[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[], $10::timestamptz[], $11::int[], $12::text[],
      $17::text[]) as w(name, item, from_minute, to_minute, days, zone, until, times, per, stance)
  on conflict (fp, name, item, act) do nothing`;

export type NewWish = Pick<WishAct, "name" | "item" | "hours" | "until" | "limit" | "stance">;
export type NewWishes = {
  readonly act: string;
  readonly identifiers: readonly { readonly fp: string; readonly kind: string }[];
  readonly wishes: readonly NewWish[];
  readonly at: Date;
  readonly by: { readonly kind: "person" | "staff" | "system"; readonly id: string };
  /** Uuid text of the fingerprint that a person had come in with. */
  readonly saidBy: string | null;
};

/** How many rows were new: an act that is said again makes none. */
export const insertWishes = (
  tx: Tx,
  { act, identifiers, wishes, at, by, saidBy }: NewWishes,
): Promise<number> =>
  tx.run(insert, [
    act,
    uuids(identifiers.map(({ fp }) => fp)),
    texts(identifiers.map(({ kind }) => kind)),
    texts(wishes.map(({ name }) => name)),
    texts(wishes.map(({ item }) => item)),
    ints(wishes.map(({ hours }) => hours?.from ?? null)),
    ints(wishes.map(({ hours }) => hours?.to ?? null)),
    texts(wishes.map(({ hours }) => hours?.days.join(" ") ?? null)),
    texts(wishes.map(({ hours }) => hours?.zone ?? null)),
    times(wishes.map(({ until }) => until?.getTime() ?? null)),
    ints(wishes.map(({ limit }) => limit?.times ?? null)),
    texts(wishes.map(({ limit }) => limit?.per ?? null)),
    at,
    by.kind,
    by.id,
    saidBy,
    texts(wishes.map(({ stance }) => stance)),
  ]);

const holdLimits = sql`
  select act from consent.wish_acts where fp = any($1::uuid[]) and name = 'most' order by fp, item, act for no key update`;
const since = sql<Contact>`
  select channel, min(at) as at from consent.contacts where fp = any($1::uuid[]) and at > $2 group by id, channel`;
const insertContact = sql`
  insert into consent.contacts (id, fp, channel, at) select $1, fp, $3, $4 from unnest($2::uuid[]) as w(fp) order by fp`;
const old = sql`
  delete from consent.contacts where ctid in (select ctid from consent.contacts where at < $1 limit $2)`;

/** Whoever asks under a limit waits for whoever asked before: two at once must not both be the last that fits. */
export const holdWishLimits = (tx: Tx, fps: readonly string[]): Promise<number> =>
  tx.run(holdLimits, [uuids(fps)]);
export const listContacts = (tx: Tx, fps: readonly string[], from: Date): Promise<Contact[]> =>
  tx.rows(since, [uuids(fps), from]);
export const saveContact = (tx: Tx, id: string, fps: readonly string[], channel: string, at: Date) =>
  tx.run(insertContact, [id, uuids(fps), channel, at]);
export const deleteOldContacts = (tx: Tx, before: Date, most: number): Promise<number> =>
  tx.run(old, [before, most]);

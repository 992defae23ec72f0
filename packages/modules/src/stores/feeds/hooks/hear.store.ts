// SQL of what webhooks were heard, and of shops that count stock by an id of their own.
import { ints, room, type Tx, texts, uuids } from "@somlos/kernel/db";

const { sql } = room("stores");

const items = sql`
  insert into stores.feed_items as i (feed_id, item, sku, named_at)
  select $1::uuid, w.item, w.sku, $4::timestamptz from unnest($2::text[], $3::text[]) as w(item, sku) order by w.item
  on conflict (feed_id, item) do update set sku = excluded.sku, named_at = excluded.named_at
  where (excluded.named_at, excluded.sku) > (coalesce(i.named_at, '-infinity'), coalesce(i.sku, ''))`;
const levels = sql`
  insert into stores.feed_levels as l (feed_id, item, location_id, on_hand, counted_at)
  select $1::uuid, w.item, w.location_id, w.on_hand, $5::timestamptz
  from unnest($2::text[], $3::uuid[], $4::integer[]) as w(item, location_id, on_hand) order by w.item, w.location_id
  on conflict (feed_id, item, location_id) do update set on_hand = excluded.on_hand, counted_at = excluded.counted_at
  where (excluded.counted_at, excluded.on_hand) > (l.counted_at, l.on_hand)`;
const hold = sql`select 1 from stores.feeds where id = $1 for no key update`;
const known = sql<{ sku: string; locationId: string; onHand: number; countedAt: Date }>`
  select i.sku, l.location_id as "locationId", l.on_hand as "onHand", l.counted_at as "countedAt"
  from stores.feed_items i join stores.feed_levels l on l.feed_id = i.feed_id and l.item = i.item
  where i.feed_id = $1 and i.item = any($2::text[]) and i.sku is not null`;
const heard = sql`
  insert into stores.feed_hearings as h (feed_id, heard, refused, last_at, last_code) values ($1, 1, $2, $3, $4)
  on conflict (feed_id) do update set heard = h.heard + 1, refused = h.refused + excluded.refused,
    last_at = greatest(h.last_at, excluded.last_at), last_code = excluded.last_code`;
/** Whoever sends many of them writes once a second. */
const unsigned = sql`
  insert into stores.feed_hearings as h (feed_id, heard, refused, unsigned_at) values ($1, 0, 0, $2)
  on conflict (feed_id) do update set unsigned_at = excluded.unsigned_at
  where coalesce(h.unsigned_at, '-infinity') < excluded.unsigned_at - interval '1 second'`;
const hearings = sql<Hearing & { feedId: string }>`
  select feed_id as "feedId", heard, refused, last_at as "lastAt", last_code as "lastCode", unsigned_at as "unsignedAt"
  from stores.feed_hearings`;

export type Hearing = {
  readonly heard: number;
  readonly refused: number;
  readonly lastAt: Date | null;
  readonly lastCode: string | null;
  /** When one with a wrong signature came. */
  readonly unsignedAt: Date | null;
};

/** Who else tells of items of this feed waits: a product and a level that come at once find each other. */
export const holdItems = (tx: Tx, feedId: string): Promise<unknown> => tx.rows(hold, [feedId]);

/** What these are, as their products named them at that time. */
export const saveItems = (
  tx: Tx,
  feedId: string,
  list: readonly { readonly item: string; readonly sku: string }[],
  at: Date,
): Promise<number> => {
  const own = [...new Map(list.map((one) => [one.item, one])).values()];
  return tx.run(items, [feedId, texts(own.map(({ item }) => item)), texts(own.map(({ sku }) => sku)), at]);
};

type NewLevel = { readonly item: string; readonly locationId: string; readonly onHand: number };
export const saveLevels = (tx: Tx, feedId: string, list: readonly NewLevel[], at: Date): Promise<number> =>
  tx.run(levels, [
    ...[feedId, texts(list.map(({ item }) => item)), uuids(list.map(({ locationId }) => locationId))],
    ...[ints(list.map(({ onHand }) => onHand)), at],
  ]);

/** Levels of these whose sku is known by now. */
export const listKnownLevels = (tx: Tx, feedId: string, list: readonly string[]) =>
  tx.rows(known, [feedId, texts(list)]);

export const saveHeard = (
  tx: Tx,
  feedId: string,
  { refused, code }: { readonly refused: number; readonly code: string | null },
  now: Date,
): Promise<number> => tx.run(heard, [feedId, refused, now, code]);
export const saveUnsigned = (tx: Tx, feedId: string, now: Date): Promise<number> =>
  tx.run(unsigned, [feedId, now]);
export const listHearings = async (tx: Tx): Promise<Map<string, Hearing>> =>
  new Map((await tx.rows(hearings)).map(({ feedId, ...hearing }) => [feedId, hearing]));

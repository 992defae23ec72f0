// The parked: listed, counted, taken out again.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

export type ParkedRow = {
  id: string;
  received_at: Date;
  source_id: number;
  source: string | null;
  trust: number;
  sent_at: Date | null;
  code: string;
  detail: string | null;
  name: string | null;
  message_id: string | null;
  body: string;
  digest: number | null;
  replayed_at: Date | null;
};

const LIST = sql<ParkedRow>`
  select p.*, s.name as source from events.parked p left join events.sources s on s.id = p.source_id
  where p.replayed_at is null and ($1::text is null or p.code = $1)
    and ($2::timestamptz is null or (p.received_at, p.id) < ($2, $3::uuid))
  order by p.received_at desc, p.id desc limit $4`;
const COUNT = sql<{ total: number }>`
  select count(*)::int as total from events.parked where replayed_at is null and ($1::text is null or code = $1)`;
const BY_MESSAGE = sql<ParkedRow>`
  select p.*, s.name as source from events.parked p left join events.sources s on s.id = p.source_id
  where p.message_id = $1 order by p.received_at desc limit 1`;
const LOCK = sql<ParkedRow>`
  select p.*, null as source from events.parked p
  where p.replayed_at is null and p.id = any($1::uuid[])
  order by p.id for update of p skip locked`;
const OPEN_IDS = sql<{ id: string }>`
  select id from events.parked where replayed_at is null and id > $1 and received_at <= $2 and ($3::text is null or code = $3)
    and ($5::smallint is null or source_id = $5) and ($6::text is null or name = $6)
  order by id limit $4`;
const MARK = sql`update events.parked set replayed_at = $2 where id = any($1::uuid[])`;
const DELETE = sql`delete from events.parked where id = any($1::uuid[])`;
const STILL = sql`
  update events.parked p set code = s.code, detail = s.detail, body = s.body
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as s(id, code, detail, body) where p.id = s.id`;

export const listParked = (
  tx: Tx,
  w: { code: string | null; beforeAt: Date | null; beforeId: string | null; limit: number },
): Promise<ParkedRow[]> => tx.rows(LIST, [w.code, w.beforeAt, w.beforeId, w.limit]);
export const countParked = async (tx: Tx, code: string | null): Promise<number> =>
  (await tx.one(COUNT, [code])).total;
export const findParkedMessage = (tx: Tx, messageId: string): Promise<ParkedRow | undefined> =>
  tx.maybe(BY_MESSAGE, [messageId]);

/** Takes parked events in hand; another replay at the same time passes them by. */
export const lockParked = (tx: Tx, ids: readonly string[]): Promise<ParkedRow[]> => tx.rows(LOCK, [ids]);
export const listOpenIds = async (
  tx: Tx,
  w: {
    after: string;
    until: Date;
    code: string | null;
    sourceId: number | null;
    name: string | null;
    limit: number;
  },
): Promise<string[]> =>
  (await tx.rows(OPEN_IDS, [w.after, w.until, w.code, w.limit, w.sourceId, w.name])).map((row) => row.id);
export const markReplayed = (tx: Tx, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(MARK, [ids, now]);
export const deleteParked = (tx: Tx, ids: readonly string[]): Promise<number> => tx.run(DELETE, [ids]);
export const saveStillParked = (
  tx: Tx,
  list: readonly { id: string; code: string; detail: string | null; body: string }[],
): Promise<number> =>
  tx.run(STILL, [
    list.map((p) => p.id),
    list.map((p) => p.code),
    list.map((p) => p.detail),
    list.map((p) => p.body),
  ]);

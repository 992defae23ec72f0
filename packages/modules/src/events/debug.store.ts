// The SQL of listening to a source.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

const LISTEN = sql`
  insert into events.taps (source_id, until, by) values ($1, $2::timestamptz + interval '1 hour', $3)
  on conflict (source_id) do update set until = excluded.until, by = excluded.by`;
const STOP = sql`delete from events.taps where source_id = $1`;
const TAPS = sql<{ source_id: number; until: Date }>`select source_id, until from events.taps`;
const KEEP = sql`
  insert into events.tapped (id, source_id, at, path, headers, library, body, answer) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const TRIM = sql`
  delete from events.tapped where source_id = $1
    and id <= (select id from events.tapped where source_id = $1 order by id desc offset 200 limit 1)`;
const LIST = sql<TappedRow>`
  select * from events.tapped where source_id = $1 and ($2::uuid is null or id > $2) and at > $3::timestamptz - interval '2 hours'
  order by id desc limit 200`;
const FORGET = sql`delete from events.tapped where source_id = $1`;
const PRUNE = sql`delete from events.tapped where at < $1::timestamptz - interval '2 hours'`;
const PRUNE_TAPS = sql`delete from events.taps where until < $1`;

export type TappedRow = {
  id: string;
  source_id: number;
  at: Date;
  path: string;
  headers: Record<string, string>;
  library: string | null;
  body: string;
  answer: { readonly code: string | null; readonly outcomes: readonly string[] };
};

export const saveTap = (tx: Tx, sourceId: number, now: Date, by: string): Promise<number> =>
  tx.run(LISTEN, [sourceId, now, by]);
export const deleteTap = async (tx: Tx, sourceId: number): Promise<void> => {
  await tx.run(STOP, [sourceId]);
  await tx.run(FORGET, [sourceId]);
};
export const listTaps = (tx: Tx) => tx.rows(TAPS);
export async function insertTapped(tx: Tx, t: TappedRow): Promise<void> {
  await tx.run(KEEP, [
    t.id,
    t.source_id,
    t.at,
    t.path,
    JSON.stringify(t.headers),
    t.library,
    t.body,
    JSON.stringify(t.answer),
  ]);
  await tx.run(TRIM, [t.source_id]);
}
export const listTapped = (tx: Tx, sourceId: number, after: string | null, now: Date): Promise<TappedRow[]> =>
  tx.rows(LIST, [sourceId, after, now]);
export const pruneTapped = async (tx: Tx, now: Date): Promise<void> => {
  await tx.run(PRUNE, [now]);
  await tx.run(PRUNE_TAPS, [now]);
};

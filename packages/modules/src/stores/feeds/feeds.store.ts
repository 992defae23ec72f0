// SQL of feeds and their runs.
import type { Language } from "@somlos/contract";
import type { FeedKind } from "@somlos/contract/rooms/feeds";
import { ints, room, type Tx, texts, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("stores");

export type FeedRow = {
  readonly id: string;
  readonly sourceId: number;
  readonly name: string;
  readonly language: Language;
  readonly entityId: string;
  readonly currency: string | null;
  readonly taxBasisPoints: number | null;
  readonly locationId: string | null;
  readonly kind: FeedKind;
  /** Sealed; null: it takes files. */
  readonly secret: Buffer | null;
  /** Code of our location by what the shop calls it. */
  readonly places: Readonly<Record<string, string>>;
};
export type RunState = "running" | "asks" | "done" | "failed";
export type RunRow = {
  readonly id: string;
  readonly feedId: string;
  readonly state: RunState;
  readonly saidAt: Date;
  readonly whole: boolean;
  readonly seen: unknown;
  readonly place: unknown;
  readonly share: number;
  readonly rows: number;
  readonly taken: number;
  readonly refused: number;
  readonly retires: number | null;
  readonly code: string | null;
  readonly line: number | null;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly updatedAt: Date;
};
export type RefusedLine = { readonly line: number; readonly code: string; readonly detail: string | null };

const ofFeed = fragment`id, source_id as "sourceId", name, language, entity_id as "entityId", currency,
  tax_basis_points as "taxBasisPoints", location_id as "locationId", kind, secret, places`;
const ofRun = fragment`r.id, r.feed_id as "feedId", r.state, r.said_at as "saidAt", r.whole, r.seen, r.place, r.share::float8 as share,
  r.rows_read as rows, r.taken, r.refused, r.retires, r.code, r.line, r.started_at as "startedAt", r.started_by as "startedBy", r.updated_at as "updatedAt"`;
const insert = sql<{ id: string }>`
  insert into stores.feeds (id, source_id, name, language, entity_id, currency, tax_basis_points, location_id, kind, secret, places,
    made_at, made_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13) on conflict (lower(name)) do nothing returning id`;
const all = sql<FeedRow>`select ${ofFeed} from stores.feeds order by id desc`;
const byId = sql<FeedRow>`select ${ofFeed} from stores.feeds where id = $1::uuid`;
const lasts = sql<RunRow>`
  select ${ofRun} from stores.feeds f cross join lateral (
    select * from stores.feed_runs o where o.feed_id = f.id order by o.id desc limit 1) r`;
const insertRun = sql<{ id: string }>`
  insert into stores.feed_runs (id, feed_id, state, said_at, whole, seen, place, started_at, started_by, updated_at)
  values ($1, $2, 'running', $3, $4, $5::jsonb, $6::jsonb, $7, $8, $7) on conflict (feed_id) where state = 'running' do nothing returning id`;
const lose = sql`
  update stores.feed_runs set state = 'failed', code = 'imports.file_gone', updated_at = $3
  where feed_id = $1::uuid and state = 'running' and updated_at < $2`;
const runs = sql<RunRow>`select ${ofRun} from stores.feed_runs r where r.feed_id = $1::uuid order by r.id desc limit 50`;
const runById = sql<RunRow>`select ${ofRun} from stores.feed_runs r where r.id = $1::uuid`;
const lockRun = sql<RunRow>`select ${ofRun} from stores.feed_runs r where r.id = $1::uuid for update`;
const running = sql<{ id: string }>`
  select id from stores.feed_runs where state = 'running' and updated_at <= $1 order by id`;
const unread = sql<{ id: string }>`
  select id from stores.feed_runs where state = 'running' and id = any($1::uuid[])`;
const move = sql`
  update stores.feed_runs set place = $2::jsonb, share = $3, rows_read = rows_read + $4, taken = taken + $5,
    refused = refused + $6, updated_at = $7 where id = $1::uuid`;
const refuse = sql`
  insert into stores.feed_refusals (run_id, line, code, detail)
  select $1, * from unnest($2::integer[], $3::text[], $4::text[]) on conflict do nothing`;
const end = sql`
  update stores.feed_runs set state = $2, retires = $3, code = $4, line = $5, share = case when $2 = 'failed' then share else 1 end,
    updated_at = $6 where id = $1::uuid`;
const refusals = sql<RefusedLine>`
  select line, code, detail from stores.feed_refusals where run_id = $1::uuid and line > $2 order by line limit $3`;

type NewFeed = FeedRow & { readonly at: Date; readonly by: string };
/** False when the name is taken. */
export const insertFeed = async (tx: Tx, f: NewFeed): Promise<boolean> =>
  (await tx.maybe(insert, [
    ...[f.id, f.sourceId, f.name, f.language, f.entityId, f.currency, f.taxBasisPoints, f.locationId],
    ...[f.kind, f.secret, JSON.stringify(f.places), f.at, f.by],
  ])) !== undefined;
export const listFeeds = (tx: Tx): Promise<FeedRow[]> => tx.rows(all);
export const findFeed = (tx: Tx, id: string): Promise<FeedRow | undefined> => tx.maybe(byId, [id]);
export const listLastRuns = async (tx: Tx): Promise<Map<string, RunRow>> =>
  new Map((await tx.rows(lasts)).map((run) => [run.feedId, run]));

export type NewRun = Pick<RunRow, "id" | "feedId" | "saidAt" | "whole" | "seen" | "place">;
/** A file that nobody got on with since then is lost: its process has gone, and its disk with it. */
export const loseRuns = (tx: Tx, feedId: string, before: Date, now: Date): Promise<number> =>
  tx.run(lose, [feedId, before, now]);
/** False while another file of the feed is read. */
export const insertNewRun = async (tx: Tx, r: NewRun, now: Date, by: string): Promise<boolean> =>
  (await tx.maybe(insertRun, [
    ...[r.id, r.feedId, r.saidAt, r.whole, JSON.stringify(r.seen), JSON.stringify(r.place), now, by],
  ])) !== undefined;
export const listRuns = (tx: Tx, feedId: string): Promise<RunRow[]> => tx.rows(runs, [feedId]);
export const findRun = (tx: Tx, id: string): Promise<RunRow | undefined> => tx.maybe(runById, [id]);
/** Whoever else works on the same run waits. */
export const holdRun = (tx: Tx, id: string): Promise<RunRow | undefined> => tx.maybe(lockRun, [id]);
/** Those that are being read, and that nobody got on with since then. */
export const listRunning = (tx: Tx, before: Date): Promise<{ id: string }[]> => tx.rows(running, [before]);
/** Those of these files that are not read to their end. */
export const listUnread = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (await tx.rows(unread, [uuids(ids)])).map(({ id }) => id);

export type Moved = {
  readonly place: unknown;
  readonly share: number;
  readonly rows: number;
  readonly taken: number;
  readonly refused: readonly RefusedLine[];
};
export async function moveRun(tx: Tx, id: string, moved: Moved, now: Date): Promise<void> {
  const { place, share, rows, taken, refused } = moved;
  if (refused.length > 0)
    await tx.run(refuse, [
      ...[id, ints(refused.map(({ line }) => line)), texts(refused.map(({ code }) => code))],
      texts(refused.map(({ detail }) => detail)),
    ]);
  await tx.run(move, [id, JSON.stringify(place), share, rows, taken, refused.length, now]);
}

export type Ended = Pick<RunRow, "state" | "retires" | "code" | "line">;
export const endRun = (
  tx: Tx,
  id: string,
  { state, retires, code, line }: Ended,
  now: Date,
): Promise<number> => tx.run(end, [id, state, retires, code, line, now]);
export const listRefusals = (tx: Tx, id: string, after: number, limit: number): Promise<RefusedLine[]> =>
  tx.rows(refusals, [id, after, limit]);

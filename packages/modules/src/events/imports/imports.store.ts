// The SQL of imports: their state, their progress, who works on them, the rows they left out.
import type { ImportCounts, ImportState, Tried } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { bigints, room, type Tx, texts } from "@somlos/kernel/db";
import { KEEP_FILE_DAYS, LEASE_SECONDS, type Wish } from "./imports.rules.ts";
import type { Seen } from "./readers/index.ts";

const { sql } = room("events");

export type ImportRow = {
  id: string;
  name: string;
  seen: Seen;
  state: ImportState;
  wish: Wish | null;
  mapping: Mapping | null;
  source_id: number | null;
  place: unknown;
  share: number;
  rows: number;
  events: number;
  accepted: number;
  duplicates: number;
  parked: number;
  refused: number;
  same_lines: number;
  tried: Tried | null;
  failure: string | null;
  lease_owner: string | null;
  lease_until: Date | null;
  tries: number;
  interruptions: number;
  file_kept: boolean;
  hushed: boolean;
  created_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
};

const INSERT = sql<ImportRow>`
  insert into events.imports (id, name, seen, state, created_by, created_at) values ($1, $2, $3, 'uploaded', $4, $5) returning *`;
const FIND = sql<ImportRow>`select * from events.imports where id = $1`;
const LOCK = sql<ImportRow>`select * from events.imports where id = $1 for update`;
const LIST = sql<ImportRow>`
  select * from events.imports where $1::uuid is null or id < $1 order by id desc limit $2`;
const SAVE_MAPPING = sql<ImportRow>`
  update events.imports set mapping = $2, seen = $3, state = 'mapped', wish = null, tried = null, failure = null where id = $1 returning *`;
const CHANGE = sql<ImportRow>`
  update events.imports set state = $2, wish = $3, tries = 0, file_kept = file_kept and not (hushed and $2 = 'cancelled'),
    finished_at = case when $2 in ('cancelled') then $4::timestamptz else finished_at end
  where id = $1 returning *`;
const AFRESH = sql`
  update events.imports set place = null, share = 0, rows = 0, events = 0, accepted = 0, duplicates = 0, parked = 0, refused = 0,
    same_lines = 0, failure = null, finished_at = null, tries = 0, interruptions = 0 where id = $1`;
const MARK_STARTED = sql`
  update events.imports set source_id = $2, started_at = coalesce(started_at, $3) where id = $1`;
const FORGET_REFUSED = sql`delete from events.import_refusals where import_id = $1`;
const REMOVE_FILE = sql<ImportRow>`
  update events.imports set file_kept = false, tried = tried || '{"firstRefused":[],"examples":[]}'::jsonb
  where id = $1 returning *`;

const TO_DO = sql<{ id: string }>`
  select id from events.imports
  where state in ('trying', 'running') and file_kept and (lease_until is null or lease_until < $1)
  order by created_at limit 20`;
const AT_WORK = sql<{ any: boolean }>`
  select exists (select from events.imports where state in ('trying', 'running') and lease_until >= $1) as any`;
const CLAIM = sql<ImportRow>`
  update events.imports set lease_owner = $2, lease_until = $3::timestamptz + make_interval(secs => ${{ fragment: String(LEASE_SECONDS) }}), tries = tries + 1,
    interruptions = interruptions + (lease_owner is not null)::integer
  where id = $1 and state in ('trying', 'running') and (lease_until is null or lease_until < $3) returning *`;
const RENEW = sql`
  update events.imports set lease_until = $3::timestamptz + make_interval(secs => ${{ fragment: String(LEASE_SECONDS) }})
  where id = $1 and lease_owner = $2`;
const CHECKPOINT = sql<{ wish: Wish | null; refused: number }>`
  update events.imports set place = $3, share = $4, rows = rows + $5, events = events + $6, accepted = accepted + $7,
    duplicates = duplicates + $8, parked = parked + $9, same_lines = same_lines + $10, refused = refused + $11,
    hushed = hushed or $13, lease_until = $12::timestamptz + make_interval(secs => ${{ fragment: String(LEASE_SECONDS) }}), tries = 0
  where id = $1 and lease_owner = $2 returning wish, refused`;
const GO_ON = sql<{ wish: Wish | null; refused: number }>`
  update events.imports set share = $3, rows = $4, refused = refused + $5, hushed = hushed or $7,
    lease_until = $6::timestamptz + make_interval(secs => ${{ fragment: String(LEASE_SECONDS) }}), tries = 0
  where id = $1 and lease_owner = $2 returning wish, refused`;
const RELEASE = sql`
  update events.imports set lease_owner = null, lease_until = null where id = $1 and lease_owner = $2`;
// What was shown before the run has nothing to say after it. A file with somebody in it who must be left alone goes with its end.
const FINISH = sql<{ fileKept: boolean }>`
  update events.imports set state = $3, wish = null, failure = $4, lease_owner = null, lease_until = null,
    share = case when $3 in ('done', 'mapped') then 1 else share end,
    tried = case when $3 = 'done' then tried || '{"firstRefused":[],"examples":[]}'::jsonb else coalesce($5, tried) end,
    file_kept = file_kept and not (hushed and $3 in ('done', 'failed', 'cancelled')),
    finished_at = case when $3 in ('done', 'failed', 'cancelled') then $6::timestamptz else finished_at end
  where id = $1 and lease_owner = $2 returning file_kept as "fileKept"`;

const REFUSE = sql`
  insert into events.import_refusals (import_id, line, code, detail, row)
  select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[])
  on conflict (import_id, line) do nothing`;
const REFUSED = sql<RefusedRow>`
  select line, code, detail, row from events.import_refusals
  where import_id = $1 and line > $2 and ($4::text is null or code = $4) order by line limit $3`;
const CAUSES = sql<{ code: string; rows: number }>`
  select code, count(*) as rows from events.import_refusals where import_id = $1 group by code order by rows desc, code`;
const WITH_COLUMNS = sql<ImportRow>`
  select * from events.imports
  where id <> $1 and mapping is not null and seen -> 'columns' = $2::jsonb
  order by id desc limit 1`;
const LOCK_SERIES = sql`select pg_advisory_xact_lock(hashtext('events.imports ' || $1))`;
const SOURCE_OF = sql<{ id: number }>`
  select id from events.sources where kind = 'import' and settings ->> 'series' = $1 order by id limit 1`;
const PARKED_TWICE = sql`
  delete from events.parked p using (
    select id, row_number() over (partition by message_id, code, body order by received_at, id) as n
    from events.parked where source_id = $1 and message_id = any($2::text[])) twice
  where p.id = twice.id and twice.n > 1`;
const OLD_FILES = sql<{ id: string }>`
  select id from events.imports where file_kept and state not in ('trying', 'running', 'paused')
    and coalesce(finished_at, created_at) < $1::timestamptz - make_interval(days => ${{ fragment: String(KEEP_FILE_DAYS) }}) limit 100`;
const KNOWN_OF = sql<{ id: string }>`select id from events.imports where id = any($1::uuid[]) and file_kept`;

export type RefusedRow = { line: number; code: string; detail: string | null; row: string };
export type Lease = { readonly id: string; readonly owner: string };
export type Portioned = Omit<ImportCounts, "refused" | "dropped">;

export const insertImport = (
  tx: Tx,
  i: { id: string; name: string; seen: Seen; by: string; now: Date },
): Promise<ImportRow> => tx.one(INSERT, [i.id, i.name, JSON.stringify(i.seen), i.by, i.now]);
export const findImport = (tx: Tx, id: string): Promise<ImportRow | undefined> => tx.maybe(FIND, [id]);
export const lockImport = (tx: Tx, id: string): Promise<ImportRow | undefined> => tx.maybe(LOCK, [id]);
export const listImports = (tx: Tx, before: string | null, limit: number): Promise<ImportRow[]> =>
  tx.rows(LIST, [before, limit]);
export const saveMapping = (tx: Tx, id: string, mapping: Mapping, seen: Seen): Promise<ImportRow> =>
  tx.one(SAVE_MAPPING, [id, JSON.stringify(mapping), JSON.stringify(seen)]);
export const saveState = (
  tx: Tx,
  id: string,
  state: ImportState,
  wish: Wish | null,
  now: Date,
): Promise<ImportRow> => tx.one(CHANGE, [id, state, wish, now]);
export async function saveAfresh(tx: Tx, id: string): Promise<void> {
  await tx.run(AFRESH, [id]);
  await tx.run(FORGET_REFUSED, [id]);
}
export const saveStarted = (tx: Tx, id: string, sourceId: number, now: Date): Promise<number> =>
  tx.run(MARK_STARTED, [id, sourceId, now]);
export async function saveFileRemoved(tx: Tx, id: string): Promise<ImportRow> {
  await tx.run(FORGET_REFUSED, [id]);
  return tx.one(REMOVE_FILE, [id]);
}

/** The source of a series of imports; the lock lets only one of two starts at a time make it. */
export async function findSourceOf(tx: Tx, series: string): Promise<number | undefined> {
  await tx.rows(LOCK_SERIES, [series]);
  return (await tx.maybe(SOURCE_OF, [series]))?.id;
}

export const listToDo = async (tx: Tx, now: Date): Promise<string[]> =>
  (await tx.rows(TO_DO, [now])).map((row) => row.id);
export const findAnyAtWork = async (tx: Tx, now: Date): Promise<boolean> =>
  (await tx.one(AT_WORK, [now])).any;
export const claimImport = (tx: Tx, lease: Lease, now: Date): Promise<ImportRow | undefined> =>
  tx.maybe(CLAIM, [lease.id, lease.owner, now]);
export const renewLease = (tx: Tx, lease: Lease, now: Date): Promise<number> =>
  tx.run(RENEW, [lease.id, lease.owner, now]);
export const releaseImport = (tx: Tx, lease: Lease): Promise<number> =>
  tx.run(RELEASE, [lease.id, lease.owner]);

/** Saves how far it is; nothing when another process has taken over. */
export const saveCheckpoint = (
  tx: Tx,
  lease: Lease,
  c: Portioned & { place: unknown; share: number; refused: number; hushed: boolean },
  now: Date,
): Promise<{ wish: Wish | null; refused: number } | undefined> =>
  tx.maybe(CHECKPOINT, [
    ...[
      lease.id,
      lease.owner,
      JSON.stringify(c.place),
      c.share,
      c.rows,
      c.events,
      c.accepted,
      c.duplicates,
      c.parked,
    ],
    ...[c.sameLines, c.refused, now, c.hushed],
  ]);
/** Says how far a dry run or the sorting of a run is; nothing when another process has taken over. */
export const saveShare = (
  tx: Tx,
  lease: Lease,
  g: { share: number; rows: number; refused: number; hushed: boolean },
  now: Date,
): Promise<{ wish: Wish | null; refused: number } | undefined> =>
  tx.maybe(GO_ON, [lease.id, lease.owner, g.share, g.rows, g.refused, now, g.hushed]);
export const finishImport = (
  tx: Tx,
  lease: Lease,
  end: { state: ImportState; failure: string | null; tried: Tried | null },
  now: Date,
): Promise<{ fileKept: boolean } | undefined> =>
  tx.maybe(FINISH, [
    lease.id,
    lease.owner,
    end.state,
    end.failure,
    end.tried === null ? null : JSON.stringify(end.tried),
    now,
  ]);

/** Writes left-out rows; gives how many were not there before. */
export const insertRefused = (tx: Tx, id: string, rows: readonly RefusedRow[]): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : tx.run(REFUSE, [
        id,
        bigints(rows.map((r) => r.line)),
        texts(rows.map((r) => r.code)),
        texts(rows.map((r) => r.detail)),
        texts(rows.map((r) => r.row)),
      ]);
export const listRefused = (
  tx: Tx,
  id: string,
  page: { after: number; limit: number; code?: string | undefined },
): Promise<RefusedRow[]> => tx.rows(REFUSED, [id, page.after, page.limit, page.code ?? null]);
/** How many rows each cause left out. */
export const countCauses = (tx: Tx, id: string): Promise<{ code: string; rows: number }[]> =>
  tx.rows(CAUSES, [id]);
/** The newest other import whose file had the same columns and whose mapping is known. */
export const findAlike = (tx: Tx, id: string, columns: readonly string[]): Promise<ImportRow | undefined> =>
  tx.maybe(WITH_COLUMNS, [id, JSON.stringify(columns)]);

/** Events that were parked once more after a crash: the first of each stays. */
export const deleteParkedTwice = (tx: Tx, sourceId: number, messageIds: readonly string[]): Promise<number> =>
  tx.run(PARKED_TWICE, [sourceId, messageIds]);

export const listOldFiles = async (tx: Tx, now: Date): Promise<string[]> =>
  (await tx.rows(OLD_FILES, [now])).map((row) => row.id);
export const listKept = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (await tx.rows(KNOWN_OF, [ids])).map((row) => row.id);

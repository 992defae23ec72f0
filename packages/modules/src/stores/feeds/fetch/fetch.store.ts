// SQL of feeds whose file is fetched: when, by whom now, and what came of it.
import { room, type Tx } from "@somlos/kernel/db";

const { sql, fragment } = room("stores");

export type Outcome = "taken" | "same" | "failed";
export type FetchRow = {
  readonly feedId: string;
  readonly address: string;
  readonly everyMinutes: number;
  readonly whole: boolean;
  /** Sealed `name:password`. */
  readonly login: Buffer | null;
  readonly nextAt: Date;
  readonly askedBy: string | null;
  readonly leaseUntil: Date | null;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly failures: number;
  readonly lastAt: Date | null;
  readonly lastOutcome: Outcome | null;
  readonly lastCode: string | null;
  readonly lastDetail: string | null;
};
export type Lease = { readonly feedId: string; readonly owner: string };

const columns = fragment`f.feed_id as "feedId", f.address, f.every_minutes as "everyMinutes", f.whole, f.login, f.next_at as "nextAt",
  f.asked_by as "askedBy", f.lease_until as "leaseUntil", f.etag, f.modified, f.failures, f.last_at as "lastAt",
  f.last_outcome as "lastOutcome", f.last_code as "lastCode", f.last_detail as "lastDetail"`;
const all = sql<FetchRow>`select ${columns} from stores.feed_fetches f`;
const byId = sql<FetchRow>`select ${columns} from stores.feed_fetches f where f.feed_id = $1::uuid`;
const lock = sql<FetchRow>`select ${columns} from stores.feed_fetches f where f.feed_id = $1::uuid for update`;
// Another address is another file: nothing is known of it, and whoever fetches the former finds that it is nobody's any more.
const save = sql`
  insert into stores.feed_fetches as f (feed_id, address, every_minutes, whole, login, next_at, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6, $6, $7)
  on conflict (feed_id) do update set address = excluded.address, every_minutes = excluded.every_minutes, whole = excluded.whole,
    login = excluded.login, changed_at = excluded.changed_at, changed_by = excluded.changed_by, next_at = excluded.next_at,
    owner = null, lease_until = null, etag = null, modified = null, run_id = null, failures = 0, last_at = null, last_outcome = null,
    last_code = null, last_detail = null, asked_by = null`;
const remove = sql`delete from stores.feed_fetches where feed_id = $1::uuid`;
const ask = sql`update stores.feed_fetches set next_at = $2, asked_by = $3 where feed_id = $1::uuid`;
// Of a file whose reading failed what its machine said of it counts for nothing: it is fetched whole again.
const claim = sql<FetchRow>`
  update stores.feed_fetches f set owner = $2::uuid, lease_until = $3
  from (select w.feed_id, r.state from stores.feed_fetches w left join stores.feed_runs r on r.id = w.run_id
    where w.next_at <= $1 and (w.lease_until is null or w.lease_until < $1) order by w.next_at, w.feed_id limit 1
    for update of w skip locked) due
  where f.feed_id = due.feed_id
  returning f.feed_id as "feedId", f.address, f.every_minutes as "everyMinutes", f.whole, f.login, f.next_at as "nextAt",
    f.asked_by as "askedBy", f.lease_until as "leaseUntil", f.failures, f.last_at as "lastAt", f.last_outcome as "lastOutcome",
    f.last_code as "lastCode", f.last_detail as "lastDetail",
    case when due.state = 'failed' then null else f.etag end as etag, case when due.state = 'failed' then null else f.modified end as modified`;
const prolong = sql`update stores.feed_fetches set lease_until = $3 where feed_id = $1::uuid and owner = $2::uuid`;
const taken = sql`
  update stores.feed_fetches set owner = null, lease_until = null, asked_by = null, failures = 0, last_at = $3, last_outcome = 'taken',
    last_code = null, last_detail = null, next_at = $4, run_id = $5, etag = $6, modified = $7
  where feed_id = $1::uuid and owner = $2::uuid`;
const same = sql`
  update stores.feed_fetches set owner = null, lease_until = null, asked_by = null, failures = 0, last_at = $3, last_outcome = 'same',
    last_code = null, last_detail = null, next_at = $4
  where feed_id = $1::uuid and owner = $2::uuid`;
const failed = sql`
  update stores.feed_fetches set owner = null, lease_until = null, asked_by = null, failures = failures + 1, last_at = $3,
    last_outcome = 'failed', last_code = $5, last_detail = $6, next_at = $4
  where feed_id = $1::uuid and owner = $2::uuid`;

export const listFetches = async (tx: Tx): Promise<Map<string, FetchRow>> =>
  new Map((await tx.rows(all)).map((row) => [row.feedId, row]));
export const findFetch = (tx: Tx, feedId: string): Promise<FetchRow | undefined> => tx.maybe(byId, [feedId]);
/** Whoever else changes it waits. */
export const holdFetch = (tx: Tx, feedId: string): Promise<FetchRow | undefined> => tx.maybe(lock, [feedId]);

export type FetchTerms = Pick<FetchRow, "feedId" | "address" | "everyMinutes" | "whole" | "login">;
/** It is fetched at once, and everything that was known of another address is forgotten. */
export const saveFetch = (tx: Tx, f: FetchTerms, now: Date, by: string): Promise<number> =>
  tx.run(save, [f.feedId, f.address, f.everyMinutes, f.whole, f.login, now, by]);
export const deleteFetch = (tx: Tx, feedId: string): Promise<number> => tx.run(remove, [feedId]);
/** A colleague wants it now. 0: its file is not fetched. */
export const askFetch = (tx: Tx, feedId: string, now: Date, by: string): Promise<number> =>
  tx.run(ask, [feedId, now, by]);

/** The one that has waited longest, until then nobody else's. */
export const claimFetch = (tx: Tx, owner: string, now: Date, until: Date): Promise<FetchRow | undefined> =>
  tx.maybe(claim, [now, owner, until]);
export const prolongFetch = (tx: Tx, { feedId, owner }: Lease, until: Date): Promise<number> =>
  tx.run(prolong, [feedId, owner, until]);

export type TakenFile = Pick<FetchRow, "nextAt" | "etag" | "modified"> & { readonly runId: string };
/** 0, here and below: it is somebody else's by now. */
export const saveTaken = (tx: Tx, { feedId, owner }: Lease, file: TakenFile, now: Date): Promise<number> =>
  tx.run(taken, [feedId, owner, now, file.nextAt, file.runId, file.etag, file.modified]);
export const saveSame = (tx: Tx, { feedId, owner }: Lease, nextAt: Date, now: Date): Promise<number> =>
  tx.run(same, [feedId, owner, now, nextAt]);
type Failed = { readonly code: string; readonly detail: string | null; readonly nextAt: Date };
export const saveFailed = (tx: Tx, { feedId, owner }: Lease, why: Failed, now: Date): Promise<number> =>
  tx.run(failed, [feedId, owner, now, why.nextAt, why.code, why.detail]);

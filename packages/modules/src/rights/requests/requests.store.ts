// The SQL of what people asked for.
import type { Language } from "@somlos/contract";
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf, uuidOf } from "@somlos/kernel/ids";
import type { Scope, Whom } from "@somlos/kernel/rights";
import type { Held, Line } from "./requests.rules.ts";

const { sql, fragment } = room("rights");

export type Step = "begin" | "journal" | "rooms" | "wait" | "late" | "again" | "end";
export type Place = { readonly room: number; readonly after: string | null };
export type Request = {
  readonly id: string;
  readonly kind: "export" | "erasure";
  readonly state: "waiting" | "running" | "done" | "cancelled";
  readonly fp: string | null;
  readonly personId: string | null;
  readonly scope: Scope;
  readonly language: Language;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
  readonly at: Date | null;
  readonly step: Step;
  readonly place: Place | null;
  readonly since: Date | null;
  readonly share: number;
  readonly whom: Whom | null;
  readonly again: readonly string[] | null;
  readonly receipt: readonly Line[];
  readonly held: Held | null;
  readonly filesAt: Date | null;
  readonly undone: readonly string[];
  readonly named: readonly string[] | null;
};

const columns = fragment`
  id, kind, state, fp, person_id as "personId", scope, language, asked_at as "askedAt", due_at as "dueAt",
  ended_at as "endedAt", at, step, place, since, share, whom, again, receipt, held, files_at as "filesAt", undone, named`;
const INSERT = sql`
  insert into rights.requests (id, kind, state, fp, person_id, by_kind, by_id, reason, scope, language, asked_at, due_at, receipt_hash,
    named)
  values ($1, $2, 'waiting', ($3::uuid[])[1], $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13::uuid[])`;
// An erasure that waits is also of whom it was told to.
const open = fragment`kind = 'erasure' and state in ('waiting', 'running')`;
const BY_FPS = sql<Request>`
  select ${columns} from rights.requests where fp = any($1::uuid[]) or fp is null and ${open} and named && $1::uuid[]
  order by id desc limit 50`;
const BY_PERSON = sql<Request>`
  select ${columns} from rights.requests
  where person_id = any($1::uuid[]) or fp = any($2::uuid[]) or ${open} and named && $2::uuid[] order by id desc limit 50`;
const BY_ID = sql<Request>`select ${columns} from rights.requests where id = $1`;
const LOCK = sql<Request>`select ${columns} from rights.requests where id = $1 for update`;
const LOCK_ERASURES = sql<{ state: Request["state"] }>`
  select state from rights.requests where kind = 'erasure' and state in ('waiting', 'running')
    and (person_id = any($1::uuid[]) or fp = any($2::uuid[]) or exists (
      select from jsonb_array_elements(whom -> 'identifiers') i where (i ->> 'fp')::uuid = any($2::uuid[])))
  order by id for update`;
const BY_RECEIPT = sql<Request>`select ${columns} from rights.requests where receipt_hash = $1`;
// An erasure that has begun in the rooms goes on to its end before anything else: meanwhile the people around it are half made.
const DUE = sql<Request>`
  with open as (
    select id from rights.requests where state = 'running' and kind = 'erasure' and step in ('rooms', 'wait', 'late', 'again', 'end')
    order by due_at, id limit 1)
  select ${columns} from rights.requests where (state = 'running' or state = 'waiting' and due_at <= $1) and id <> all($2::uuid[])
    and (id = (select id from open) or not exists (select from open))
  order by due_at, id limit 1 for update`;
const MOVE = sql`
  update rights.requests set state = 'running', step = $2, place = $3::jsonb, since = case when step = $2 then since else $4 end,
    share = $5, receipt = $6::jsonb, held = null where id = $1`;
const HOLD = sql`update rights.requests set held = $2 where id = $1`;
const TELL = sql`update rights.requests set named = $2::uuid[], due_at = $3, held = null where id = $1`;
const BEGIN = sql`
  update rights.requests set held = null, state = 'running', step = $2, since = $3, at = $3, whom = $4::jsonb, circle = $5, again = '[]' where id = $1`;
const AGAIN = sql`update rights.requests set again = again || $2::jsonb where id = $1`;
// Of a part the person is there still: it stays theirs, and of an identifier that was erased it is theirs by another word.
// Whoever was erased wholly meanwhile has lost it already.
const END = sql`
  update rights.requests set state = $2, ended_at = $3, share = 1, whom = null, again = null, place = null,
    fp = case when kind = 'erasure' and (scope ->> 'kind' = 'whole' or scope ->> 'fp' = fp::text) then null else fp end,
    person_id = case when kind = 'export' then person_id
      when scope ->> 'kind' = 'whole' or fp is null and person_id is null then null else coalesce(person_id, $4) end,
    reason = null, scope = jsonb_build_object('kind', scope ->> 'kind'), named = $5::uuid[]
  where id = $1`;
const DROP_COPIES = sql`
  delete from rights.requests where kind = 'export' and (fp = any($1::uuid[]) or named && $1::uuid[] or person_id = any($2::uuid[]) and named is null)`;
// Of a part that was erased nothing stands in a copy either: one that is made goes, one that is being made begins anew.
const END_COPIES = sql`
  with theirs as (
    update rights.requests set whom = null, place = null, named = null, step = 'begin',
      state = case state when 'done' then 'cancelled' else 'waiting' end, share = case state when 'done' then 1 else 0 end,
      ended_at = case state when 'done' then $2::timestamptz end
    where kind = 'export' and (state = 'done' and (named && $1::uuid[] or fp = any($1::uuid[]))
      or state = 'running' and whom -> 'nodes' ?| $1::uuid[]::text[]) returning id)
  delete from rights.pieces where request_id in (select id from theirs)`;
// Their receipts stay, without the person. A part that waited went with the whole; not that of somebody who only stood under
// the same person, and asked or was asked for by names of their own.
const UNLINK = sql`
  with theirs as materialized (
    select id, state = 'waiting' and (fp is null or fp = any($2::uuid[])) as over from rights.requests
    where id <> $1 and kind = 'erasure' and (fp = any($2::uuid[])
      or person_id = any($3::uuid[]) and (fp is not null or named is null or named && $2::uuid[])) for update)
  update rights.requests r set person_id = null, fp = case when r.fp = any($2::uuid[]) then null else r.fp end,
    reason = null, scope = case when t.over then jsonb_build_object('kind', r.scope ->> 'kind') else r.scope end,
    state = case when t.over then 'done' else r.state end, ended_at = case when t.over then $4 else r.ended_at end,
    share = case when t.over then 1 else r.share end, named = case when t.over then null else r.named end
  from theirs t where r.id = t.id`;
const UNLINK_FP = sql`
  update rights.requests set fp = null, person_id = coalesce(person_id, $3)
  where id <> $1 and kind = 'erasure' and state in ('done', 'cancelled') and fp = any($2::uuid[])`;
// Of those that are not done: a colleague's reason goes with the end.
const CLEAN_REASONS = sql`
  update rights.requests set reason = regexp_replace(reason, $1, '…', 'gi')
  where state in ('waiting', 'running') and reason ~* $1 and coalesce(circle, $2::smallint) = $2::smallint`;
const LOCK_ASKING = sql`select pg_advisory_xact_lock(7305012)`;
const TURN = sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(7305011) as ours`;
const OVER = sql`
  update rights.requests set state = 'cancelled' where kind = 'export' and state = 'done' and ended_at < $1`;
const OVER_PIECES = sql`
  delete from rights.pieces where request_id in (select id from rights.requests where kind = 'export' and state = 'cancelled')`;
const FROM_JOURNAL = sql`
  insert into rights.requests (id, kind, state, by_kind, scope, language, asked_at, due_at, at, step, whom, again)
  values ($1, 'erasure', 'running', 'journal', $2::jsonb, 'en', $3, $3, $3, 'rooms', $4::jsonb, '[]')
  on conflict (id) do update set state = 'running', at = excluded.at, step = 'rooms', place = null, whom = excluded.whom, files_at = null, undone = '{}',
    again = '[]', receipt = '[]'
  where requests.state <> 'running' or requests.whom is null`;

// Fingerprints are bytes: in JSON they stand as uuid text.
const packed = (whom: Whom) => ({
  ...whom,
  nodes: whom.nodes.map(uuidOf),
  identifiers: whom.identifiers.map((one) => ({ ...one, fp: uuidOf(one.fp) })),
});
const unpacked = (whom: Whom): Whom => ({
  ...whom,
  nodes: whom.nodes.map(fingerprintOf),
  identifiers: whom.identifiers.map((one) => ({ ...one, fp: fingerprintOf(one.fp) })),
});
const packScope = (scope: Scope) =>
  JSON.stringify(scope.kind === "identifier" ? { ...scope, fp: uuidOf(scope.fp) } : scope);
const read = (row: Request): Request => ({
  ...row,
  fp: row.fp === null ? null : fingerprintOf(row.fp),
  whom: row.whom === null ? null : unpacked(row.whom),
  named: row.named === null ? null : row.named.map(fingerprintOf),
  scope:
    row.scope.kind === "identifier" && row.scope.fp !== undefined
      ? { ...row.scope, fp: fingerprintOf(row.scope.fp) }
      : row.scope,
});
const readMaybe = (row: Request | undefined): Request | undefined =>
  row === undefined ? undefined : read(row);

export type NewRequest = Pick<
  Request,
  "id" | "kind" | "fp" | "personId" | "scope" | "language" | "dueAt" | "named"
> & {
  readonly by: { readonly kind: "person" | "staff"; readonly id: string };
  readonly reason: string | null;
  readonly at: Date;
  readonly receiptHash: Buffer;
};
export const insertRequest = (tx: Tx, r: NewRequest) =>
  tx.run(INSERT, [
    ...[r.id, r.kind, fingerprints(r.fp === null ? [] : [r.fp]), r.personId, r.by.kind],
    ...[r.by.kind === "staff" ? r.by.id : null, r.reason, packScope(r.scope), r.language, r.at, r.dueAt],
    ...[r.receiptHash, r.named === null ? null : fingerprints(r.named)],
  ]);
/** One asks at a time: what was asked a moment ago is seen, whoever asks and by whatever name. */
export const lockAsking = (tx: Tx) => tx.run(LOCK_ASKING);
export const listRequests = async (tx: Tx, fps: readonly string[]): Promise<Request[]> =>
  (await tx.rows(BY_FPS, [fingerprints(fps)])).map(read);
export const listRequestsOf = async (
  tx: Tx,
  personIds: readonly string[],
  fps: readonly string[],
): Promise<Request[]> => (await tx.rows(BY_PERSON, [uuids(personIds), fingerprints(fps)])).map(read);
export const findRequest = async (tx: Tx, id: string) => readMaybe(await tx.maybe(BY_ID, [id]));
export const lockRequest = async (tx: Tx, id: string) => readMaybe(await tx.maybe(LOCK, [id]));
/** The states of erasures of them that are not done; none begins or goes on before the end of this transaction. */
export const lockErasures = async (
  tx: Tx,
  personIds: readonly string[],
  fps: readonly string[],
): Promise<Request["state"][]> =>
  (await tx.rows(LOCK_ERASURES, [uuids(personIds), fingerprints(fps)])).map((row) => row.state);
export const findByReceipt = async (tx: Tx, hash: Buffer) => readMaybe(await tx.maybe(BY_RECEIPT, [hash]));

/** One process at a time; the next that is due, but for those to leave alone now. */
export async function takeDue(tx: Tx, now: Date, skip: readonly string[]): Promise<Request | undefined> {
  if (!(await tx.one(TURN)).ours) return undefined;
  return readMaybe(await tx.maybe(DUE, [now, uuids(skip)]));
}
export const saveBegin = (tx: Tx, id: string, step: Step, whom: Whom, now: Date) =>
  tx.run(BEGIN, [id, step, now, JSON.stringify(packed(whom)), whom.circle]);
export const saveMove = (
  tx: Tx,
  id: string,
  to: {
    readonly step: Step;
    readonly place: Place | null;
    readonly share: number;
    readonly receipt: readonly Line[];
  },
  now: Date,
) => tx.run(MOVE, [id, to.step, JSON.stringify(to.place), now, to.share, JSON.stringify(to.receipt)]);
export const saveAgain = (tx: Tx, id: string, again: readonly string[]) =>
  tx.run(AGAIN, [id, JSON.stringify(again)]);
export const saveTold = (tx: Tx, id: string, named: readonly string[], dueAt: Date) =>
  tx.run(TELL, [id, fingerprints(named), dueAt]);
export const saveHeld = (tx: Tx, id: string, held: Held) => tx.run(HOLD, [id, held]);
export const saveEnd = (
  tx: Tx,
  id: string,
  state: "done" | "cancelled",
  now: Date,
  of: { readonly personId: string | null; readonly named: readonly string[] | null } = NOBODY,
) => tx.run(END, [id, state, now, of.personId, of.named === null ? null : fingerprints(of.named)]);
const NOBODY = { personId: null, named: null };
export const cleanReasons = (tx: Tx, pattern: string, circle: number): Promise<number> =>
  tx.run(CLEAN_REASONS, [pattern, circle]);
/** Everything of them was erased: their copies go, and what else they asked to be erased names nobody any more. */
export async function forgetRequestsOf(
  tx: Tx,
  but: string,
  of: { readonly fps: readonly string[]; readonly personIds: readonly string[] },
  now: Date,
): Promise<void> {
  await tx.run(DROP_COPIES, [fingerprints(of.fps), uuids(of.personIds)]);
  await tx.run(UNLINK, [but, fingerprints(of.fps), uuids(of.personIds), now]);
}
/** A part of what these nodes hold was erased. */
export const endCopiesOf = (tx: Tx, nodes: readonly string[], now: Date) =>
  tx.run(END_COPIES, [fingerprints(nodes), now]);
/** An identifier was erased: what was asked with it before is the person's, and names it no more. */
export const unlinkIdentifier = (tx: Tx, but: string, fp: string, personId: string | null) =>
  tx.run(UNLINK_FP, [but, fingerprints([fp]), personId]);
export async function deleteOldExports(tx: Tx, before: Date): Promise<void> {
  await tx.run(OVER, [before]);
  await tx.run(OVER_PIECES);
}
export const insertFromJournal = (
  tx: Tx,
  e: { readonly id: string; readonly scope: Scope; readonly at: Date; readonly whom: Whom },
) => tx.run(FROM_JOURNAL, [e.id, packScope(e.scope), e.at, JSON.stringify(packed(e.whom))]);

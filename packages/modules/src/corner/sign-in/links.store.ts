// The SQL of links and codes by mail.
import type { Language } from "@somlos/contract";
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql, fragment } = room("corner");

export type Purpose = "sign_in" | "proof" | "undo";
export type Link = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly fp: string;
  readonly address: string;
  readonly language: Language;
  readonly browserHash: Buffer | null;
  readonly sessionId: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly codeHash: string | null;
};

const columns = fragment`
  id, purpose, fp, address, language, browser_hash as "browserHash", session_id as "sessionId",
  object_kind as "objectKind", object_id as "objectId", code_hash as "codeHash"`;
const live = fragment`used_at is null and ends_at > $2`;
const insert = sql`
  insert into corner.links (id, purpose, fp, address, language, browser_hash, session_id, object_kind, object_id, token_hash,
    code_hash, made_at, ends_at, answered_at)
  select $1, $2, fp, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from unnest($3::uuid[]) as f(fp)`;
const waiting = sql<Link>`
  select ${columns} from corner.links where answered_at is null and id <> all($1::uuid[])
  order by made_at, id limit 1 for update skip locked`;
const answered = sql`
  update corner.links set answered_at = $2, token_hash = $3, code_hash = $4 where id = $1`;
const byToken = sql<Link>`select ${columns} from corner.links where token_hash = $1 and ${live} for update`;
const byBrowser = sql<Link>`
  select ${columns} from corner.links where browser_hash = $1 and ${live} and code_hash is not null order by id for update`;
const bySession = sql<Link>`
  select ${columns} from corner.links where session_id = $1 and ${live} and code_hash is not null order by id for update`;
const use = sql`update corner.links set used_at = $2 where id = any($1::uuid[]) and used_at is null`;
const useOfObject = sql`update corner.links set used_at = $2 where object_id = $1 and used_at is null`;
const past = sql`delete from corner.links where ends_at <= $1`;

export type NewLink = Omit<Link, "codeHash"> & {
  readonly tokenHash: Buffer | null;
  readonly codeHash: string | null;
  readonly at: Date;
  readonly endsAt: Date;
  readonly answeredAt: Date | null;
};
export const insertLink = (tx: Tx, l: NewLink) =>
  tx.run(insert, [
    ...[l.id, l.purpose, fingerprints([l.fp]), l.address, l.language, l.browserHash, l.sessionId],
    ...[l.objectKind, l.objectId, l.tokenHash, l.codeHash, l.at, l.endsAt, l.answeredAt],
  ]);

const named = (row: Link): Link => ({ ...row, fp: fingerprintOf(row.fp) });

/** The oldest request nobody has answered, but for those to skip. */
export async function takeWaiting(tx: Tx, skip: readonly string[]): Promise<Link | undefined> {
  const row = await tx.maybe(waiting, [[...skip]]);
  return row === undefined ? undefined : named(row);
}
export const saveAnswer = (
  tx: Tx,
  id: string,
  a: { readonly at: Date; readonly tokenHash: Buffer | null; readonly codeHash: string | null },
) => tx.run(answered, [id, a.at, a.tokenHash, a.codeHash]);

export async function lockLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<Link | undefined> {
  const row = await tx.maybe(byToken, [tokenHash, now]);
  return row === undefined ? undefined : named(row);
}
export const lockLinksOfBrowser = async (tx: Tx, browserHash: Buffer, now: Date): Promise<Link[]> =>
  (await tx.rows(byBrowser, [browserHash, now])).map(named);
export const lockLinksOfSession = async (tx: Tx, sessionId: string, now: Date): Promise<Link[]> =>
  (await tx.rows(bySession, [sessionId, now])).map(named);
export const useLinks = (tx: Tx, ids: readonly string[], now: Date) => tx.run(use, [[...ids], now]);
export const useLinksOfObject = (tx: Tx, objectId: string, now: Date) => tx.run(useOfObject, [objectId, now]);
export const deletePastLinks = (tx: Tx, before: Date) => tx.run(past, [before]);

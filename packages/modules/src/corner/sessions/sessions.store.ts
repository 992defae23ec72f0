// The SQL of customers' sessions.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { type How, SESSION_IDLE_MS, SHARED_IDLE_MS } from "../corner.rules.ts";

const { sql, fragment } = room("corner");

export type Session = {
  readonly id: string;
  readonly fp: string;
  readonly kind: string;
  readonly value: string;
  readonly how: How;
  readonly signedInAt: Date;
  readonly provenAt: Date | null;
  readonly provesFrom: Date | null;
  readonly passkeyId: string | null;
  readonly passkeyAt: Date | null;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly agent: string;
  /** On a screen that many stand before. */
  readonly shared: boolean;
};

const columns = fragment`
  s.id, s.fp, s.kind, s.value, s.how, s.signed_in_at as "signedInAt", s.proven_at as "provenAt", s.seen_at as "seenAt",
  s.ends_at as "endsAt", s.agent, s.shared, k.proves_from as "provesFrom", k.id as "passkeyId", k.created_at as "passkeyAt"
  from corner.sessions s left join corner.passkeys k on k.id = s.passkey_id`;
const live = fragment`s.ends_at > $2 and s.seen_at > case when s.shared then $4::timestamptz else $3::timestamptz end and (s.how <> 'passkey' or k.id is not null)`;
const byHash = sql<Session>`select ${columns} where s.token_hash = $1 and ${live}`;
const byId = sql<Session>`select ${columns} where s.id = $1 and ${live}`;
const byFps = sql<Session>`select ${columns} where s.fp = any($1::uuid[]) and ${live} order by s.seen_at desc, s.id`;
const insert = sql`
  insert into corner.sessions (id, token_hash, fp, kind, value, how, passkey_id, signed_in_at, seen_at, ends_at, agent, shared)
  select $1, $2, fp, $4, $5, $6, $7, $8, $8, $9, $10, $11 from unnest($3::uuid[]) as f(fp)`;
const seen = sql`update corner.sessions set seen_at = greatest(seen_at, $2) where id = $1`;
const proven = sql`update corner.sessions set proven_at = $2 where id = $1`;
const identifier = sql`
  update corner.sessions set fp = f.fp, proven_at = null from unnest($2::uuid[]) as f(fp) where id = $1`;
const dropHash = sql`delete from corner.sessions where token_hash = $1`;
const dropOne = sql`delete from corner.sessions where id = $1 and fp = any($2::uuid[])`;
const dropOf = sql`delete from corner.sessions where fp = any($1::uuid[])`;
const dropOfPasskey = sql`delete from corner.sessions where passkey_id = $1`;
const past = sql`delete from corner.sessions where ends_at <= $1 or seen_at <= $2 or (shared and seen_at <= $3)`;

/** Since when silence ends a session of one's own, and one on a shared screen. */
const idleSince = (now: Date): [own: Date, shared: Date] => [
  new Date(now.getTime() - SESSION_IDLE_MS),
  new Date(now.getTime() - SHARED_IDLE_MS),
];
const named = (row: Session): Session => ({ ...row, fp: fingerprintOf(row.fp) });

export async function findSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<Session | undefined> {
  const row = await tx.maybe(byHash, [tokenHash, now, ...idleSince(now)]);
  return row === undefined ? undefined : named(row);
}
export async function findSessionById(tx: Tx, id: string, now: Date): Promise<Session | undefined> {
  const row = await tx.maybe(byId, [id, now, ...idleSince(now)]);
  return row === undefined ? undefined : named(row);
}
export const listSessions = async (tx: Tx, fps: readonly string[], now: Date): Promise<Session[]> =>
  (await tx.rows(byFps, [fingerprints(fps), now, ...idleSince(now)])).map(named);

export type NewSession = Pick<
  Session,
  "id" | "fp" | "kind" | "value" | "how" | "endsAt" | "agent" | "shared"
> & {
  readonly tokenHash: Buffer;
  readonly passkeyId: string | null;
  readonly at: Date;
};
export const insertSession = (tx: Tx, s: NewSession) =>
  tx.run(insert, [
    ...[
      s.id,
      s.tokenHash,
      fingerprints([s.fp]),
      s.kind,
      s.value,
      s.how,
      s.passkeyId,
      s.at,
      s.endsAt,
      s.agent,
      s.shared,
    ],
  ]);
export const saveSeen = (tx: Tx, id: string, now: Date) => tx.run(seen, [id, now]);
export const saveProven = (tx: Tx, id: string, now: Date) => tx.run(proven, [id, now]);
/** It goes on by another identifier: nothing that was proven of the one before goes along. */
export const saveIdentifier = (tx: Tx, id: string, fp: string) =>
  tx.run(identifier, [id, fingerprints([fp])]);
export const deleteSessionByHash = (tx: Tx, tokenHash: Buffer) => tx.run(dropHash, [tokenHash]);
export const deleteSession = (tx: Tx, id: string, fps: readonly string[]) =>
  tx.run(dropOne, [id, fingerprints(fps)]);
export const deleteSessionsOf = (tx: Tx, fps: readonly string[]) => tx.run(dropOf, [fingerprints(fps)]);
export const deleteSessionsOfPasskey = (tx: Tx, passkeyId: string) => tx.run(dropOfPasskey, [passkeyId]);
export const deletePastSessions = (tx: Tx, now: Date) => tx.run(past, [now, ...idleSince(now)]);

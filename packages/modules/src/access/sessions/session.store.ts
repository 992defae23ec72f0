// The SQL of sessions.
import type { Role } from "@somlos/contract";
import { room, type Tx } from "@somlos/kernel/db";
import { type How, SESSION_IDLE_MS } from "./session.rules.ts";

const { sql } = room("access");

export type SessionRow = {
  readonly id: string;
  readonly staffId: string;
  readonly signedInAt: Date;
  readonly seenAt: Date;
  readonly roles: readonly Role[];
};

export type ListedSession = {
  readonly id: string;
  readonly how: How;
  readonly signedInAt: Date;
  readonly seenAt: Date;
  readonly agent: string;
};

const live = sql<SessionRow>`
  select s.id, s.staff_id as "staffId", s.signed_in_at as "signedInAt", s.seen_at as "seenAt",
    array(select distinct g.role from access.grants g where g.staff_id = s.staff_id) as roles
  from access.sessions s join access.staff c on c.id = s.staff_id
  where s.token_hash = $1 and s.ends_at > $2 and s.seen_at > $3 and c.joined_at is not null and c.deactivated_at is null`;
const seen = sql`update access.sessions set seen_at = greatest(seen_at, $2) where id = $1`;
const insert = sql`
  insert into access.sessions (id, token_hash, staff_id, how, signed_in_at, seen_at, ends_at, agent)
  values ($1, $2, $3, $4, $5, $5, $6, $7)`;
const byHash = sql`delete from access.sessions where token_hash = $1`;
const oneOf = sql`delete from access.sessions where id = $1 and staff_id = $2`;
const allBut = sql`delete from access.sessions where staff_id = $1 and token_hash is distinct from $2`;
const listed = sql<ListedSession>`
  select id, how, signed_in_at as "signedInAt", seen_at as "seenAt", agent from access.sessions
  where staff_id = $1 and ends_at > $2 and seen_at > $3 order by seen_at desc, id`;
const past = sql`delete from access.sessions where ends_at <= $1 or seen_at <= $2`;

const idleSince = (now: Date): Date => new Date(now.getTime() - SESSION_IDLE_MS);

/** The live session of an active colleague, with all their roles. */
export const findSession = (tx: Tx, tokenHash: Buffer, now: Date): Promise<SessionRow | undefined> =>
  tx.maybe(live, [tokenHash, now, idleSince(now)]);
export const saveSeen = (tx: Tx, id: string, now: Date) => tx.run(seen, [id, now]);

export const insertSession = (
  tx: Tx,
  s: { id: string; tokenHash: Buffer; staffId: string; how: How; at: Date; endsAt: Date; agent: string },
) => tx.run(insert, [s.id, s.tokenHash, s.staffId, s.how, s.at, s.endsAt, s.agent]);

export const deleteSessionByHash = (tx: Tx, tokenHash: Buffer) => tx.run(byHash, [tokenHash]);
export const deleteSession = (tx: Tx, id: string, staffId: string) => tx.run(oneOf, [id, staffId]);
/** All sessions of a colleague but one, or all of them. */
export const deleteSessions = (tx: Tx, staffId: string, butHash: Buffer | null) =>
  tx.run(allBut, [staffId, butHash]);
export const listSessions = (tx: Tx, staffId: string, now: Date): Promise<ListedSession[]> =>
  tx.rows(listed, [staffId, now, idleSince(now)]);
export const deletePastSessions = (tx: Tx, now: Date) => tx.run(past, [now, idleSince(now)]);

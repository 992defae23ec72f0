// The SQL of what a person may ask of their way in.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";

const { sql } = room("corner");

const SESSIONS = sql<Record<string, unknown>>`
  select kind, value, how, signed_in_at as "signedInAt", proven_at as "provenAt", seen_at as "seenAt", agent
  from corner.sessions where fp = any($1::uuid[]) order by signed_in_at`;
const PASSKEYS = sql<Record<string, unknown>>`
  select name, kind, value, created_at as "createdAt", last_used_at as "lastUsedAt" from corner.passkeys
  where fp = any($1::uuid[]) order by created_at`;
const BROUGHT = sql<Record<string, unknown>>`
  select shop, thing, brought_at as "broughtAt" from corner.brought where fp = any($1::uuid[]) order by brought_at, thing_key`;
const AWAY = sql<Record<string, unknown>>`
  select thing_id as "thingId", put_at as "putAt" from corner.put_away where fp = any($1::uuid[]) order by put_at, thing_id`;
const DROP_AWAY = sql`delete from corner.put_away where fp = any($1::uuid[])`;
const DROP_BROUGHT = sql`delete from corner.brought where fp = any($1::uuid[])`;
const DROP_SESSIONS = sql`delete from corner.sessions where fp = any($1::uuid[])`;
const DROP_PASSKEYS = sql`delete from corner.passkeys where fp = any($1::uuid[])`;
const DROP_LINKS = sql`delete from corner.links where fp = any($1::uuid[])`;
const DROP_CHALLENGES = sql`delete from corner.challenges where fp = any($1::uuid[])`;

export const listOwn = async (tx: Tx, fps: readonly string[]) => ({
  "corner.sessions": await tx.rows(SESSIONS, [fingerprints(fps)]),
  "corner.passkeys": await tx.rows(PASSKEYS, [fingerprints(fps)]),
  "corner.brought": await tx.rows(BROUGHT, [fingerprints(fps)]),
  "corner.put_away": await tx.rows(AWAY, [fingerprints(fps)]),
});
export const deleteOwn = async (tx: Tx, fps: readonly string[]) => ({
  "corner.sessions": await tx.run(DROP_SESSIONS, [fingerprints(fps)]),
  "corner.passkeys": await tx.run(DROP_PASSKEYS, [fingerprints(fps)]),
  "corner.links": await tx.run(DROP_LINKS, [fingerprints(fps)]),
  "corner.brought": await tx.run(DROP_BROUGHT, [fingerprints(fps)]),
  "corner.put_away": await tx.run(DROP_AWAY, [fingerprints(fps)]),
  "corner.challenges": await tx.run(DROP_CHALLENGES, [fingerprints(fps)]),
});

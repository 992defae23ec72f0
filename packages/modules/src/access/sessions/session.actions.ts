// Sessions: begun, kept awake, ended.
import { randomBytes } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { cookieOf, headerOf, type Place } from "./place.rules.ts";
import { type How, hashOfToken, isFresh, SEEN_STEP_MS, SESSION_MOST_MS } from "./session.rules.ts";
import {
  deleteSessionByHash,
  findSession,
  insertSession,
  type SessionRow,
  saveSeen,
} from "./session.store.ts";

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const AGENT_MOST = 200;

/** A new session with a new token, always: what the browser held before is ended, so nothing can be planted. */
export async function beginSession(
  work: Work,
  staffId: string,
  how: How,
  browser: { readonly headers: Headers; readonly place: Place },
): Promise<string> {
  const before = cookieOf(browser.headers, browser.place);
  if (before !== undefined) await deleteSessionByHash(work.tx, hashOfToken(before));
  const token = randomBytes(32).toString("base64url");
  await insertSession(work.tx, {
    id: uuid7(work.now.getTime()),
    tokenHash: hashOfToken(token),
    staffId,
    how,
    at: work.now,
    endsAt: new Date(work.now.getTime() + SESSION_MOST_MS),
    agent: (headerOf(browser.headers, "user-agent") ?? "").slice(0, AGENT_MOST),
  });
  return token;
}

/** Moves the idle time forward, at most one write in five minutes. */
export async function keepAwake(db: Database, session: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - session.seenAt.getTime() < SEEN_STEP_MS) return;
  await db.work({ kind: "system", id: "access" }, (work) => saveSeen(work.tx, session.id, work.now));
}

export const endSession = (work: Work, token: string) => deleteSessionByHash(work.tx, hashOfToken(token));

/** The hash of the session that asks; the door has let it in, so it is there unless it ended this moment. */
export const sessionHashOf = (headers: Headers, place: Place): Buffer =>
  hashOfToken(cookieOf(headers, place) ?? "");

/** Refuses what needs a sign-in of the last ten minutes. */
export async function demandFresh(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  const session = await findSession(tx, tokenHash, now);
  if (session === undefined) throw new Refusal("door.not_signed_in");
  if (!isFresh(session.signedInAt, now)) throw new Refusal("account.sign_in_again");
}

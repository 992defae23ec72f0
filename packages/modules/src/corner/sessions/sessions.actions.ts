// Customers' sessions: begun, kept awake, asked how sure they are, ended.
import { randomBytes } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import type { Caller, Knock } from "@somlos/kernel/http";
import { uuid7 } from "@somlos/kernel/ids";
import { type Place, refuseForeignChange } from "../../access/index.ts";
import { findSelf } from "../../identity/index.ts";
import { type CornerHouse, personOf } from "../corner.house.ts";
import {
  cookieFor,
  cookieIn,
  type How,
  hashOfToken,
  isConfirmable,
  isFresh,
  isSharedScreen,
  SESSION_IDLE_MS,
  SESSION_MOST_MS,
  SHARED_IDLE_MS,
  SHARED_MOST_MS,
  seenStepMs,
  surelyUntil,
} from "../corner.rules.ts";
import {
  deleteSessionByHash,
  findSession,
  findSessionById,
  insertSession,
  type Session,
  saveSeen,
} from "./sessions.store.ts";

const AGENT_MOST = 200;
const SYSTEM = { kind: "system", id: "corner" } as const;

export type AnyKnock = Pick<
  Knock<unknown, unknown, unknown>,
  "headers" | "ip" | "header" | "caller" | "language"
>;
export type Proven = { readonly fp: string; readonly kind: string; readonly value: string };

/** A new session with a new token, always: what the browser held before is ended, so nothing can be planted. */
export async function beginSession(
  work: Work,
  house: CornerHouse,
  knock: AnyKnock,
  who: Proven & { readonly how: How; readonly passkeyId?: string },
): Promise<PersonSession> {
  const { place } = house.access;
  const before = cookieIn(knock.headers, place, "me");
  if (before !== undefined) await deleteSessionByHash(work.tx, hashOfToken(before));
  const token = randomBytes(32).toString("base64url");
  const id = uuid7(work.now.getTime());
  const agent = knock.headers["user-agent"];
  const shared = isSharedScreen(knock.headers);
  const most = shared ? SHARED_MOST_MS : SESSION_MOST_MS;
  await insertSession(work.tx, {
    ...{ id, fp: who.fp, kind: who.kind, value: who.value, how: who.how, at: work.now },
    tokenHash: hashOfToken(token),
    passkeyId: who.passkeyId ?? null,
    shared,
    endsAt: new Date(work.now.getTime() + most),
    agent: (typeof agent === "string" ? agent : "").slice(0, AGENT_MOST),
  });
  work.record({ name: "person.signed_in", v: 1, data: { sessionId: id, how: who.how } });
  knock.header("set-cookie", cookieFor(place, "me", token, most / 1000));
  return showSession(house, await loadSession(work.tx, id, work.now), work.now);
}

export function showSession(house: CornerHouse, session: Session, now: Date): PersonSession {
  const until = surelyUntil(session, now);
  return {
    identifier: { kind: session.kind, value: session.value },
    how: session.how,
    signedInAt: session.signedInAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    surely: until !== undefined,
    surelyUntil: until?.toISOString() ?? null,
    shared: session.shared,
    silenceSeconds: (session.shared ? SHARED_IDLE_MS : SESSION_IDLE_MS) / 1000,
    passkeys: house.access.place.passkeyDomain !== undefined,
  };
}

export async function loadSession(tx: Tx, id: string, now: Date): Promise<Session> {
  const session = await findSessionById(tx, id, now);
  if (session === undefined) throw new Refusal("door.not_signed_in");
  return session;
}

/** Refuses what needs a sign-in of the last ten minutes. */
export async function demandFresh(tx: Tx, caller: Caller, now: Date): Promise<Session> {
  const session = await loadSession(tx, personOf(caller).sessionId, now);
  if (!isFresh(session.signedInAt, now)) throw new Refusal("me.sign_in_again");
  return session;
}

/** Refuses what somebody with the inbox alone, or with a stolen session, must not do. */
export async function demandSurely(tx: Tx, caller: Caller, now: Date): Promise<Session> {
  const session = await loadSession(tx, personOf(caller).sessionId, now);
  if (surelyUntil(session, now) !== undefined) return session;
  if (!isFresh(session.signedInAt, now)) throw new Refusal("me.sign_in_again");
  const young = session.how === "passkey" && !isConfirmable(session, now);
  throw new Refusal(young ? "me.passkey_young" : "me.proof_needed");
}

/** The fingerprints of all that is proven to be this customer's, the session's own first. */
export async function fpsOf(tx: Tx, caller: Caller): Promise<string[]> {
  const { fp } = personOf(caller);
  const { identifiers } = await findSelf(tx, fp);
  return [...new Set([fp, ...identifiers.map((one) => one.fp)])];
}

type Request = {
  readonly headers: AnyKnock["headers"];
  readonly url: string;
  readonly method: string;
};

/** The doors of the corner; everything else goes by keys or by staff. */
const CORNER = /^\/v1\/me(\/|\?|$)/;
export const isCorner = (url: string): boolean => CORNER.test(url);

/** Who knocks at a door of the corner. A change comes from our own pages and is JSON, signed in or not. */
export function openPersonAuthenticator(settings: {
  readonly db: Database;
  readonly place: Place;
}): (request: Request) => Promise<Caller> {
  const { db, place } = settings;
  return async (request) => {
    refuseForeignChange(request, place);
    const token = cookieIn(request.headers, place, "me");
    if (token === undefined) return { kind: "nobody" };
    const { session, now } = await db.read(async (tx, at) => ({
      session: await findSession(tx, hashOfToken(token), at),
      now: at,
    }));
    if (session === undefined) return { kind: "nobody" };
    if (now.getTime() - session.seenAt.getTime() >= seenStepMs(session.shared))
      await db.work(SYSTEM, (work) => saveSeen(work.tx, session.id, work.now));
    return { kind: "person", sessionId: session.id, fp: session.fp };
  };
}

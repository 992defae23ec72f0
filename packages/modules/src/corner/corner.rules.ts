// How long a customer's way in holds, and what of it we keep. Pure.
import { hash } from "node:crypto";
import type { Limit, Place } from "../access/index.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const SESSION_MOST_MS = 30 * DAY;
export const SESSION_IDLE_MS = 7 * DAY;
/** On a screen that many stand before, in a store or a hall, the next one must not find whoever stood there. */
export const SHARED_MOST_MS = 15 * MINUTE;
export const SHARED_IDLE_MS = 2 * MINUTE;
/** How old `seen_at` may grow before a request writes it again. */
export const seenStepMs = (shared: boolean): number => (shared ? 10_000 : 5 * MINUTE);
/** What concerns everything of a person is open only this soon after they proved who they are. */
export const FRESH_MS = 10 * MINUTE;
export const LINK_MS = { sign_in: 30 * MINUTE, proof: 10 * MINUTE, undo: 7 * DAY } as const;
/** What whoever holds the inbox writes down proves nothing more than the inbox, until its owner had time to object. */
export const RIPE_MS = 3 * DAY;
/** An identity token is for now: it may not be made to be kept. */
export const TOKEN_MOST_SECONDS = 600;

export const limits = {
  ask: { name: "me_ask", most: 60, seconds: 3600 },
  /** Letters to one address: from one place, and from all of them, so that no stranger uses up its owner's tries. */
  askFrom: { name: "me_ask_from", most: 3, seconds: 3600 },
  askAddress: { name: "me_ask_address", most: 12, seconds: 3600 },
  redeem: { name: "me_redeem", most: 20, seconds: 60 },
  code: { name: "me_code", most: 5, seconds: 1800 },
  passkey: { name: "me_passkey", most: 20, seconds: 60 },
  proof: { name: "me_proof", most: 5, seconds: 3600 },
  undo: { name: "me_undo", most: 20, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type How = "link" | "passkey" | "token";

/** Tokens carry 256 random bits: a plain hash is enough, a copy of the table opens nothing. */
export const hashOfToken = (token: string): Buffer => hash("sha256", token, "buffer");

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** `me`: the session. `ask`: what the browser holds that asked for a link. */
export type CookieName = "me" | "ask";
const nameOf = (place: Place, name: CookieName): string =>
  `${place.cookie.secure ? "__Host-" : ""}somlos-${name}`;

const cookieNamed = (headers: Headers, name: string): string | undefined => {
  const cookie = headers["cookie"];
  return (Array.isArray(cookie) ? cookie.join(";") : cookie)
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
};

export const cookieIn = (headers: Headers, place: Place, name: CookieName): string | undefined =>
  cookieNamed(headers, nameOf(place, name));

/** A screen says so itself, and can only have less by it. Its page writes the cookie, so no prefix. */
export const isSharedScreen = (headers: Headers): boolean =>
  cookieNamed(headers, "somlos-screen") === "shared";

/** No other site's page ever sends it along. */
export const cookieFor = (place: Place, name: CookieName, value: string, seconds: number): string =>
  `${nameOf(place, name)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${place.cookie.secure ? "; Secure" : ""}`;

/** When a session stops to be proof of who it is; undefined when it is none. */
export function surelyUntil(
  session: {
    readonly how: How;
    readonly signedInAt: Date;
    readonly provenAt: Date | null;
    /** When the passkey that signed in became proof; null until it is confirmed. */
    readonly provesFrom: Date | null;
  },
  now: Date,
): Date | undefined {
  const { how, signedInAt, provenAt, provesFrom } = session;
  const since =
    provenAt ?? (how === "passkey" && provesFrom !== null && provesFrom <= now ? signedInAt : undefined);
  if (since === undefined) return undefined;
  const until = new Date(since.getTime() + FRESH_MS);
  return until > now ? until : undefined;
}

/**
 * Whether another address may prove what one of them alone does not: it has been theirs for three days, or as long as the one
 * that signed in. Whoever holds an inbox for a while can have a second address written down, but not days ago.
 */
export const isRipe = (since: Date | null, ofSignedIn: Date | null, now: Date): boolean =>
  since !== null &&
  (now.getTime() - since.getTime() >= RIPE_MS || (ofSignedIn !== null && since <= ofSignedIn));

/**
 * Whether a code to the very inbox may confirm a passkey that was added on that inbox alone: it holds the inbox now, and held it
 * three days ago. Whoever held it for a while has the passkey and no longer the inbox.
 */
export const isConfirmable = (
  session: { readonly how: How; readonly provesFrom: Date | null; readonly passkeyAt: Date | null },
  now: Date,
): boolean =>
  session.how === "passkey" &&
  session.provesFrom === null &&
  session.passkeyAt !== null &&
  now.getTime() - session.passkeyAt.getTime() >= RIPE_MS;

export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() <= FRESH_MS;

/** Enough of an address for its owner to know it, too little for anybody else: a…@e….se */
export function hintOf(address: string): string {
  const [name = "", domain = ""] = address.split("@");
  const [first = "", ...rest] = [...domain.split(".")];
  return `${[...name][0] ?? ""}…@${[...first][0] ?? ""}….${rest.at(-1) ?? ""}`;
}

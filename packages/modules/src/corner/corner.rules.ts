// How long a customer's way in holds, and what of it we keep. Pure.
import { hash } from "node:crypto";
import type { Limit, Place } from "../access/index.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const SESSION_MOST_MS = 30 * DAY;
export const SESSION_IDLE_MS = 7 * DAY;
/** How old `seen_at` may grow before a request writes it again. */
export const SEEN_STEP_MS = 5 * MINUTE;
/** What concerns everything of a person is open only this soon after they proved who they are. */
export const FRESH_MS = 10 * MINUTE;
export const LINK_MS = { sign_in: 30 * MINUTE, proof: 10 * MINUTE, undo: 7 * DAY } as const;
/** A passkey added by whoever holds the inbox proves nothing more than the inbox, until its owner had time to object. */
export const RIPE_MS = 3 * DAY;
/** An identity token is for now: it may not be made to be kept. */
export const TOKEN_MOST_SECONDS = 600;

export const limits = {
  ask: { name: "me_ask", most: 60, seconds: 3600 },
  askAddress: { name: "me_ask_address", most: 3, seconds: 3600 },
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

export const cookieIn = (headers: Headers, place: Place, name: CookieName): string | undefined => {
  const cookie = headers["cookie"];
  const start = `${nameOf(place, name)}=`;
  return (Array.isArray(cookie) ? cookie.join(";") : cookie)
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
};

/** No other site's page ever sends it along. */
export const cookieFor = (place: Place, name: CookieName, value: string, seconds: number): string =>
  `${nameOf(place, name)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${place.cookie.secure ? "; Secure" : ""}`;

/** When a session stops to be proof of who it is; undefined when it is none. */
export function surelyUntil(
  session: {
    readonly how: How;
    readonly signedInAt: Date;
    readonly provenAt: Date | null;
    /** When the passkey that signed in became proof. */
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

export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() <= FRESH_MS;

/** Enough of an address for its owner to know it, too little for anybody else: a…@e….se */
export function hintOf(address: string): string {
  const [name = "", domain = ""] = address.split("@");
  const [first = "", ...rest] = [...domain.split(".")];
  return `${[...name][0] ?? ""}…@${[...first][0] ?? ""}….${rest.at(-1) ?? ""}`;
}

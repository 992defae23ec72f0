// How long a session holds, and what of it we keep. Pure.
import { hash } from "node:crypto";

const HOUR = 3_600_000;
export const SESSION_IDLE_MS = 12 * HOUR;
export const SESSION_MOST_MS = 7 * 24 * HOUR;
/** How old `seen_at` may grow before a request writes it again. */
export const SEEN_STEP_MS = 5 * 60_000;
/** Passkeys and passwords are changed only this soon after a sign-in: a stolen session cannot settle in. */
export const FRESH_MS = 10 * 60_000;

export type How = "password" | "passkey" | "link";

/** Tokens carry 256 random bits: a plain hash is enough, a copy of the table opens nothing. */
export const hashOfToken = (token: string): Buffer => hash("sha256", token, "buffer");

export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() <= FRESH_MS;

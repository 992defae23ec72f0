// Signatures of Standard Webhooks 1.0: HMAC-SHA256 over id, time and the very bytes. Pure but for comparing in constant time.
import { createHmac, timingSafeEqual } from "node:crypto";

/** A request as it came. */
export type Heard = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
};

const PREFIX = "whsec_";
const WINDOW_MS = 300_000;

const keyOf = (secret: string): Buffer =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), "base64") : Buffer.from(secret);

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export function signStandard(secret: string, id: string, seconds: string, bytes: Buffer): Buffer {
  return createHmac("sha256", keyOf(secret)).update(`${id}.${seconds}.`).update(bytes).digest();
}

/** Signed by whoever knows the secret, at most five minutes from now. Several signatures: one of them fits. */
export function isStandardSigned({ headers, bytes }: Heard, secret: string, now: Date): boolean {
  const [id, seconds = "", signatures] = [
    headers["webhook-id"],
    headers["webhook-timestamp"],
    headers["webhook-signature"],
  ];
  if (id === undefined || signatures === undefined || !/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > WINDOW_MS) return false;
  const expected = signStandard(secret, id, seconds, bytes);
  return signatures
    .split(" ")
    .flatMap((one) => (one.startsWith("v1,") ? [Buffer.from(one.slice(3), "base64")] : []))
    .some((given) => sameBytes(given, expected));
}

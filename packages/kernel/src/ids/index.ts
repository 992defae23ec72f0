// Ids and fingerprints.
import { hash, randomFillSync } from "node:crypto";

/** 16 bytes of SHA-256 over a space and a text, as a latin1 string: map key, sort key and uuid bytes in one. */
export const fingerprint = (space: string, text: string): string =>
  hash("sha256", `${space}\0${text}`, "binary").slice(0, 16);

/** The uuid text of a fingerprint. */
export function uuidOf(fp: string): string {
  const hex = Buffer.from(fp, "latin1").toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The fingerprint of a uuid text. */
export const fingerprintOf = (uuid: string): string =>
  Buffer.from(uuid.replaceAll("-", ""), "hex").toString("latin1");

const bytes = Buffer.allocUnsafe(16);
let lastMs = 0;
let counter = 0;

/** UUIDv7 (RFC 9562, method 1: a counter in rand_a) of a moment: grows with time, and within one millisecond with each call. */
export function uuid7(nowMs: number): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  randomFillSync(bytes);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return uuidOf(bytes.toString("latin1"));
}

export { hmac, keyed } from "./keyed.ts";
export { Recent } from "./recent.ts";
export { seal, unseal } from "./seal.ts";

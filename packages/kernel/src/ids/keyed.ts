// HMAC-SHA-256 (RFC 2104) under one key, for many short texts: two plain hashes over prepared blocks take a third of the
// time that setting up a keyed hash does. Longer texts go the usual way.
import { createHmac, hash } from "node:crypto";

/** The first 16 bytes of an HMAC, as a latin1 string. */
export const hmac = (secret: string, text: string): string =>
  createHmac("sha256", secret).update(text).digest("binary").slice(0, 16);

const BLOCK = 64;
const DIGEST = 32;
const MOST_CHARACTERS = 400;

/** Fingerprints of texts under a secret: the same as `hmac(secret, text)`. */
export function keyed(secret: string): (text: string) => string {
  const key = Buffer.alloc(BLOCK);
  const bytes = Buffer.from(secret);
  if (bytes.length > BLOCK) key.write(hash("sha256", bytes, "binary"), "latin1");
  else bytes.copy(key);
  const inner = Buffer.alloc(BLOCK + MOST_CHARACTERS * 3);
  const outer = Buffer.alloc(BLOCK + DIGEST);
  for (const [i, byte] of key.entries()) {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  const upTo = Array.from({ length: inner.length + 1 }, (_, length) => inner.subarray(0, length));
  return (text) => {
    if (text.length > MOST_CHARACTERS) return hmac(secret, text);
    const length = BLOCK + inner.write(text, BLOCK, "utf8");
    outer.write(hash("sha256", upTo[length] ?? inner, "binary"), BLOCK, "latin1");
    return hash("sha256", outer, "binary").slice(0, 16);
  };
}

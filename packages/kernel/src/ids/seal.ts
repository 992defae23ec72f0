// What must be read again and by nobody else, such as a secret that another system gave us: sealed with AES-256-GCM under a key
// that is made of the installation's secret (HKDF-SHA256). Read back only where that secret is the same.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;
const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "somlos seal", purpose, 32));

export function seal(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Undefined: sealed under another secret or for another purpose, or damaged. */
export function unseal(secret: string, purpose: string, sealed: Buffer): string | undefined {
  try {
    const cipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), sealed.subarray(0, NONCE));
    cipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return cipher.update(sealed.subarray(NONCE + TAG), undefined, "utf8") + cipher.final("utf8");
  } catch {
    return undefined;
  }
}

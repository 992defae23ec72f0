// The home: one folder with what this installation keeps outside the database. Secrets lie here, mode 0600.
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

/** What is made once, at the first start, and kept. Settings win over it. */
export type HomeSecrets = {
  readonly secret: string;
  readonly writeKey: string;
  readonly serverKey: string;
  readonly adminToken: string;
  /** Key by which the retailer's systems sign who a customer is: a secret (HS256), or `ed25519:` and a public key. */
  readonly identityKey: string;
};

const fresh = (): HomeSecrets => ({
  secret: randomBytes(32).toString("base64url"),
  writeKey: `pk_${randomBytes(16).toString("base64url")}`,
  serverKey: `sk_${randomBytes(24).toString("base64url")}`,
  adminToken: `at_${randomBytes(24).toString("base64url")}`,
  identityKey: randomBytes(32).toString("base64url"),
});

/** Writes a file whole or not at all, readable by its owner only, on the disk when it returns. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Reads the secrets of a home, making them at the first start. */
export async function keepSecrets(home: string): Promise<HomeSecrets> {
  await mkdir(home, { recursive: true });
  const path = join(home, "secrets.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  const kept = text === undefined ? {} : (JSON.parse(text) as Partial<HomeSecrets>);
  const made = { ...fresh(), ...kept }; // a home of an earlier version lacks the newer ones
  if (Object.keys(kept).length === Object.keys(made).length) return made;
  await writePrivately(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

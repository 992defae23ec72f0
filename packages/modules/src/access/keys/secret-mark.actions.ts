// All fingerprints hang on one secret. With another one nobody would be known again and every message would be new, so a
// start with it is refused: after a restore without `secrets.json` above all.
import { createHmac } from "node:crypto";
import { BadSettings } from "@somlos/kernel/config";
import type { Work } from "@somlos/kernel/db";
import { isSameMark } from "./secret-mark.store.ts";

const markOf = (secret: string): Buffer => createHmac("sha256", secret).update("somlos secret mark").digest();

export async function refuseOtherSecret(work: Work, secret: string): Promise<void> {
  if (await isSameMark(work.tx, markOf(secret))) return;
  throw new BadSettings([
    "SOMLOS_SECRET: this database was made with another secret, and nobody in it would be known again. Put the secrets.json of its first home into this home, or set SOMLOS_SECRET to the secret in it.",
  ]);
}

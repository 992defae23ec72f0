// What a start tells: one URL, the public key, and once a link to become the owner.

import { join } from "node:path";
import type { Config } from "@somlos/kernel/config";
import { writePrivately } from "@somlos/kernel/config";
import { makeSetUpLink } from "@somlos/modules/access";
import type { OpenHouse, Secrets } from "./house.ts";

export async function tellAddresses(
  config: Config,
  secrets: Secrets,
  house: OpenHouse,
  port: number,
): Promise<void> {
  const url = config.publicUrl ?? `http://localhost:${port}`;
  console.log(`\nSömlös is up: ${url}`);
  console.log(`Public key:   ${secrets.writeKey}   (for browsers and apps)`);
  console.log(`Secrets:      ${join(config.home, "secrets.json")}   (server key, admin token)`);
  const link = await house.db.work({ kind: "system", id: "start" }, (work) =>
    makeSetUpLink(work, house.access),
  );
  if (link === undefined) return;
  if (process.stdout.isTTY) {
    console.log(`Set-up link:  ${link}   (one hour, once)`);
    return;
  }
  const path = join(config.home, "set-up-link.txt");
  await writePrivately(path, `${link}\n`);
  console.log(`Set-up link:  in ${path}   (one hour, once)`);
}

// npm run record -- vendure | medusa: what a live shop sends of its goods, kept as it was sent in fixtures/webhooks, for the quick tests.
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { setup } from "../../packages/kernel/src/testing/global-setup.ts";
import type { Shopkeeping } from "./life.ts";
import { medusa } from "./medusa/life.ts";
import { emptyDatabase, installPeer, type PeerName, peerNames, startPeer } from "./peer.ts";
import { openRelay, type Relay } from "./relay.ts";
import { vendure } from "./vendure/life.ts";

/** So long nothing came: nothing more comes of this step. */
const QUIET_MS = 1500;

/** Lines of what came of a step. */
async function linesOf(relay: Relay, name: string, act: () => Promise<void>): Promise<string[]> {
  const before = relay.sent.length;
  await act();
  for (let seen = -1; seen !== relay.sent.length || seen === before; await sleep(QUIET_MS))
    seen = relay.sent.length;
  return relay.sent.slice(before).map((sent) => JSON.stringify({ name, ...sent }));
}

async function record<Shop>(name: PeerName, { settings, open, lifeOf }: Shopkeeping<Shop>): Promise<number> {
  const folder = new URL(`../../fixtures/webhooks/${name}/`, import.meta.url);
  const secret = (await readFile(new URL("secret.txt", folder), "utf8")).trim();
  await installPeer(name);
  const stop = await setup();
  const [database, relay] = [await emptyDatabase(), await openRelay()];
  const peer = await startPeer(name, { DATABASE_URL: database.url, ...settings(relay.url, secret) });
  try {
    const shop = await open(peer.url, peer.said());
    const lines: string[] = [];
    for (const { name: called, act } of lifeOf(shop)) lines.push(...(await linesOf(relay, called, act)));
    await writeFile(new URL("requests.jsonl", folder), `${lines.join("\n")}\n`);
    return lines.length;
  } finally {
    await peer.stop();
    await relay.close();
    await database.drop();
    await stop();
  }
}

const recorders: Readonly<Record<PeerName, () => Promise<number>>> = {
  vendure: () => record("vendure", vendure),
  medusa: () => record("medusa", medusa),
};
const wish = peerNames.find((name) => name === process.argv[2]);
if (wish === undefined) {
  console.error(`Which one? ${peerNames.join(", ")}`);
  process.exit(1);
}
console.log(`${await recorders[wish]()} requests of ${wish} are recorded.`);
process.exit(0);

// npm run record -- vendure: what a live shop sends of its goods, kept as it was sent in fixtures/webhooks, for the quick tests.
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { setup } from "../../packages/kernel/src/testing/global-setup.ts";
import { emptyDatabase, installPeer, startPeer } from "./peer.ts";
import { openRelay, type Relay } from "./relay.ts";
import { lifeOf } from "./vendure/life.ts";
import { openShop, settle } from "./vendure/shop.ts";

/** So long nothing came: nothing more comes of this step. */
const QUIET_MS = 1500;

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => probe.once("listening", done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return String(typeof address === "object" ? address?.port : address);
}

/** Lines of what came of a step. */
async function linesOf(relay: Relay, name: string, act: () => Promise<void>): Promise<string[]> {
  const before = relay.sent.length;
  await act();
  for (let seen = -1; seen !== relay.sent.length || seen === before; await sleep(QUIET_MS))
    seen = relay.sent.length;
  return relay.sent.slice(before).map((sent) => JSON.stringify({ name, ...sent }));
}

async function recordVendure(folder: URL): Promise<number> {
  const secret = (await readFile(new URL("secret.txt", folder), "utf8")).trim();
  await installPeer("vendure");
  const stop = await setup();
  const [database, relay, port] = [await emptyDatabase(), await openRelay(), await freePort()];
  const told = { PORT: port, DATABASE_URL: database.url, HOOK_URL: relay.url, HOOK_SECRET: secret };
  const peer = await startPeer("vendure", told);
  try {
    const shop = await openShop(`http://127.0.0.1:${port}`);
    await settle(shop);
    const lines: string[] = [];
    for (const { name, act } of lifeOf(shop)) lines.push(...(await linesOf(relay, name, act)));
    await writeFile(new URL("requests.jsonl", folder), `${lines.join("\n")}\n`);
    return lines.length;
  } finally {
    await peer.stop();
    await relay.close();
    await database.drop();
    await stop();
  }
}

const [name] = process.argv.slice(2);
if (name !== "vendure") {
  console.error("Which one? vendure");
  process.exit(1);
}
const count = await recordVendure(new URL(`../../fixtures/webhooks/${name}/`, import.meta.url));
console.log(`${count} requests of ${name} are recorded.`);
process.exit(0);

// Issue 4: a live Medusa with the subscriber of docs/guides/shop-webhooks.md. Whatever changes in the shop is here within seconds; what
// is old, told twice or signed with another secret changes nothing.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createMany, medusa, type Shop } from "../../../bench/peers/medusa/life.ts";
import { NotToBeHad } from "../../../bench/peers/peer.ts";
import { passOn } from "../../../bench/peers/relay.ts";
import { print } from "./harness.ts";
import { openWithShop, type WithShop } from "./with-shop.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SECRET = `whsec_${Buffer.from("known to the shop and to the feed").toString("base64")}`;
const OTHER = `whsec_${Buffer.from("known to the feed and to nobody").toString("base64")}`;
const SOON = { timeout: 20_000, interval: 50 };
const MANY = 60;

let here: WithShop<Shop>;
let missing: string | undefined;
beforeAll(async () => {
  try {
    here = await openWithShop("medusa", medusa, SECRET);
  } catch (error) {
    if (!(error instanceof NotToBeHad)) throw error;
    missing = `Nothing of this is proven: Medusa cannot be installed here. ${error.message}`;
    print(missing);
  }
}, 900_000);
beforeEach(({ skip }) => skip(missing !== undefined, missing));
afterAll(() => here?.free());

it("the subscriber that the guide shows fits Medusa's own types", async () => {
  const args = ["-p", "bench/peers/medusa"];
  const told = promisify(execFile)("node_modules/.bin/tsc", args, { cwd: ROOT }).catch(
    (error: { stdout: string }) => error,
  );
  expect((await told).stdout).toBe("");
});

it("goods, prices and stock are here as the shop has them, after every step of their life", async () => {
  const times: number[] = [];
  for (const { name, act, sold } of here.life) {
    await act();
    const began = performance.now();
    await expect.poll(here.sold, { ...SOON, message: name }).toEqual(sold);
    times.push(performance.now() - began);
  }
  print(`${times.length} steps, here after at most ${Math.max(...times).toFixed(0)} ms`);
});

it("many variants, made in one go, are all here by a few webhooks", async () => {
  const sent = here.relay.sent.length;
  await createMany(here.shop, MANY);
  const glasses = async () => Object.keys(await here.sold()).filter((sku) => sku.startsWith("GLAS-"));
  await expect.poll(async () => (await glasses()).length, SOON).toBe(MANY);
  const letters = here.relay.sent.length - sent;
  print(`${MANY} variants came in ${letters} webhooks`);
  expect(letters).toBeLessThan(MANY / 5);
});

it("every webhook once more, the oldest last, changes nothing", async () => {
  const before = await here.everything();
  const answers: number[] = [];
  for (const one of here.relay.sent.toReversed()) answers.push((await passOn(here.feed.url, one)).status);
  expect(answers.length).toBeGreaterThan(8);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await here.everything()).toEqual(before);
});

it("with another secret nothing changes; once it is right, what was missed is here", async () => {
  const before = await here.everything();
  here.relay.to = (await here.newFeed("Wrong secret", OTHER)).url;
  const sent = here.relay.sent.length;
  type Levels = { inventory_items: { id: string; sku: string }[] };
  const { inventory_items: items } = await here.shop<Levels>("GET", "inventory-items?sku=MANSKEN-M");
  await here.shop("POST", `inventory-items/${items[0]?.id}/location-levels/sloc_lund`, {
    stocked_quantity: 30,
  });
  await expect.poll(() => here.relay.sent.length, SOON).toBeGreaterThan(sent);
  expect(await here.everything()).toEqual(before);
  here.relay.to = here.feed.url;
  await expect.poll(async () => (await here.sold())["MANSKEN-M"]?.left, SOON).toBe(28);
});

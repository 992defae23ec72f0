// Webhooks of shops: proven by their signature over the very bytes, twice and in any order the same; with a wrong signature
// nothing changes.
import { createHmac } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type Feed,
  type HookDesk,
  isLive,
  moveTo,
  openHookDesk,
  type Recorded,
  recorded,
  SHOPIFY,
  secretOf,
  topic,
} from "../testing/hook-desk.ts";

let desk: HookDesk;
beforeAll(async () => {
  desk = await openHookDesk();
});
afterEach(() => moveClock(0));
afterAll(() => desk.at.close());

describe.each(["shopify", "medusa", "vendure"] as const)("%s", (shop) => {
  const live = isLive(shop);
  let letters: Recorded[];
  let secret: { secret?: string };
  beforeAll(async () => {
    letters = await recorded(shop);
    secret = live ? { secret: await secretOf(shop) } : shop === "shopify" ? { secret: SHOPIFY } : {};
  });
  beforeEach(() => (live ? moveTo(letters) : undefined));
  const send = (feed: Feed, one: Recorded, key?: string) => {
    if (live && key === undefined) return desk.post(feed.path, one.text, one.headers);
    return shop === "shopify"
      ? desk.byShopify(feed.path, one, key)
      : desk.byStandard(feed.path, one, key ?? feed.secret);
  };

  it("products, prices and stock come in as recorded; twice and in any order the same", async () => {
    expect(letters.length).toBeGreaterThanOrEqual(4);
    await desk.empty();
    const first = await desk.newFeed(shop, secret);
    for (const one of letters)
      expect(await send(first, one)).toMatchObject({ status: 200, body: { refused: [] } });
    const expected = await desk.stated();
    expect(expected[0].length).toBeGreaterThan(0);
    for (const order of [
      [...letters].reverse(),
      [...letters, ...letters],
      letters.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ]) {
      await desk.empty();
      const feed = await desk.newFeed(shop, secret);
      await Promise.all(order.map((one) => send(feed, one)));
      expect(await desk.stated()).toEqual(expected);
    }
  });

  it("with a wrong signature, another's secret, another body or for an unknown feed nothing changes but that it is seen", async () => {
    const [one] = letters;
    if (one === undefined) throw new Error("nothing recorded");
    await desk.empty();
    const [feed, other] = [await desk.newFeed(shop, secret), await desk.newFeed("medusa")];
    const refused = { status: 401, body: { code: "feeds.not_signed" } };
    for (const key of ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", other.secret])
      expect(await send(feed, one, key)).toMatchObject(refused);
    expect(await desk.post(feed.path, one.text, { "x-shopify-topic": "products/create" })).toMatchObject(
      refused,
    );
    expect(await desk.post("/v1/hooks/00000000-0000-7000-8000-000000000000", "{}", {})).toMatchObject(
      refused,
    );
    expect(await desk.post("/v1/hooks/nothing", "{}", {})).toMatchObject(refused);
    expect(await sendOther(feed, one)).toMatchObject(refused);
    expect((await desk.stated()).every((list) => list.length === 0)).toBe(true);
    expect(await desk.heardOf(feed.id)).toMatchObject({
      ...{ heard: 0, refused: 0, lastAt: null, unsignedAt: expect.stringMatching(/^20/) },
    });
    expect(await desk.heardOf(other.id)).toBeNull();
  });
  /** Signed over other bytes than those that are sent. */
  const sendOther = async (feed: Feed, one: Recorded) => {
    const text = `${one.text} `;
    if (live) return desk.post(feed.path, text, one.headers);
    const signature = createHmac("sha256", SHOPIFY).update(`${text} `).digest("base64");
    return desk.post(feed.path, text, { ...one.headers, "x-shopify-hmac-sha256": signature });
  };
});

it("an old letter of Standard Webhooks is refused, and one from a clock that is ahead", async () => {
  const feed = await desk.newFeed("vendure");
  const [one] = await recorded("vendure");
  if (one === undefined) throw new Error("nothing recorded");
  const now = Math.floor(Date.now() / 1000);
  for (const seconds of [now - 301, now + 302])
    expect((await desk.byStandard(feed.path, one, feed.secret, seconds)).status).toBe(401);
  expect((await desk.byStandard(feed.path, one, feed.secret, now - 290)).status).toBe(200);
});

it("what a shop says is in the catalogue as people read it, and its stock is where it is", async () => {
  await desk.empty();
  const feed = await desk.newFeed("shopify", { secret: SHOPIFY });
  for (const one of await recorded("shopify")) await desk.byShopify(feed.path, one);
  expect(await desk.catalogue()).toEqual({
    sold: ["MANSKEN-M", "MANSKEN-S"],
    stock: [
      { sku: "MANSKEN-M", location: "malmo", on_hand: 7 },
      { sku: "MANSKEN-S", location: "malmo", on_hand: 0 },
    ],
  });
  const basic = `Basic ${Buffer.from(`${desk.at.secrets.writeKey}:`).toString("base64")}`;
  const found = await fetch(`${desk.at.base}/v1/products?q=golvlampa&entity=almvik`, {
    headers: { authorization: basic },
  });
  expect((await found.json()) as object).toMatchObject({
    items: [
      {
        ...{
          name: "Golvlampa Månsken",
          brand: "Månbro",
          description: "Varmt ljus & mjuk skugga.\nMonteras lätt.",
        },
        variants: [
          {
            ...{ sku: "MANSKEN-M", gtin: "07350000000016", options: { Färg: "Mässing" } },
            prices: [{ amountMinor: 99_900, ordinaryMinor: 124_900, reduced: true, taxBasisPoints: 2500 }],
          },
          { sku: "MANSKEN-S", prices: [{ amountMinor: 114_900, reduced: false }] },
        ],
      },
    ],
  });
  const list = await desk.at.ask("/api/feeds");
  expect((list.body["items"] as unknown as { id: string }[]).find(({ id }) => id === feed.id)).toMatchObject({
    ...{ kind: "shopify", heard: { heard: 7, refused: 0 }, sells: 2 },
  });
});

it("a product of more variants than a statement takes comes in whole", async () => {
  await desk.empty();
  const feed = await desk.newFeed("shopify", { secret: SHOPIFY });
  const variants = Array.from({ length: 450 }, (_, n) => ({ id: n, sku: `STOR-${n}`, price: "1.00" }));
  const product = { id: 1, title: "Stor", status: "active", updated_at: "2026-11-21T08:00:00Z", variants };
  expect((await desk.byShopify(feed.path, topic("products/update", product))).body).toMatchObject({
    refused: [],
  });
  expect((await desk.catalogue()).sold).toHaveLength(450);
  const fewer = { ...product, updated_at: "2026-11-21T09:00:00Z", variants: variants.slice(50) };
  await desk.byShopify(feed.path, topic("products/update", fewer));
  expect((await desk.catalogue()).sold).toHaveLength(400);
});

it("a product and a level of it that come at the same moment find each other, every time", async () => {
  await desk.empty();
  const feed = await desk.newFeed("shopify", { secret: SHOPIFY });
  const at = "2026-11-21T08:00:00Z";
  const pairs = Array.from({ length: 40 }, (_, n) => {
    const variants = [{ id: 7000 + n, sku: `PAIR-${n}`, price: "10.00", inventory_item_id: 9000 + n }];
    const product = { id: 5000 + n, title: `Par ${n}`, status: "active", updated_at: at, variants };
    const level = { inventory_item_id: 9000 + n, location_id: 655441491, available: 3, updated_at: at };
    return [
      desk.byShopify(feed.path, topic("products/create", product)),
      desk.byShopify(feed.path, topic("inventory_levels/update", level)),
    ];
  });
  for (const { status } of await Promise.all(pairs.flat())) expect(status).toBe(200);
  expect((await desk.catalogue()).stock).toHaveLength(40);
});

it("a location of the shop that nobody entered is said, and topics about other things are left", async () => {
  const feed = await desk.newFeed("shopify", { secret: SHOPIFY });
  const level = { inventory_item_id: 1, location_id: 99, available: 1, updated_at: "2026-11-20T08:00:00Z" };
  const counted = topic("inventory_levels/update", level);
  expect((await desk.byShopify(feed.path, counted)).body).toMatchObject({
    refused: [{ code: "company.location_unknown", problems: ["places: 99"] }],
  });
  const other = topic("orders/create", { id: 1, email: "a@exempel.se" });
  expect((await desk.byShopify(feed.path, other)).body).toMatchObject({ accepted: 0, refused: [] });
  const broken = createHmac("sha256", SHOPIFY).update("{").digest("base64");
  expect(
    (await desk.post(feed.path, "{", { ...counted.headers, "x-shopify-hmac-sha256": broken })).body["code"],
  ).toBe("door.not_json");
});

it("secrets are shown once, made where the shop has none, and asked for where it has", async () => {
  expect((await desk.newFeed("medusa")).secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const wish = { kind: "shopify", name: "utan hemlighet", language: "sv", entity: "almvik" };
  expect((await desk.at.ask("/api/feeds", wish)).body["code"]).toBe("feeds.needs_secret");
  const list = JSON.stringify((await desk.at.ask("/api/feeds")).body);
  expect(list).not.toMatch(/whsec_|hush-shopify/);
  const [row] = await desk.rows(
    "select encode(secret, 'escape') as secret from stores.feeds where kind = 'medusa' limit 1",
  );
  expect(String(row?.["secret"])).not.toContain("whsec_");
});

// Webhooks of shops: proven by their signature over the very bytes, twice and in any order the same; with a wrong signature
// nothing changes.
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
  const { body } = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  for (const code of ["malmo", "lund"])
    await at.ask("/api/locations", { code, name: code, kind: "store", entityId: body["id"], country: "SE" });
  await at.house.company.refresh();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

type Recorded = { readonly name: string; readonly headers: Record<string, string>; readonly body: object };
const recorded = async (shop: string): Promise<Recorded[]> => {
  const file = new URL(`../../../../fixtures/webhooks/${shop}.jsonl`, import.meta.url);
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Recorded);
};

let made = 0;
async function newFeed(kind: string, more: object = {}) {
  const { status, body } = await at.ask("/api/feeds", {
    ...{ kind, name: `${kind} ${++made}`, language: "sv", entity: "almvik", taxPercent: 25 },
    ...{ places: { "655441491": "malmo", sloc_lund: "lund", "1": "malmo" }, ...more },
  });
  expect(status).toBe(200);
  return { id: String(body["id"]), secret: String(body["secret"]), path: String(body["hookPath"]) };
}
async function post(path: string, text: string, headers: Record<string, string>) {
  const answer = await fetch(`${at.base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: text,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const SHOPIFY = "hush-shopify-client-secret";
const byShopify = (path: string, { headers, body }: Recorded, secret = SHOPIFY) => {
  const text = JSON.stringify(body);
  const signature = createHmac("sha256", secret).update(text).digest("base64");
  return post(path, text, { ...headers, "x-shopify-hmac-sha256": signature });
};
let letters = 0;
function byStandard(
  path: string,
  { body }: Recorded,
  secret: string,
  seconds = Math.floor(Date.now() / 1000),
) {
  const [id, text] = [`msg_${++letters}`, JSON.stringify(body)];
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${text}`).digest("base64");
  return post(path, text, {
    ...{ "webhook-id": id, "webhook-timestamp": String(seconds) },
    "webhook-signature": `v1,AAAA v1,${signature}`,
  });
}

async function rows(text: string): Promise<Record<string, unknown>[]> {
  const client = await at.database.db.connect();
  return client
    .query(text)
    .then((found) => found.rows as Record<string, unknown>[])
    .finally(() => client.end());
}
const TABLES = ["products", "texts", "variants", "prices", "tellings", "sightings", "wholes", "search_rows"];
const empty = () =>
  rows(
    `truncate ${TABLES.map((name) => `catalog.${name}`).join(", ")}, stores.figures, stores.wholes, stores.feed_items, stores.feed_levels, stores.feed_hearings`,
  );
const stated = () =>
  Promise.all([
    rows(
      "select id, code, brand, category, attributes, media, said_at, input from catalog.products order by id",
    ),
    rows("select * from catalog.texts order by product_id, language"),
    rows("select * from catalog.variants order by id"),
    rows("select * from catalog.prices order by variant_id, entity_id, at"),
    rows("select variant_id from catalog.v_sold order by variant_id"),
    rows("select sku, on_hand, counted_at from stores.figures order by sku, location_id"),
  ]);
const catalogue = async () => ({
  sold: (
    await rows("select v.sku from catalog.v_sold s join catalog.variants v on v.id = s.variant_id order by 1")
  ).map(({ sku }) => sku),
  stock: await rows(
    "select f.sku, l.code as location, f.on_hand from stores.figures f join company.locations l on l.id = f.location_id order by 1, 2",
  ),
});

describe.each(["shopify", "medusa", "vendure"] as const)("%s", (shop) => {
  const secret = shop === "shopify" ? { secret: SHOPIFY } : {};
  const send = (feed: { path: string; secret: string }, one: Recorded, key?: string) =>
    shop === "shopify" ? byShopify(feed.path, one, key) : byStandard(feed.path, one, key ?? feed.secret);

  it("products, prices and stock come in as recorded; twice and in any order the same", async () => {
    const letters = await recorded(shop);
    expect(letters.length).toBeGreaterThanOrEqual(4);
    await empty();
    const first = await newFeed(shop, secret);
    for (const one of letters)
      expect(await send(first, one)).toMatchObject({ status: 200, body: { refused: [] } });
    const expected = await stated();
    expect(expected[0].length).toBeGreaterThan(0);
    for (const order of [
      [...letters].reverse(),
      [...letters, ...letters],
      letters.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ]) {
      await empty();
      const feed = await newFeed(shop, secret);
      await Promise.all(order.map((one) => send(feed, one)));
      expect(await stated()).toEqual(expected);
    }
  });

  it("with a wrong signature, another's secret, another body or for an unknown feed nothing changes", async () => {
    const letters = await recorded(shop);
    const [one] = letters;
    if (one === undefined) throw new Error("nothing recorded");
    await empty();
    const [feed, other] = [await newFeed(shop, secret), await newFeed("medusa")];
    const refused = { status: 401, body: { code: "feeds.not_signed" } };
    expect(await send(feed, one, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")).toMatchObject(
      refused,
    );
    expect(await send(feed, one, other.secret)).toMatchObject(refused);
    expect(await post(feed.path, JSON.stringify(one.body), one.headers)).toMatchObject(refused);
    expect(await post("/v1/hooks/00000000-0000-7000-8000-000000000000", "{}", {})).toMatchObject(refused);
    expect(await post("/v1/hooks/nothing", "{}", {})).toMatchObject(refused);
    const text = JSON.stringify(one.body);
    const signature = createHmac("sha256", SHOPIFY).update(`${text} `).digest("base64");
    expect(await post(feed.path, text, { ...one.headers, "x-shopify-hmac-sha256": signature })).toMatchObject(
      refused,
    );
    expect((await stated()).every((list) => list.length === 0)).toBe(true);
    expect(await rows("select * from stores.feed_hearings")).toEqual([]);
  });
});

it("an old letter of Standard Webhooks is refused, and one from a clock that is ahead", async () => {
  const feed = await newFeed("vendure");
  const [one] = await recorded("vendure");
  if (one === undefined) throw new Error("nothing recorded");
  const now = Math.floor(Date.now() / 1000);
  for (const seconds of [now - 301, now + 302])
    expect((await byStandard(feed.path, one, feed.secret, seconds)).status).toBe(401);
  expect((await byStandard(feed.path, one, feed.secret, now - 290)).status).toBe(200);
});

it("what a shop says is in the catalogue as people read it, and its stock is where it is", async () => {
  await empty();
  const feed = await newFeed("shopify", { secret: SHOPIFY });
  for (const one of await recorded("shopify")) await byShopify(feed.path, one);
  expect(await catalogue()).toEqual({
    sold: ["MANSKEN-M", "MANSKEN-S"],
    stock: [
      { sku: "MANSKEN-M", location: "malmo", on_hand: 7 },
      { sku: "MANSKEN-S", location: "malmo", on_hand: 0 },
    ],
  });
  const basic = `Basic ${Buffer.from(`${at.secrets.writeKey}:`).toString("base64")}`;
  const found = await fetch(`${at.base}/v1/products?q=golvlampa&entity=almvik`, {
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
  const list = await at.ask("/api/feeds");
  expect((list.body["items"] as unknown as { id: string }[]).find(({ id }) => id === feed.id)).toMatchObject({
    ...{ kind: "shopify", heard: { heard: 7, refused: 0 }, sells: 2 },
  });
});

it("a product and a level of it that come at the same moment find each other, every time", async () => {
  await empty();
  const feed = await newFeed("shopify", { secret: SHOPIFY });
  const at = "2026-11-21T08:00:00Z";
  const pairs = Array.from({ length: 40 }, (_, n) => {
    const variants = [{ id: 7000 + n, sku: `PAIR-${n}`, price: "10.00", inventory_item_id: 9000 + n }];
    const product = { id: 5000 + n, title: `Par ${n}`, status: "active", updated_at: at, variants };
    const level = { inventory_item_id: 9000 + n, location_id: 655441491, available: 3, updated_at: at };
    return [
      byShopify(feed.path, { name: "", headers: { "x-shopify-topic": "products/create" }, body: product }),
      byShopify(feed.path, {
        name: "",
        headers: { "x-shopify-topic": "inventory_levels/update" },
        body: level,
      }),
    ];
  });
  for (const { status } of await Promise.all(pairs.flat())) expect(status).toBe(200);
  expect((await catalogue()).stock).toHaveLength(40);
});

it("a location of the shop that nobody entered is said, and topics about other things are left", async () => {
  const feed = await newFeed("shopify", { secret: SHOPIFY });
  const level = { inventory_item_id: 1, location_id: 99, available: 1, updated_at: "2026-11-20T08:00:00Z" };
  const headers = { "x-shopify-topic": "inventory_levels/update" };
  expect((await byShopify(feed.path, { name: "", headers, body: level })).body).toMatchObject({
    refused: [{ code: "company.location_unknown", problems: ["places: 99"] }],
  });
  const other = {
    name: "",
    headers: { "x-shopify-topic": "orders/create" },
    body: { id: 1, email: "a@exempel.se" },
  };
  expect((await byShopify(feed.path, other)).body).toMatchObject({ accepted: 0, refused: [] });
  const broken = createHmac("sha256", SHOPIFY).update("{").digest("base64");
  expect((await post(feed.path, "{", { ...headers, "x-shopify-hmac-sha256": broken })).body["code"]).toBe(
    "door.not_json",
  );
});

it("secrets are shown once, made where the shop has none, and asked for where it has", async () => {
  expect((await newFeed("medusa")).secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const wish = { kind: "shopify", name: "utan hemlighet", language: "sv", entity: "almvik" };
  expect((await at.ask("/api/feeds", wish)).body["code"]).toBe("feeds.needs_secret");
  const list = JSON.stringify((await at.ask("/api/feeds")).body);
  expect(list).not.toMatch(/whsec_|hush-shopify/);
  const [row] = await rows(
    "select encode(secret, 'escape') as secret from stores.feeds where kind = 'medusa' limit 1",
  );
  expect(String(row?.["secret"])).not.toContain("whsec_");
});

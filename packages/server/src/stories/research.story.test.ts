// J22: what she looked at in one shop she carries to another herself; nobody else's is seen, and it goes when she says so.
import { readResearch } from "@somlos/rules/research";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
const MAIL = "iris@exempel.se";
const GTIN = "7350000000016";
type Thing = Record<string, unknown> & { id: string; name: string; how: string[]; fit: string };
type Mine = { things: Thing[]; brought: Thing[]; sizes: { name: string; value: string; byMe: boolean }[] };
let sent = 0;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const track = (event: string, properties: object, days = 1, userId = "iris") => ({
  ...{ type: "track", event, userId, properties, messageId: `research-${++sent}`, timestamp: daysAgo(days) },
});

beforeAll(async () => {
  at = await openTestApp();
  const boots = {
    name: "Kängor Fjäll",
    brand: "Almvik",
    category: "Shoes",
    price: "899.00",
    currency: "SEK",
  };
  const url = "https://almvik.example/boots?utm_source=mail&who=iris@exempel.se";
  await at.send(
    [
      { type: "identify", userId: "iris", traits: { email: MAIL, shoeSize: 38 }, messageId: "research-id" },
      track("Product Viewed", { ...boots, product_id: "A-1001", gtin: GTIN, size: "38", url }, 20),
      track("Product Added", { ...boots, product_id: "A-1001", price: "799.00" }, 2),
      track("Product Viewed", { name: "Skor för iris@exempel.se", category: "Shoes", size: "41" }, 3),
      track("Products Searched", { query: "vandringskängor" }, 4),
      track("Product Viewed", { name: "Gammal lampa" }, 120),
      track("Product Viewed", { name: "Someone else's" }, 1, "other"),
    ],
    "server",
  );
});
afterAll(() => at.close());

async function asPerson(userId: string) {
  const cookie = await enterAsPerson(at, userId);
  return async <Answer = Mine>(path: string, body?: object, method = body === undefined ? "GET" : "POST") => {
    const answer = await fetch(`${at.base}/v1/me/research${path}`, {
      method,
      headers: { cookie, origin: at.base, "content-type": "application/json", "accept-language": "sv" },
      body: method === "GET" ? null : JSON.stringify(body ?? {}),
    });
    return { status: answer.status, body: (await answer.json()) as Answer & { code?: string } };
  };
}

it("J22: she sees each product once, with what fits her, of the last ninety days", async () => {
  const iris = await asPerson("iris");
  const { body } = await iris("");
  expect(body.things.map(({ name, how, fit }) => [name, how, fit])).toEqual([
    ["Kängor Fjäll", ["added", "viewed"], "fits"],
    ["Skor för …", ["viewed"], "not"],
    ["vandringskängor", ["searched"], "unknown"],
  ]);
  expect(body.things[0]).toMatchObject({
    ...{ gtin: `0${GTIN}`, size: "38", price: { amountMinor: 79900, currency: "SEK" } },
    url: "https://almvik.example/boots",
  });
  expect(body.sizes).toEqual([{ name: "shoe_size", value: "38", byMe: false }]);
});

it("the file holds what she chose and no sign of who she is, and the shop only when she says so", async () => {
  const iris = await asPerson("iris");
  const things = (await iris("")).body.things.slice(0, 2).map(({ id }) => id);
  const taken = await iris<object>("/file", { things, sizes: ["shoe_size"] });
  const text = JSON.stringify(taken.body);
  expect(readResearch(text)).toMatchObject({ ok: true, skipped: 0, research: { shop: null } });
  expect(text).not.toMatch(/iris|exempel|almvik\.example|A-1001|utm_|:\d\d:\d\d/i);
  const named = await iris<{ shop: string }>("/file", { things, shop: true });
  expect(JSON.stringify(named.body)).toContain("https://almvik.example/boots");
  expect((await iris("/file", {})).body.code).toBe("research.empty");
});

it("what she brings stands once however often she brings it, her size is her own word, and others see none of it", async () => {
  const iris = await asPerson("iris");
  const sandal = { how: ["viewed"], name: "Sandal Ö", category: "Shoes", size: "39", lastOn: "2026-11-01" };
  const file = {
    ...{ format: "portable-research", version: 1, things: [sandal, { name: 1 }] },
    sizes: [{ name: "shoe_size", value: "39" }],
  };
  for (let twice = 0; twice < 2; twice++) {
    const { body } = await iris<Mine & { skipped: number }>("/brought", { file });
    expect(body.brought.map(({ name, fit }) => [name, fit])).toEqual([["Sandal Ö", "fits"]]);
    expect([body.skipped, body.sizes]).toEqual([1, [{ name: "shoe_size", value: "39", byMe: true }]]);
  }
  const ahead = {
    ...file,
    things: [{ ...sandal, name: "Från framtiden", lastOn: daysAgo(-3).slice(0, 10) }],
  };
  const { body: brought } = await iris<Mine & { skipped: number }>("/brought", { file: ahead });
  expect([brought.skipped, brought.brought.map(({ name }) => name)]).toEqual([1, ["Sandal Ö"]]);
  const id = (await iris("")).body.brought[0]?.id ?? "";
  const other = await asPerson("other");
  expect((await other("")).body).toMatchObject({ brought: [], sizes: [] });
  expect((await other(`/brought/${id}`, {}, "DELETE")).body.code).toBe("me.not_found");
  expect((await iris("/brought", { file: { format: "other" } })).body.code).toBe("research.not_research");
  expect((await iris(`/brought/${id}`, {}, "DELETE")).status).toBe(200);
  expect((await iris("")).body.brought).toEqual([]);
});

it("what she puts away is not shown and goes in no file, until she looks at it again; nobody else can", async () => {
  const iris = await asPerson("iris");
  const names = async () => (await iris("")).body.things.map(({ name }) => name);
  const id = (await iris("")).body.things[0]?.id ?? "";
  const other = await asPerson("other");
  expect((await other(`/things/${id}`, {}, "DELETE")).body.code).toBe("me.not_found");
  for (let twice = 0; twice < 2; twice++)
    expect((await iris(`/things/${id}`, {}, "DELETE")).status).toBe(twice === 0 ? 200 : 404);
  expect(await names()).toEqual(["Skor för …", "vandringskängor"]);
  expect((await iris("/file", { things: [id] })).body.code).toBe("research.empty");
  expect((await iris("/things", {}, "DELETE")).status).toBe(200);
  expect(await names()).toEqual([]);
  const boots = { name: "Kängor Fjäll", gtin: GTIN, category: "Shoes" };
  await at.send([track("Product Viewed", boots, 0)], "server");
  expect(await names()).toEqual(["Kängor Fjäll"]);
  expect((await other("")).body.things.map(({ name }) => name)).toEqual(["Someone else's"]);
});

it("who states her address with the public key sees nothing of hers", async () => {
  const claim = {
    type: "identify",
    userId: "mallory",
    traits: { email: MAIL },
    messageId: "research-mallory",
  };
  await at.send([claim], "public");
  const mallory = await asPerson("mallory");
  expect((await mallory("")).body).toMatchObject({ things: [], brought: [], sizes: [] });
});

it("REC-15: what a browser shows after a goodbye, or to somebody else who signs in there, is shown to nobody before them, in any order of events", async () => {
  const orders = [
    (all: object[]) => all,
    (all: object[]) => all.toReversed(),
    (all: object[]) => all.toSorted(() => Math.random() - 0.5),
  ];
  for (const [i, order] of orders.entries()) {
    const [far, barn, anonymousId] = [`far-${i}`, `barn-${i}`, `familjens-${i}`];
    const on = (hour: number, more: object) => ({
      ...{ messageId: `familj-${++sent}`, anonymousId, timestamp: daysAgo(10 - hour / 24), type: "track" },
      ...more,
    });
    const looks = (hour: number, name: string) =>
      on(hour, { event: "Product Viewed", properties: { name: `${name} ${i}`, product_id: `${name}-${i}` } });
    const signsIn = (hour: number, userId: string) =>
      on(hour, { type: "identify", userId, traits: { email: `${userId}@familj.example` } });
    const [bySystems, byBrowser] = [
      [signsIn(1, far), signsIn(9, far)],
      [
        looks(2, "Yxa"),
        on(3, { event: "Signed Out", userId: far }),
        looks(4, "Ensam"),
        signsIn(5, barn),
        looks(6, "Present"),
        looks(10, "Spade"),
        signsIn(11, barn),
        looks(12, "Hemlig"),
        signsIn(13, far),
        looks(14, "Kratta"),
      ],
    ];
    const all = [
      ...bySystems.map((one) => [one, "server"]),
      ...byBrowser.map((one) => [one, "public"]),
    ] as const;
    for (const one of order([...all]) as [object, "server" | "public"][]) await at.send([one[0]], one[1]);
    const theirs = async (userId: string) =>
      (await (await asPerson(userId))("")).body.things.map(({ name }) => name);
    expect((await theirs(far)).toSorted()).toEqual([`Kratta ${i}`, `Spade ${i}`, `Yxa ${i}`]);
    expect(await theirs(barn)).toEqual([]);
  }
});

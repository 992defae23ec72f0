// What live shops sent, byte by byte as it was recorded (fixtures/webhooks): what they say is here as people read it.
import { machineNow, moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type HookDesk, moveTo, openHookDesk, recorded, secretOf } from "../testing/hook-desk.ts";

let desk: HookDesk;
beforeAll(async () => {
  desk = await openHookDesk();
});
beforeEach(() => desk.empty());
afterEach(() => moveClock(0));
afterAll(() => desk.at.close());

it("what a live Vendure sent is in the catalogue as people read it, and what is ordered there is not promised here", async () => {
  const letters = await recorded("vendure");
  moveTo(letters);
  const feed = await desk.newFeed("vendure", { secret: await secretOf("vendure") });
  const upTo = async (name: string) => {
    for (const one of letters.splice(0, letters.findLastIndex((letter) => letter.name === name) + 1))
      expect(await desk.post(feed.path, one.text, one.headers)).toMatchObject({
        status: 200,
        body: { refused: [] },
      });
    return desk.catalogue();
  };
  const stock = (brass: number) => [
    { sku: "MANSKEN-M", location: "malmo", on_hand: brass },
    { sku: "MANSKEN-S", location: "malmo", on_hand: 4 },
  ];
  const both = ["MANSKEN-M", "MANSKEN-S"];
  expect(await upTo("brass is counted")).toEqual({ sold: both, stock: stock(7) });
  expect(await upTo("two are ordered")).toEqual({ sold: both, stock: stock(5) });
  expect((await upTo("black is switched off")).sold).toEqual(["MANSKEN-M"]);
  expect((await upTo("the lamp is switched off")).sold).toEqual([]);
  expect((await upTo("the lamp is switched on")).sold).toEqual(both);
  expect((await upTo("a candle")).sold).toEqual(["LJUS", "MANSKEN-M"]);
  expect((await upTo("the candle is deleted")).sold).toEqual(["MANSKEN-M"]);
  expect(letters).toEqual([]);
  const authorization = `Basic ${Buffer.from(`${desk.at.secrets.writeKey}:`).toString("base64")}`;
  const found = await fetch(`${desk.at.base}/v1/products?q=golvlampa&entity=almvik`, {
    headers: { authorization },
  });
  expect((await found.json()) as object).toMatchObject({
    items: [
      {
        ...{
          name: "Golvlampa Månsken",
          description: "Varmt ljus & mjuk skugga.",
          attributes: { Serie: "Natt" },
        },
        media: [{ url: "https://shop.example.com/assets/mansken__preview.png" }],
        variants: [
          {
            ...{ sku: "MANSKEN-M", gtin: "07350000000016", options: { Färg: "Mässing" } },
            prices: [{ amountMinor: 99_900, currency: "SEK", taxBasisPoints: 2500 }],
          },
          { sku: "MANSKEN-S", sold: false },
        ],
      },
    ],
  });
});

it("a Vendure whose database tells another time zone is heard by the moment of the letter", async () => {
  const feed = await desk.newFeed("vendure");
  const [now, later] = [0, 3_600_000].map((ms) => new Date(machineNow() + ms).toISOString());
  const variants = [{ id: 1, sku: "ZON", priceWithTax: 100, currencyCode: "SEK", updatedAt: later }];
  const product = { id: 1, updatedAt: later, translations: [{ languageCode: "sv", name: "Zon" }], variants };
  const text = JSON.stringify({ type: "product", action: "updated", at: now, product });
  expect((await desk.byStandard(feed.path, { name: "", headers: {}, text }, feed.secret)).body).toMatchObject(
    {
      ...{ accepted: 1, refused: [] },
    },
  );
});

it("what a live Medusa sent is in the catalogue as people read it, though its stock and its variants have no time of their own", async () => {
  const letters = await recorded("medusa");
  moveTo(letters);
  const feed = await desk.newFeed("medusa", { secret: await secretOf("medusa") });
  const upTo = async (name: string) => {
    for (const one of letters.splice(0, letters.findLastIndex((letter) => letter.name === name) + 1))
      expect(await desk.post(feed.path, one.text, one.headers)).toMatchObject({ body: { refused: [] } });
    return desk.catalogue();
  };
  const stock = (brass: number) => [
    { sku: "MANSKEN-M", location: "lund", on_hand: brass },
    { sku: "MANSKEN-S", location: "lund", on_hand: 4 },
  ];
  const both = ["MANSKEN-M", "MANSKEN-S"];
  expect(await upTo("brass is counted")).toEqual({ sold: both, stock: stock(7) });
  expect(await upTo("two are reserved")).toEqual({ sold: both, stock: stock(5) });
  expect((await upTo("the lamp is a draft")).sold).toEqual([]);
  expect((await upTo("the lamp is published")).sold).toEqual(both);
  expect((await upTo("black is deleted")).sold).toEqual(["MANSKEN-M"]);
  expect((await upTo("a candle")).sold).toEqual(["LJUS", "MANSKEN-M"]);
  expect((await upTo("the candle is deleted")).sold).toEqual(["MANSKEN-M"]);
  expect(letters).toEqual([]);
  const authorization = `Basic ${Buffer.from(`${desk.at.secrets.writeKey}:`).toString("base64")}`;
  const found = await fetch(`${desk.at.base}/v1/products?q=golvlampa&entity=almvik`, {
    headers: { authorization },
  });
  expect((await found.json()) as object).toMatchObject({
    items: [
      {
        ...{ name: "Golvlampa Månsken", description: "Varmt ljus.", category: "Lampor" },
        media: [{ url: "https://shop.example.com/m.jpg" }, { url: "https://shop.example.com/m2.jpg" }],
        variants: [
          {
            ...{ sku: "MANSKEN-M", gtin: "07350000000016", options: { Färg: "Mässing" } },
            prices: [{ amountMinor: 99_900, currency: "SEK", taxBasisPoints: 2500 }],
          },
          { sku: "MANSKEN-S", sold: false },
        ],
      },
    ],
  });
});

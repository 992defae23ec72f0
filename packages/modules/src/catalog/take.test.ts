// Every order of telling gives the same catalogue: shuffled, in parts, twice, and from several writers at once.
import type { ToldProduct } from "@somlos/contract/rooms/catalog";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEntity } from "../company/index.ts";
import { take, takeWhole } from "./index.ts";
import { indexProducts } from "./search/search.store.ts";
import { productIdOf } from "./told.rules.ts";

const actor = { kind: "system", id: "test" } as const;
type Entity = { readonly id: string; readonly code: string; readonly country: string };
let t: TestDatabase;
let entity: Entity;
beforeAll(async () => {
  t = await testDatabase({ most: 6 });
  const wish = { code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE" };
  const rest = { currency: "SEK", languages: ["sv"] as const, timeZone: "Europe/Stockholm" };
  const { id } = await t.db.work(actor, (work) =>
    createEntity(work, { ...wish, ...rest, languages: ["sv"] }),
  );
  entity = { id, code: "almvik", country: "SE" };
});
afterAll(() => t.drop());

const company = {
  entity: (code: string) => (code === entity.code ? (entity as never) : undefined),
  entityById: () => undefined,
  place: () => undefined,
};
const tell = (sourceId: number, products: readonly unknown[]) =>
  take({ db: t.db, company }, sourceId, products);
type Saying = { readonly source: number; readonly told?: unknown; readonly whole?: string };
async function say(source: number, list: readonly Saying[]): Promise<void> {
  const products = list.flatMap(({ told }) => told ?? []);
  if (products.length > 0) expect((await tell(source, products)).refused).toEqual([]);
  for (const { whole } of list)
    if (whole !== undefined) await takeWhole({ db: t.db, company }, source, whole);
}

async function rows(): Promise<Record<string, unknown[]>> {
  const client = await t.db.connect();
  const ask = async (text: string) => (await client.query(text)).rows as unknown[];
  const found = {
    products: await ask("select * from catalog.products order by id"),
    texts: await ask("select * from catalog.texts order by product_id, language"),
    variants: await ask("select * from catalog.variants order by id"),
    prices: await ask("select * from catalog.prices order by variant_id, entity_id, at"),
    tellings: await ask("select * from catalog.tellings order by source_id, product_id"),
    sightings: await ask("select * from catalog.sightings order by source_id, variant_id"),
    wholes: await ask("select * from catalog.wholes order by source_id"),
    search: await ask("select * from catalog.search_rows order by product_id, language"),
    sold: await ask("select * from catalog.v_sold order by variant_id"),
  };
  await client.end();
  return found;
}

const MINUTE = 60_000;
const at = fc.integer({ min: 0, max: 6 }).map((n) => new Date(1_760_000_000_000 + n * MINUTE).toISOString());
const amount = fc.constantFrom("100", "80.50", "60");
const sale = fc.option(fc.record({ amount, from: fc.constant(null), until: fc.option(at) }));
const price = fc.record({ entity: fc.constant("almvik"), currency: fc.constant("SEK"), amount, sale });
const variant = fc.record({
  sku: fc.constantFrom("a", "b", "c"),
  gtin: fc.constantFrom(null, "7350000000016", "96385074"),
  options: fc.constantFrom({}, { size: "38" }, { colour: "red", size: "39" }),
  media: fc.constantFrom([], [{ url: "https://exempel.se/a.jpg" }]),
  prices: fc.array(price, { maxLength: 1 }),
});
const whole = fc.record({
  ...{ code: fc.constantFrom("P1", "P2"), at, brand: fc.constantFrom(null, "Almvik", "Norr") },
  ...{ attributes: fc.constantFrom({}, { light: "warm", power: "5 W" }) },
  texts: fc.uniqueArray(
    fc.record({
      language: fc.constantFrom("sv" as const, "da" as const),
      name: fc.constantFrom("Lampa", "Matta"),
    }),
    { selector: ({ language }) => language, minLength: 1, maxLength: 2 },
  ),
  partial: fc.boolean(),
  variants: fc.uniqueArray(variant, { selector: ({ sku }) => sku, minLength: 1, maxLength: 3 }),
});
const named = fc.oneof(
  fc.record({ code: fc.constantFrom("P1", "P2") }),
  fc.record({ sku: fc.constantFrom("a", "b", "c") }),
);
const gone = fc.tuple(named, at).map(([name, moment]) => ({ ...name, at: moment, gone: true }));
const newPrices = fc.record({
  ...{ sku: fc.constantFrom("a", "b", "c"), code: fc.constantFrom("P1", "P2"), at },
  prices: fc.array(price, { minLength: 1, maxLength: 1 }),
});
const source = fc.integer({ min: 1, max: 2 });
const statement: fc.Arbitrary<Saying> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ source, told: whole }) },
  { weight: 2, arbitrary: fc.record({ source, told: gone }) },
  { weight: 2, arbitrary: fc.record({ source, told: newPrices }) },
  { weight: 2, arbitrary: fc.record({ source, whole: at }) },
);
async function empty(): Promise<void> {
  const client = await t.db.connect();
  await client.query(
    "truncate catalog.products, catalog.texts, catalog.variants, catalog.prices, catalog.tellings, catalog.sightings, catalog.wholes, catalog.search_rows",
  );
  await client.end();
}

it("COM-C13 the same statements give the same catalogue: shuffled, in parts, twice, and from several writers at once", async () => {
  const orders = fc.array(statement, { minLength: 1, maxLength: 9 }).chain((list) =>
    fc.record({
      list: fc.constant(list),
      shuffled: fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      again: fc.subarray(list),
      parts: fc.integer({ min: 1, max: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async ({ list, shuffled, again, parts }) => {
      await empty();
      for (const one of list) await say(one.source, [one]);
      const straight = await rows();
      await empty();
      const others = [...shuffled, ...again];
      const writers = Array.from({ length: parts }, async (_, part) => {
        for (const source of [2, 1]) {
          await say(
            source,
            others.filter((one, i) => one.source === source && i % parts === part),
          );
        }
      });
      await Promise.all(writers);
      // Two who tell of one product at once may leave the place that a variant left to be found by its code.
      await t.db.work(actor, async ({ tx }) =>
        indexProducts(tx, ["P1", "P2", "a", "b", "c"].map(productIdOf)),
      );
      expect(await rows()).toEqual(straight);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  await empty();
});

it("refuses what is wrong with its reason, and takes in all the rest", async () => {
  const good: ToldProduct = {
    ...{
      code: "good",
      at: "2026-11-01T08:00:00Z",
      brand: null,
      category: null,
      attributes: {},
      media: [],
      partial: false,
    },
    texts: [{ language: "sv", name: "Lampa", description: null }],
    variants: [{ sku: "good-1", gtin: null, options: {}, prices: [], media: [] }],
  };
  const lamp = { ...good, variants: [{ sku: "bad-1", gtin: null, options: {}, prices: [] as object[] }] };
  const costs = (more: object) => ({
    ...lamp,
    variants: [{ sku: "bad-1", prices: [{ entity: "almvik", currency: "SEK", amount: "10", ...more }] }],
  });
  const answer = await tell(1, [
    ...[good, { ...lamp, at: "2100-01-01T00:00:00Z" }, { ...lamp, variants: [] }, null],
    ...[costs({ amount: "10.005" }), costs({ currency: "XYZ" }), costs({ entity: "nobody" })],
    costs({ sale: { amount: "9", from: "2026-11-02T00:00:00Z", until: "2026-11-01T00:00:00Z" } }),
    { ...lamp, variants: [{ sku: "bad-1", gtin: "7350000000017" }] },
  ]);
  expect(answer.accepted).toBe(1);
  expect(answer.refused.map(({ index, code }) => `${index} ${code}`)).toEqual([
    ...["1 catalog.ahead", "2 door.bad_request", "3 door.bad_request", "4 catalog.price_bad"],
    ...["5 catalog.price_bad", "6 company.entity_unknown", "7 catalog.price_bad", "8 catalog.gtin_bad"],
  ]);
  expect((await rows())["variants"]).toMatchObject([{ sku: "good-1" }]);
});

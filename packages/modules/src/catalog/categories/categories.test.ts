// Categories may be named before, after and while products are told of: whoever searches finds the same.
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goOnNaming, readTold, saveTold, take, together } from "../index.ts";
import { takeNames } from "./categories.actions.ts";
import { keyOf, labelsOf, pathsTo, treeOf } from "./categories.rules.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ most: 8 });
});
afterAll(() => t.drop());

const company = { entity: () => undefined, entityById: () => undefined, place: () => undefined };
async function ask(text: string): Promise<unknown[]> {
  const client = await t.db.connect();
  return client
    .query(text)
    .then(({ rows }) => rows as unknown[])
    .finally(() => client.end());
}
async function told(): Promise<Record<string, unknown>> {
  for (let left = 1; left > 0; left = (await ask("select 1 from catalog.category_news")).length)
    await goOnNaming(t.db);
  return {
    names: await ask("select * from catalog.category_names order by key, language"),
    search: await ask("select * from catalog.search_rows order by product_id, language"),
    products: await ask("select * from catalog.products order by id"),
  };
}
const empty = () =>
  ask(
    "truncate catalog.products, catalog.texts, catalog.variants, catalog.prices, catalog.tellings, catalog.sightings, catalog.wholes, catalog.search_rows, catalog.category_names, catalog.category_news",
  );

const at = fc.integer({ min: 0, max: 4 }).map((n) => new Date(1_760_000_000_000 + n * 60_000).toISOString());
const path = fc.constantFrom("Home", "Home > Sofas", "home > sofas", "Home > Sofas > Corner", "Lamps");
const name = fc.constantFrom("Hem", "Soffor", "Möbler", null);
const named = fc.record({
  ...{ path, at },
  names: fc.oneof(
    fc.record({ sv: name }),
    fc.record({ sv: name, da: name }),
    fc.record({ en: name }),
    fc.record({ en: name, sv: name, da: name }),
  ),
});
const product = fc.record({
  ...{ code: fc.constantFrom("P1", "P2", "P3"), at, category: fc.option(path) },
  texts: fc.constantFrom(
    [{ language: "sv", name: "Lampa" }],
    [{ language: "en", name: "Lamp" }],
    [
      { language: "sv", name: "Lampa" },
      { language: "da", name: "Lampe" },
    ],
  ),
});
type Product = { readonly code: string };
const tell = async (list: readonly Product[]) => {
  const products = list.map((one) => ({ ...one, variants: [{ sku: one.code }] }));
  if (products.length > 0) expect((await take({ db: t.db, company }, 1, products)).refused).toEqual([]);
};
const call = async (list: readonly object[]) => {
  if (list.length > 0) expect((await takeNames({ db: t.db }, 2, list)).refused).toEqual([]);
};

it("in whatever order, twice, and while products are told of, names and what is found by them are the same", async () => {
  const words = fc
    .record({
      names: fc.array(named, { minLength: 1, maxLength: 5 }),
      products: fc.array(product, { minLength: 1, maxLength: 5 }),
    })
    .chain(({ names, products }) =>
      fc.record({
        ...{ names: fc.constant(names), products: fc.constant(products), again: fc.subarray(names) },
        shuffled: fc.shuffledSubarray(names, { minLength: names.length }),
        mixed: fc.shuffledSubarray(products, { minLength: products.length }),
      }),
    );
  await fc.assert(
    fc.asyncProperty(words, async ({ names, products, shuffled, mixed, again }) => {
      await empty();
      for (const one of products) await tell([one]);
      for (const one of names) await call([one]);
      const straight = await told();
      await empty();
      await Promise.all([
        ...[...shuffled, ...again].map((one) => call([one])),
        // Two who tell of one product at once are another matter (take.test.ts).
        ...["P1", "P2", "P3"].map((code) => tell(mixed.filter((one) => one.code === code))),
      ]);
      expect(await told()).toEqual(straight);
    }),
    { numRuns: 10, endOnFailure: true },
  );
  await empty();
});

it("whoever is telling of goods while their category is renamed has them found by the new name", async () => {
  await empty();
  const one = {
    code: "R1",
    at: "2026-11-01T08:00:00Z",
    category: "Race",
    texts: [{ language: "sv", name: "Vara" }],
  };
  const slow = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const telling = t.db.work({ kind: "system", id: "test" }, async ({ tx, now }) => {
    const { good } = readTold([{ ...one, variants: [{ sku: "R1" }] }], () => undefined, now);
    await saveTold(tx, 1, together(good));
    written.resolve();
    await slow.promise;
  });
  await written.promise;
  const calling = call([{ path: "Race", at: one.at, names: { sv: "Lopp" } }]);
  setTimeout(slow.resolve, 300);
  await Promise.all([telling, calling]);
  await told();
  const found = "select 1 from catalog.search_rows where doc @@ to_tsquery('swedish', 'lopp')";
  expect(await ask(found)).toHaveLength(1);
});

it("renaming a category of thousands of products finds them all by the new name, a thousand at once", async () => {
  await empty();
  for (let from = 0; from < 2500; from += 500)
    await tell(
      Array.from({ length: 500 }, (_, n) => ({
        ...{ code: `M${from + n}`, at: "2026-11-01T08:00:00Z", category: "Home > Sofas > Corner" },
        texts: [{ language: "sv", name: `Vara ${from + n}` }],
      })),
    );
  await call([{ path: "Home > Sofas", at: "2026-11-01T09:00:00Z", names: { sv: "Soffor" } }]);
  await told();
  const [row] = await ask(
    "select count(*)::int as n from catalog.search_rows where doc @@ to_tsquery('swedish', 'soffor')",
  );
  expect(row).toEqual({ n: 2500 });
}, 60_000);

it("a name that is no name and a path that is none refuse themselves only", async () => {
  const word = { at: "2026-11-01T08:00:00Z", names: { sv: "Hem" } };
  const answer = await takeNames({ db: t.db }, 2, [
    ...[
      { ...word, path: "Home" },
      { ...word, path: "Home > > Sofas" },
      { ...word, path: " " },
    ],
    ...[
      { ...word, path: "A>B>C>D>E>F>G>H>I>J>K" },
      { ...word, path: "Home", names: {} },
    ],
    ...[
      { ...word, path: "Home", names: { sv: "Hem > Soffor" } },
      { ...word, path: "Home", names: { sv: "" } },
    ],
    { ...word, path: "Home", at: "2100-01-01T00:00:00Z" },
  ]);
  expect(answer.accepted).toBe(1);
  expect(answer.refused.map(({ index, code }) => `${index} ${code}`)).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((index) => `${index} door.bad_request`),
    "7 catalog.ahead",
  ]);
});

it("is shown in the language asked for, else in the first that it has a name in, else as its path says", () => {
  const names = [
    { key: "home", language: "en" as const, name: "House" },
    { key: "home", language: "sv" as const, name: "Hem" },
    { key: "home > sofas", language: "sv" as const, name: "Soffor" },
    { key: "home > sofas", language: "da" as const, name: null },
  ];
  const label = (language: "en" | "sv" | "da") => labelsOf(names, language).labelOf("Home>Sofas > Corner");
  expect([label("sv"), label("da"), label("en")]).toEqual([
    ...["Hem > Soffor > Corner", "House > Soffor > Corner", "House > Soffor > Corner"],
  ]);
  expect(keyOf("Home>SOFAS")).toBe("home > sofas");
  expect(pathsTo("A>B > C")).toEqual(["A", "A > B", "A > B > C"]);
});

it("the tree counts what is in a category and under it, each before those in it", () => {
  const counts = [
    { path: "Home > Sofas", products: 3 },
    { path: "home > Sofas > Corner", products: 2 },
    { path: "Åkdon", products: 1 },
    { path: "Bikes", products: 4 },
  ];
  const labels = labelsOf([{ key: "home", language: "sv", name: "Zon" }], "sv");
  const tree = treeOf(counts, labels, "sv").map(({ label, level, products, parent }) => [
    label,
    level,
    products,
    parent,
  ]);
  expect(tree).toEqual([
    ["Bikes", 1, 4, null],
    ["Zon", 1, 5, null],
    ["Zon > Sofas", 2, 5, "Home"],
    ["Zon > Sofas > Corner", 3, 2, "Home > Sofas"],
    ["Åkdon", 1, 1, null],
  ]);
});

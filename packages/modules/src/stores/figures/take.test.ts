// Every order of telling gives the same stock: shuffled, in parts, twice, and from several writers at once.
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { variantIdOf } from "../../catalog/index.ts";
import { createEntity, createLocation } from "../../company/index.ts";
import { takeFigures, takeWholeCount } from "../index.ts";
import { listCounts } from "./stock.store.ts";

const actor = { kind: "system", id: "test" } as const;
const CODES = ["malmo", "lund"] as const;
const places = new Map<string, { readonly id: string }>();
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ most: 6 });
  await t.db.work(actor, async (work) => {
    const entity = await createEntity(work, {
      ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE" },
      ...{ currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" },
    });
    const none = {
      street: null,
      postalCode: null,
      city: null,
      timeZone: null,
      latitude: null,
      longitude: null,
    };
    const everywhere = [{ role: "owner", legalEntityId: null, locationIds: [] }] as const;
    for (const code of CODES) {
      const wish = { code, name: code, kind: "store", entityId: entity.id, country: "SE" } as const;
      places.set(
        code,
        await createLocation(work, everywhere, { ...wish, ...none, phone: null, firstDay: null }),
      );
    }
  });
});
afterAll(() => t.drop());

const company = { place: (code: string | undefined) => places.get(code ?? "") as never };
type Saying = {
  readonly source: number;
  readonly figure?: unknown;
  readonly whole?: { at: string; locations: string[] };
};
async function say(source: number, list: readonly Saying[]): Promise<void> {
  const house = { db: t.db, company };
  const figures = list.flatMap(({ figure }) => figure ?? []);
  if (figures.length > 0) expect((await takeFigures(house, source, figures)).refused).toEqual([]);
  for (const { whole } of list) if (whole !== undefined) await takeWholeCount(house, source, whole);
}
async function ask(text: string): Promise<unknown[]> {
  const client = await t.db.connect();
  return client
    .query(text)
    .then(({ rows }) => rows as unknown[])
    .finally(() => client.end());
}
const rows = async () => ({
  figures: await ask("select * from stores.figures order by variant_id, location_id, source_id"),
  wholes: await ask("select * from stores.wholes order by source_id, location_id"),
  counts: await t.db.read((tx) => listCounts(tx, ["a", "b", "c"].map(variantIdOf))),
});
const empty = () => ask("truncate stores.figures, stores.wholes");

const at = fc.integer({ min: 0, max: 6 }).map((n) => new Date(1_760_000_000_000 + n * 60_000).toISOString());
const location = fc.constantFrom(...CODES);
const onHand = fc.integer({ min: -1, max: 4 });
const zones = fc.constantFrom([], [{ zone: "B", shelf: "12" }], [{ zone: "C", onHand: 1 }]);
const figure = fc.record({ sku: fc.constantFrom("a", "b"), location, onHand, at, zones });
const source = fc.integer({ min: 1, max: 2 });
const statement: fc.Arbitrary<Saying> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ source, figure }) },
  {
    weight: 1,
    arbitrary: fc.record({
      source,
      whole: fc.record({ at, locations: fc.uniqueArray(location, { minLength: 1 }) }),
    }),
  },
);

it("the same counts give the same stock: shuffled, in parts, twice, and from several writers at once", async () => {
  const orders = fc.array(statement, { minLength: 1, maxLength: 14 }).chain((list) =>
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
        for (const source of [2, 1])
          await say(
            source,
            others.filter((one, i) => one.source === source && i % parts === part),
          );
      });
      await Promise.all(writers);
      expect(await rows()).toEqual(straight);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

it("what a full count leaves out is none from then on, until it is counted again; another source's is its own", async () => {
  await empty();
  const moment = (n: number) => new Date(1_760_000_000_000 + n * 60_000).toISOString();
  const told = (sku: string, n: number) => ({ sku, location: "malmo", onHand: 3, at: moment(n) });
  await say(1, [
    { source: 1, figure: told("a", 1) },
    { source: 1, figure: told("b", 3) },
  ]);
  await say(2, [{ source: 2, figure: told("c", 1) }]);
  await say(1, [{ source: 1, whole: { at: moment(2), locations: ["malmo"] } }]);
  const now = async () =>
    (await rows()).counts
      .map(({ sku, onHand }) => ({ sku, onHand }))
      .sort((x, y) => x.sku.localeCompare(y.sku));
  expect(await now()).toEqual([
    { sku: "a", onHand: 0 },
    { sku: "b", onHand: 3 },
    { sku: "c", onHand: 3 },
  ]);
  await say(1, [{ source: 1, figure: told("a", 2) }]);
  expect((await now())[0]).toEqual({ sku: "a", onHand: 3 });
});

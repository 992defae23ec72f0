// COM-C13, J24: the same goods asked through every channel and place; what differs in name, price, promotion, terms or stock is found,
// with its age and who looks after it, and ends when both say the same.
import type { Difference } from "@somlos/contract/rooms/differences";
import { moveClock } from "@somlos/kernel/clock";
import { compareAnew, watchEdges } from "@somlos/modules/stores";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const MINUTE = 60_000;
let at: TestApp;
const keys: Record<string, string> = {};
const sources: Record<string, number> = {};

beforeAll(async () => {
  at = await openTestApp();
  for (const [code, country, currency] of [
    ["almvik", "SE", "SEK"],
    ["franchise", "SE", "SEK"],
    ["danmark", "DK", "DKK"],
  ]) {
    const { body } = await at.ask("/api/entities", {
      ...{ code, name: `Almvik ${code}`, organisationNumber: null, country, currency },
      ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
    });
    const place = { code: `${code}-1`, name: `Butik ${code}`, kind: "store", position: null, country };
    await at.ask("/api/locations", { ...place, entityId: String(body["id"]) });
  }
  await at.house.company.refresh();
  for (const [name, channel] of [
    ["Webbutiken", "web"],
    ["Affärssystemet", "server"],
    ["Kassorna", "store"],
  ] as const) {
    const source = await at.ask("/api/sources", { name, kind: "server", channel });
    sources[name] = Number(source.body["id"]);
    const key = await at.ask("/api/keys", { name, sourceId: source.body["id"], trust: "server" });
    keys[name] = String(key.body["text"]);
  }
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
async function tell(who: string, path: string, body: object) {
  const answer = await fetch(`${at.base}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${keys[who]}:`).toString("base64")}`,
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const said = (await answer.json()) as { refused?: unknown[] };
  return said.refused ?? [];
}
type Word = {
  readonly amount?: string;
  readonly sale?: object | null;
  readonly name?: string;
  readonly facts?: Record<string, string>;
  readonly entity?: string;
  readonly currency?: string;
};
const product = (code: string, minutes: number, word: Word = {}) => {
  const { amount = "399.00", sale = null, name = "Regnjackan Pöl", facts = {}, entity = "almvik" } = word;
  const prices = [{ entity, currency: word.currency ?? "SEK", amount, sale }];
  const texts = [{ language: "sv", name }];
  const variants = [{ sku: `${code}-1`, prices }];
  return { code, at: ago(minutes), texts, attributes: facts, variants };
};
const tellProduct = (who: string, code: string, minutes: number, word: Word = {}) =>
  tell(who, "/v1/products", { products: [product(code, minutes, word)] });
async function list(query: string): Promise<Difference[]> {
  await compareAnew(at.database.db);
  const { status, body } = await at.ask(`/api/differences?${query}`);
  expect(status).toBe(200);
  return body["items"] as unknown as Difference[];
}
const young = (q: string) => list(`state=young&q=${q}`);
const brief = (found: readonly Difference[]) =>
  found.map(({ kind, holding, other }) => [
    kind,
    holding.source.name,
    holding.value,
    other.source.name,
    other.value,
  ]);
const kr = (amountMinor: number, saleMinor: number | null = null) => ({
  currency: "SEK",
  amountMinor,
  saleMinor,
});

it("finds another name, price, reduction and term of the same product, says who says what, and whose word holds", async () => {
  await tellProduct("Affärssystemet", "A", 60, { facts: { Ångerrätt: "30 dagar", Färg: "Gul" } });
  expect(await young("A")).toEqual([]);
  await tellProduct("Webbutiken", "A", 30, {
    ...{ amount: "379.00", sale: { amount: "299.00" }, name: "Regnjacka Pöl" },
    facts: { Ångerrätt: "14 dagar", Färg: "Gul", Material: "PU" },
  });
  const found = await young("A");
  expect(brief(found).sort()).toEqual([
    ["name", "Webbutiken", { text: "Regnjacka Pöl" }, "Affärssystemet", { text: "Regnjackan Pöl" }],
    ["price", "Webbutiken", kr(37900, 29900), "Affärssystemet", kr(39900)],
    ["promotion", "Webbutiken", kr(37900, 29900), "Affärssystemet", kr(39900)],
    ["terms", "Webbutiken", { text: "14 dagar" }, "Affärssystemet", { text: "30 dagar" }],
  ]);
  expect(found.find(({ kind }) => kind === "terms")?.key).toBe("Ångerrätt");
  expect(found[0]).toMatchObject({ productCode: "A", product: "Regnjacka Pöl", owner: null, endedAt: null });
});

it("ends when both say the same, and stays one difference while the two take turns in being the later", async () => {
  await tellProduct("Affärssystemet", "B", 60);
  await tellProduct("Webbutiken", "B", 50, { amount: "449.00" });
  const [first] = await young("B");
  await tellProduct("Affärssystemet", "B", 40);
  const [second, ...more] = await young("B");
  expect(more).toEqual([]);
  expect([second?.id, second?.foundAt]).toEqual([first?.id, first?.foundAt]);
  expect(second?.holding.source.name).toBe("Affärssystemet");
  await tellProduct("Webbutiken", "B", 30);
  expect(await young("B")).toEqual([]);
  const [ended] = await list("state=ended&q=B");
  expect(ended?.id).toBe(first?.id);
  expect(ended?.endedAt).not.toBeNull();
  await tellProduct("Webbutiken", "B", 20, { amount: "450.00" });
  const [anew] = await young("B");
  expect(anew?.id).toBe(first?.id);
  expect(Date.parse(anew?.foundAt ?? "")).toBeGreaterThan(Date.parse(first?.foundAt ?? ""));
});

it("J24 a till, a label or a marketplace tells what it shows: the catalogue stays, and a price that is not the one to be paid is listed with the place", async () => {
  await tellProduct("Affärssystemet", "C", 60, { sale: { amount: "299.00" } });
  const show = (price: object, more: object = {}) =>
    tell("Kassorna", "/v1/shown", {
      shown: [
        { sku: "C-1", at: ago(5), location: "almvik-1", price: { currency: "SEK", ...price }, ...more },
      ],
    });
  await show({ amount: "299.00" });
  expect(await young("C")).toEqual([]);
  await show({ amount: "399.00" }, { at: ago(4) });
  const [promotion, ...others] = await young("C");
  expect(others).toEqual([]);
  expect(promotion).toMatchObject({ kind: "promotion", location: "Butik almvik", other: { shown: true } });
  await show({ amount: "349.00" }, { at: ago(3) });
  expect(brief(await young("C"))).toEqual([
    ["price", "Affärssystemet", kr(39900, 29900), "Kassorna", kr(34900)],
  ]);
  await show(
    { amount: "299.00", was: "399.00" },
    { at: ago(2), name: "Jacka gul", language: "sv", location: "almvik-1" },
  );
  expect(brief(await young("C"))).toEqual([
    ["name", "Affärssystemet", { text: "Regnjackan Pöl" }, "Kassorna", { text: "Jacka gul" }],
  ]);
  const shown = await at.ask("/api/products/C");
  expect(shown.body).toMatchObject({ name: "Regnjackan Pöl" });
  const refused = await tell("Kassorna", "/v1/shown", {
    shown: [
      { sku: "nothing", at: ago(1), name: "x", language: "sv" },
      { sku: "C-1", at: ago(1) },
      { sku: "C-1", at: ago(1), price: { currency: "SEK", amount: "1.00" } },
      { sku: "C-1", at: ago(1), location: "nowhere", price: { currency: "SEK", amount: "1.00" } },
    ],
  });
  expect(refused).toMatchObject([
    { index: 0, code: "catalog.unknown" },
    { index: 1, code: "door.bad_request", problems: [expect.stringContaining("neither")] },
    { index: 2, code: "door.bad_request", problems: [expect.stringContaining("legal entity")] },
    { index: 3, code: "company.location_unknown" },
  ]);
});

it("two legal entities that ask different prices in one currency are found; two currencies are no difference", async () => {
  const prices = [
    { entity: "almvik", currency: "SEK", amount: "399.00" },
    { entity: "franchise", currency: "SEK", amount: "429.00" },
    { entity: "danmark", currency: "DKK", amount: "269.00" },
  ];
  const texts = [{ language: "sv", name: "Stövel" }];
  const stated = { code: "D", at: ago(10), texts, variants: [{ sku: "D-1", prices }] };
  await tell("Affärssystemet", "/v1/products", { products: [stated] });
  const found = await young("D");
  expect(found.map(({ kind }) => kind)).toEqual(["price"]);
  expect([found[0]?.entity, found[0]?.otherEntity].sort()).toEqual(["Almvik almvik", "Almvik franchise"]);
});

it("a reduction that begins or ends at one of them is found by the clock, though nobody says anything", async () => {
  const until = new Date(Date.now() + 30 * MINUTE).toISOString();
  await watchEdges(at.database.db);
  await tellProduct("Affärssystemet", "E", 60, { sale: { amount: "299.00", until } });
  await tellProduct("Webbutiken", "E", 50, { sale: { amount: "299.00" } });
  expect(await young("E")).toEqual([]);
  moveClock(31 * MINUTE);
  expect(await young("E")).toEqual([]);
  await watchEdges(at.database.db);
  expect(brief(await young("E"))).toEqual([
    ["promotion", "Webbutiken", kr(39900, 29900), "Affärssystemet", kr(39900)],
  ]);
});

it("who sells it no longer has no say in it", async () => {
  await tellProduct("Affärssystemet", "F", 400);
  await tellProduct("Webbutiken", "F", 390, { amount: "1.00" });
  expect(await young("F")).toHaveLength(1);
  await tell("Webbutiken", "/v1/products", { products: [{ code: "F", at: ago(380), gone: true }] });
  expect(await young("F")).toEqual([]);
  await tellProduct("Webbutiken", "F", 370, { amount: "1.00" });
  expect(await young("F")).toHaveLength(1);
  await tell("Webbutiken", "/v1/products/whole", { at: ago(360) });
  expect(await young("F")).toEqual([]);
});

it("counts of one place that differ within the hour are found; those of different hours are not", async () => {
  await tellProduct("Affärssystemet", "G", 60);
  const count = (who: string, onHand: number, minutes: number) =>
    tell(who, "/v1/stock", {
      figures: [{ sku: "G-1", location: "almvik-1", onHand, at: ago(minutes) }],
    });
  await count("Affärssystemet", 7, 200);
  await count("Kassorna", 4, 20);
  expect(await young("G")).toEqual([]);
  await count("Affärssystemet", 7, 10);
  expect(brief(await young("G"))).toEqual([
    ["stock", "Affärssystemet", { onHand: 7 }, "Kassorna", { onHand: 4 }],
  ]);
  await count("Kassorna", 7, 5);
  expect(await young("G")).toEqual([]);
  await count("Kassorna", 6, 4);
  expect(await young("G")).toHaveLength(1);
  const whole = { at: ago(3), locations: ["almvik-1"] };
  await tell("Kassorna", "/v1/stock/whole", whole);
  expect((await young("G"))[0]?.holding.value).toEqual({ onHand: 0 });
});

it("has an owner by source, an age, and an explanation that holds until one of the two says something else", async () => {
  await tellProduct("Affärssystemet", "H", 60);
  await tellProduct("Webbutiken", "H", 50, { amount: "449.00" });
  const [found] = await young("H");
  expect(found?.kind).toBe("price");
  const owners = await at.ask("/api/differences/owners");
  const ours = (owners.body["sources"] as unknown as { id: number; name: string; open: number }[]).find(
    ({ name }) => name === "Affärssystemet",
  );
  expect(ours?.open).toBeGreaterThan(0);
  expect((await at.ask("/api/differences/owners/9999", { owner: null }, "PUT")).body["code"]).toBe(
    "differences.source_unknown",
  );
  const nobody = await at.ask(`/api/differences/owners/${ours?.id}`, { owner: "nobody-here" }, "PUT");
  expect(nobody.body["code"]).toBe("differences.colleague_unknown");
  moveClock(16 * MINUTE);
  const [open] = await list("state=open&q=H&kind=price&owner=nobody");
  expect(open?.id).toBe(found?.id);
  expect(open?.ageSeconds).toBeGreaterThanOrEqual(960);
  const explain = (reason: string | null) =>
    at.ask(`/api/differences/${open?.id}/explain`, { reason }, "POST");
  expect((await explain("Webben har eget pris i november")).status).toBe(200);
  expect(await list("state=open&q=H")).toEqual([]);
  expect((await list("state=explained&q=H"))[0]?.explained?.reason).toBe("Webben har eget pris i november");
  await tellProduct("Affärssystemet", "H", 0);
  expect(await list("state=explained&q=H")).toHaveLength(1);
  await tellProduct("Webbutiken", "H", 0, { amount: "459.00" });
  expect(await list("state=explained&q=H")).toEqual([]);
  expect(await list("state=open&q=H")).toHaveLength(1);
  await tellProduct("Affärssystemet", "H", -1, { amount: "459.00" });
  expect(await list("state=open&q=H")).toEqual([]);
  expect((await explain("för sent")).body["code"]).toBe("differences.over");
  const unknown = await at.ask(
    "/api/differences/0193d5a0-4c00-7a1e-8a11-a17111c00009/explain",
    { reason: "x" },
    "POST",
  );
  expect(unknown.body["code"]).toBe("differences.unknown");
});

it("the same words in another order, twice and from both at once, give the same differences", async () => {
  const words = ["399.00", "449.00", "399.00", "429.00"].flatMap((amount, i) =>
    ["Affärssystemet", "Webbutiken", "Kassorna"].map((who, k) => ({
      who,
      amount,
      minutes: 90 - 9 * i - 2 * k,
    })),
  );
  const say = (code: string, { who, amount, minutes }: (typeof words)[number]) =>
    tellProduct(who, code, minutes, { amount: who === "Kassorna" ? "399.00" : amount });
  const seen = (found: readonly Difference[]) =>
    found
      .map(({ kind, holding, other }) => [
        kind,
        holding.source.name,
        holding.value,
        other.source.name,
        other.value,
      ])
      .sort();
  for (const word of words) await say("I1", word);
  await Promise.all([...words].reverse().map((word) => say("I2", word)));
  await Promise.all(words.map((word) => say("I2", word)));
  const straight = seen(await young("I1"));
  expect(straight.length).toBeGreaterThan(0);
  expect(seen(await young("I2"))).toEqual(straight);
});

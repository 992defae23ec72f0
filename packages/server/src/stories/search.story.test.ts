// People find goods as they write: with or without the marks of Nordic letters, by a part of a word, with letters that slipped,
// in the inflections of three languages, by whatever stands on the goods, and narrowed down.
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
const now = new Date(Date.now() - 60_000).toISOString();
const price = (amount: string, sale: object | null = null) => ({
  entity: "almvik",
  currency: "SEK",
  amount,
  sale,
});
const goods = [
  {
    ...{ code: "L1", brand: "Månbro", category: "Lampor > Golvlampor", sku: "L1-M", gtin: "7350000000016" },
    ...{ sv: "Golvlampa Månsken", da: "Gulvlampe Måneskin", options: { färg: "mässing" }, amount: "1249.00" },
  },
  {
    ...{ code: "L2", brand: "Nordljus", category: "Lampor > Bordslampor", sku: "L2", gtin: null },
    ...{ sv: "Bordslampa Ängö", da: "Bordlampe Ængø", options: { färg: "svart" }, amount: "599.00" },
  },
  {
    ...{ code: "K1", brand: "Køgekrog", category: "Kök > Kastruller", sku: "K1", gtin: null },
    ...{ sv: "Kastrull Øresund", da: "Kasserolle til køkkenet", options: { liter: "3" }, amount: "449.00" },
  },
  {
    ...{ code: "S1", brand: "Stigen", category: "Skor", sku: "S1-38", gtin: null },
    ...{ sv: "Löparskor Fjällvind", da: "Løbesko Fjeldvind", options: { storlek: "38" }, amount: "899.00" },
  },
] as const;

beforeAll(async () => {
  at = await openTestApp();
  await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  await at.house.company.refresh();
  const products = goods.map(({ code, brand, category, sku, gtin, sv, da, options, amount }) => ({
    ...{ code, at: now, brand, category, attributes: { garanti: "5 år" } },
    texts: [
      { language: "sv", name: sv, description: "Levereras omonterad." },
      { language: "da", name: da },
    ],
    variants: [{ sku, gtin, options, prices: [price(amount, code === "L1" ? { amount: "499.00" } : null)] }],
  }));
  expect(await tell(...products)).toMatchObject({ accepted: 4, refused: [] });
});
afterAll(() => at.close());

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
async function tell(...products: object[]) {
  const answer = await fetch(`${at.base}/v1/products`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: basic(at.secrets.serverKey) },
    body: JSON.stringify({ products }),
  });
  return answer.json();
}
type Page = {
  items: ShownProduct[];
  found: number;
  next: number | null;
  facets: { categories: object[]; brands: object[]; options: { name: string; values: object[] }[] };
};
async function look(query: string, language = "sv"): Promise<Page> {
  const answer = await fetch(`${at.base}/v1/products?${query}`, {
    headers: { authorization: basic(at.secrets.writeKey), "accept-language": language },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
}
const codes = async (q: string, language = "sv") =>
  (await look(`q=${encodeURIComponent(q)}`, language)).items.map(({ code }) => code);

describe("what people write", () => {
  it.each([
    ["golvlampa", ["L1"]],
    ["Golvlampor", ["L1"]],
    ["månsken golvlampa", ["L1"]],
    ["mansken", ["L1"]],
    ["maansken", ["L1"]],
    ["månsk", ["L1"]],
    ["lampa", ["L1", "L2"]],
    ["ango", ["L2"]],
    ["aengoe", ["L2"]],
    ["golvlmapa", ["L1"]],
    ["kastrul", ["K1"]],
    ["löparsko", ["S1"]],
    ["loparskor", ["S1"]],
    ["nordljus", ["L2"]],
    ["mässing", ["L1"]],
    ["massing", ["L1"]],
    ["L1-M", ["L1"]],
    ["7350000000016", ["L1"]],
    ["https://exempel.se/01/07350000000016", ["L1"]],
    ["zzzzqqq", []],
    ["'; drop table catalog.products; --", []],
  ])("in Swedish %s finds %j", async (q, expected) => {
    expect((await codes(q)).sort()).toEqual(expected);
  });

  it.each([
    ["kokken", ["K1"]],
    ["koekken", ["K1"]],
    ["køkkener", ["K1"]],
    ["gulvlamper", ["L1"]],
    ["lobesko", ["S1"]],
    ["kasserole", ["K1"]],
  ])("in Danish %s finds %j", async (q, expected) => {
    expect(await codes(q, "da")).toEqual(expected);
  });

  it("a text that is there in one language only is found and read in that by everybody", async () => {
    const variants = [{ sku: "T1" }];
    await tell({ code: "T1", at: now, texts: [{ language: "da", name: "Tæppe Skagen" }], variants });
    expect(await codes("tæppe", "en")).toEqual(["T1"]);
    expect(await codes("taeppe", "sv")).toEqual(["T1"]);
    const texts = [
      { language: "da", name: "Tæppe Skagen" },
      { language: "en", name: "Rug Skagen" },
    ];
    await tell({ code: "T1", at: new Date().toISOString(), texts, variants });
    expect(await codes("rug", "sv")).toEqual(["T1"]);
    expect(await codes("tæppe", "en")).toEqual([]);
    expect(await codes("tæppe", "da")).toEqual(["T1"]);
    await tell({ code: "T1", at: new Date().toISOString(), gone: true });
  });
});

it("is narrowed down by category, brand and option, and says how many of each there are", async () => {
  const all = await look("");
  expect([all.found, all.next]).toEqual([4, null]);
  expect(all.facets.brands).toContainEqual({ value: "Nordljus", products: 1 });
  expect(all.facets.options.map(({ name }) => name).sort()).toEqual(["färg", "liter", "storlek"]);
  const lamps = await look("category=lampor");
  expect(lamps.items.map(({ code }) => code).sort()).toEqual(["L1", "L2"]);
  expect(lamps.facets.categories).toHaveLength(2);
  expect((await look("q=lampa&brand=nordljus")).items.map(({ code }) => code)).toEqual(["L2"]);
  expect((await look(`q=lampa&option=${encodeURIComponent("färg:mässing")}`)).items).toHaveLength(1);
  expect((await look("category=lamp")).items).toEqual([]);
  expect((await look("category=%25")).items).toEqual([]);
});

it("is put in order by what it costs here now, and comes in pages", async () => {
  const cheap = await look("sort=price&entity=almvik&limit=3");
  expect(cheap.items.map(({ code }) => code)).toEqual(["K1", "L1", "L2"]);
  expect(cheap.next).toBe(3);
  expect((await look("sort=price&entity=almvik&limit=3&from=3")).items.map(({ code }) => code)).toEqual([
    "S1",
  ]);
  expect((await look("sort=-price&entity=almvik")).items.map(({ code }) => code)).toEqual([
    "S1",
    "L2",
    "L1",
    "K1",
  ]);
});

it("what is sold no longer is found no longer, and a new name is found at once", async () => {
  await tell({ sku: "S1-38", at: new Date().toISOString(), gone: true });
  expect(await codes("löparskor")).toEqual([]);
  const variants = [{ sku: "S1-39" }];
  await tell({
    code: "S1",
    at: new Date().toISOString(),
    texts: [{ language: "sv", name: "Stövlar" }],
    variants,
  });
  expect(await codes("stövel")).toEqual(["S1"]);
  expect(await codes("stovlar")).toEqual(["S1"]);
  expect(await codes("löparskor")).toEqual([]);
});

// What a row of a feed says, as people and systems write it.
import { expect, it } from "vitest";
import { columnsOf } from "./columns.rules.ts";
import { nameWithout, priceIn, readRow } from "./rows.rules.ts";

const terms = {
  ...{ language: "sv" as const, entity: "almvik", currency: "SEK", taxPercent: 25, location: null },
  at: "2026-11-30T08:00:00.000Z",
};
const read = (values: Record<string, unknown>) => readRow(values, columnsOf(Object.keys(values)), terms);

it.each([
  ["1249.00 SEK", "1249", "SEK"],
  ["SEK 1 249,50", "1249.5", "SEK"],
  ["1.249,50 kr", "1249.5", "SEK"],
  ["1,249.50", "1249.5", "SEK"],
  ["1249:-", "1249", "SEK"],
  ["1.249", "1249", "SEK"],
  ["1,249", "1249", "SEK"],
  ["12,50 €", "12.5", "EUR"],
  ["1 249 kr", "1249", "SEK"],
  ["kr. 99", "99", "SEK"],
  ["1249 JPY", "1249", "JPY"],
])("%s is %s %s", (text, amount, currency) => {
  expect(priceIn(text, "SEK")).toEqual({ amount, currency });
});

it.each([["gratis"], ["12,345,67"], ["12.3456"], [""], ["1.249 KWD"], ["99 XXQ"]])(
  "%j is refused rather than guessed",
  (text) => {
    expect(read({ sku: "1", name: "Lampa", price: text || "-" })).toMatchObject({
      refused: "feeds.row_price",
    });
  },
);

it("knows columns by their names in three languages, the nearest name first, and keeps the others as facts", () => {
  const { of, facts, names, options } = columnsOf([
    ...["Artikelnummer", "id", "Namn_da", "name", "Färg", "Ordinarie pris", "Effekt (W)", "g:gtin", "link"],
    "option.Storlek",
  ]);
  expect(of).toMatchObject({
    sku: "Artikelnummer",
    name: "name",
    colour: "Färg",
    price: "Ordinarie pris",
    gtin: "g:gtin",
  });
  expect(names).toEqual({ da: "Namn_da" });
  expect(facts).toEqual([["Effekt (W)", "Effekt (W)"]]);
  expect(options).toEqual([["option.Storlek", "Storlek"]]);
});

it("a title that ends in its own colour and size names what stands before them, never nothing", () => {
  expect(nameWithout("Löparsko Fjäder, blå, 38", { colour: "blå", size: "38" })).toBe("Löparsko Fjäder");
  expect(nameWithout("Löparsko Fjäder (blå)", { colour: "Blå" })).toBe("Löparsko Fjäder");
  expect(nameWithout("Gråblå matta", { colour: "blå" })).toBe("Gråblå matta");
  expect(nameWithout("Blå", { colour: "blå" })).toBe("Blå");
});

it("a reduction has its dates, and those that cannot be read are said to be wrong", () => {
  const row = { sku: "1", name: "Lampa", price: "100", sale_price: "80" };
  const dates = "2026-11-27T00:00+0100/2026-12-01";
  expect(read({ ...row, sale_price_effective_date: dates })).toMatchObject({
    product: {
      variants: [
        {
          prices: [
            {
              amount: "100",
              sale: { amount: "80", from: "2026-11-26T23:00:00.000Z", until: "2026-12-01T00:00:00.000Z" },
            },
          ],
        },
      ],
    },
  });
  expect(read({ ...row, sale_price_effective_date: "snart/senare" })).toMatchObject({
    refused: "feeds.row_sale",
  });
  expect(read({ ...row, sale_price: "80 EUR" })).toMatchObject({ refused: "feeds.row_price" });
});

it("what names an article and says nothing else of it is refused with what it named", () => {
  expect(read({ sku: "1", code: "G" })).toEqual({ refused: "feeds.row_nothing", sku: "1", code: "G" });
  expect(read({ sku: " ", name: "x" })).toEqual({ refused: "feeds.row_no_sku", sku: null, code: null });
  expect(read({ sku: "1", stock: "4" })).toMatchObject({ refused: "feeds.row_nothing" });
  expect(read({ sku: "1", stock: "4", store: "lund" })).toMatchObject({
    product: null,
    figure: { onHand: 4 },
  });
  expect(read({ sku: "1", price: "5" })).toMatchObject({ product: { sku: "1", prices: [{ amount: "5" }] } });
});

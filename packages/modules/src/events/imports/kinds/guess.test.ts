import { expect, test } from "vitest";
import { customers } from "./customers.kind.ts";
import { guessIds, guessTime } from "./guess.ts";
import { orders } from "./orders.kind.ts";

const sampleOf = (columns: string[], rows: string[][]) => ({
  columns,
  rows: rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ""]))),
  reader: "csv" as const,
});
const dates = (...texts: string[]) =>
  sampleOf(
    ["Datum"],
    texts.map((text) => [text]),
  );

test("a date that fits both ways is asked about; one day over the twelfth settles it", () => {
  expect(guessTime(dates("03/04/2024", "05/06/2024"))).toMatchObject({ format: "dd/MM/yyyy", unsure: true });
  expect(guessTime(dates("03/04/2024", "25/06/2024"))).toMatchObject({ format: "dd/MM/yyyy", unsure: false });
  expect(guessTime(dates("03/04/2024", "06/25/2024"))).toMatchObject({ format: "M/d/yyyy" });
});

test("one bad date among many makes a bad row, and two in ten another column", () => {
  const good = Array.from({ length: 9 }, (_, i) => `2024-01-0${i + 1}`);
  expect(guessTime(dates(...good, "31 december"))).toMatchObject({ column: "Datum", format: "iso" });
  expect(guessTime(dates(...good.slice(0, 8), "x", "y"))).toBeUndefined();
});

test("what counts is kept as a number and a yes as a yes; a postal code, a year and a price with a fault are left alone", () => {
  const sample = sampleOf(
    ["Kundnr", "Poäng", "Nyhetsbrev", "Postnummer", "Kod", "Blandat"],
    [
      ["1", "12,5", "ja", "21100", "0012", "3"],
      ["2", "1 340", "nej", "21143", "0043", "tre"],
    ],
  );
  expect(customers.suggest(sample).suggestion).toMatchObject({
    read: { decimal: "," },
    fields: {
      Poäng: { column: "Poäng", as: "number" },
      Nyhetsbrev: { column: "Nyhetsbrev", as: "boolean" },
      Postnummer: "Postnummer",
      Kod: "Kod",
      Blandat: "Blandat",
    },
  });
});

test("a price with one fault in twenty is still a price, and its currency is asked for", () => {
  const rows = Array.from({ length: 20 }, (_, i) => [String(i), i === 7 ? "1 0,0" : "99,50"]);
  const { suggestion, unsure } = orders.suggest(sampleOf(["Ordernr", "Totalbelopp"], rows));
  expect(suggestion.fields["total"]).toEqual({ column: "Totalbelopp", as: "number" });
  expect(unsure).toContain("currency");
});

test("a club card is known by what shops call it in three languages", () => {
  for (const name of [
    "Klubbkort",
    "Klubbkortsnr",
    "Klubbnummer",
    "Klubkort",
    "Klubkortnummer",
    "Kundkort",
    "Kundekort",
    "Club card number",
  ])
    expect(guessIds(sampleOf([name], [["731000100511"]])), name).toEqual({ club_card: name });
  expect(guessIds(sampleOf(["Klubb", "Kort", "Kortnummer"], [["Ja", "Visa", "1"]]))).toEqual({});
});

import { describe, expect, it } from "vitest";
import type { Speech } from "../words/speak.rules.ts";
import { headOf, rowOf } from "./page.rules.ts";

const names: Speech["names"] = {
  zone: "Europe/Stockholm",
  sources: new Map([[3, "Webbshop"]]),
  entities: new Map([["e-1", "Almvik AB"]]),
  purposes: new Map([["newsletter", "Nyhetsbrev (för att berätta om erbjudanden)"]]),
  shares: new Map([["sizes", "Storlekar"]]),
  place: (code) => (code === "malmo" ? "Malmö, Triangeln" : undefined),
};
const plain = (html: string) =>
  html
    .replace(/<\/?(?:article|dl|div)>/g, "")
    .replace(/<dt>/g, "|")
    .replace(/<\/dt><dd>/g, "=")
    .replace(/<\/dd>/g, "")
    .replace(/[\u00a0\u202f]/g, " ")
    .trim();
const row = (language: Speech["language"], item: object) => plain(rowOf({ ...item }, { language, names }));

describe("a row of a copy", () => {
  it("tells a fact by its own name, when, from whom and through what", () => {
    const fact = { table: "profiles.facts", name: "shoe_size", value: 38, origin: "stated", sourceId: 3 };
    const at = "2026-11-29T16:04:00.000Z";
    expect(row("sv", { ...fact, at })).toBe(
      "|Skostorlek=38|Var vi har det ifrån=från ett besök på webben|Kom genom=Webbshop|När=29 november 2026, 17.04",
    );
    expect(row("en", { ...fact, at })).toContain("|When=29 November 2026, 17:04");
    expect(row("da", { ...fact, at })).toContain(
      "|Hvor vi har det fra=fra et besøg på nettet|Kom gennem=Webbshop",
    );
  });

  it("writes money in its currency, and what a shop sent by words where there are any", () => {
    const body = {
      properties: { total: 1249.5, currency: "SEK", gift_wrap: true, products: [{ name: "Lampa" }] },
    };
    expect(row("sv", { table: "events.log", channel: "till", body })).toBe(
      "|Kanal=i kassan|Vad som står=|Detaljer=|Totalt=1 249,50 kr|Valuta=SEK|Gift wrap=ja|Varor=|1=|Namn=Lampa",
    );
    expect(row("en", { table: "events.log", body })).toContain("In all=SEK 1,249.50");
  });

  it("names purposes, companies, places, days and hours", () => {
    expect(
      row("sv", {
        ...{ table: "consent.entries", kind: "email", purpose: "newsletter", entityId: "e-1" },
        ...{ state: "withdrawn", place: "malmo", guardian: false },
      }),
    ).toBe(
      "|Slag=e-postadress|Till vad=Nyhetsbrev (för att berätta om erbjudanden)|Företag=Almvik AB|Hur det står=nej|Plats=Malmö, Triangeln|Sagt av vårdnadshavare=nej",
    );
    const quiet = {
      table: "consent.wish_acts",
      name: "hours",
      fromMinute: 1290,
      toMinute: 420,
      days: [1, 7],
    };
    expect(row("sv", quiet)).toBe(
      "|Önskemål=tysta timmar|Tyst från=21.30|Tyst till=07.00|Dagar=måndag och söndag",
    );
  });

  it("tells what a colleague did by words, also where nobody named the act", () => {
    expect(row("en", { table: "access.acts", what: "people.open" })).toBe("|What was done=opened your page");
    expect(row("en", { table: "access.acts", what: "rights.list" })).toBe(
      "|What was done=what you asked for",
    );
  });

  it("shows a value with signs of HTML as text, and leaves out what is empty", () => {
    const html = rowOf(
      { table: "profiles.facts", name: "note", value: "<img src=x>", at: null },
      { language: "en", names },
    );
    expect(html).toContain("&lt;img src=x&gt;");
    expect(html).not.toMatch(/<img|When/);
  });
});

it("a copy says from whom and when it is, by the clock of the shop", () => {
  expect(headOf("Almvik", new Date("2026-07-01T10:00:00Z"), { language: "da", names })).toMatch(
    /Fra Almvik, 1\. juli 2026, 12\.00/,
  );
});

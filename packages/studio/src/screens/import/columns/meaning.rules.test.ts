import { type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import { describe, expect, it } from "vitest";
import { dayIn, tellingValue, turned } from "./dates.rules.ts";
import {
  asAmounts,
  keptOf,
  meaningOf,
  move,
  nameFor,
  rename,
  setGroup,
  setMeaning,
} from "./meaning.rules.ts";
import { ownProblems, placeProblems } from "./problems.rules.ts";

const columns = ["Nr", "Kund", "Datum", "Summa", "Valuta", "Antal"];
const around = { columns, currency: "DKK", zone: "Europe/Copenhagen", format: "iso" };
const begun: Mapping = mapping.parse({
  event: { type: "track", name: "Order Completed" },
  time: { column: "Datum", format: "dd/MM/yyyy" },
  ids: { order: "Nr", login: "Kund" },
  fields: { total: { column: "Summa", as: "money", currencyColumn: "Valuta" }, Antal: "Antal" },
});

describe("what a column means", () => {
  it("is read from the mapping, the currency of amounts included", () => {
    expect(columns.map((column) => meaningOf(begun, column))).toEqual([
      "id order",
      "id login",
      "time",
      "money",
      "currency",
      "text",
    ]);
  });

  it("is one thing at a time: an identifier that moves leaves its old column", () => {
    const next = setMeaning(begun, "Antal", "id order", around);
    expect(meaningOf(next, "Nr")).toBe("none");
    expect(next.ids).toEqual({ order: "Antal", login: "Kund" });
    expect(meaningOf(setMeaning(begun, "Datum", "none", around), "Datum")).toBe("none");
  });

  it("of amounts falls back to a fixed currency when their currency column means something else", () => {
    const next = setMeaning(begun, "Valuta", "text", around);
    expect(next.fields["total"]).toEqual({ column: "Summa", as: "money", currency: "DKK" });
    expect(meaningOf(next, "Valuta")).toBe("text");
    expect(setMeaning(next, "Valuta", "currency", around).fields["total"]).toEqual({
      column: "Summa",
      as: "money",
      currencyColumn: "Valuta",
    });
  });

  it("keeps its name when only its form changes, and gets a free one when it is new", () => {
    const next = setMeaning(begun, "Antal", "number", around);
    expect(keptOf(next, "Antal")).toMatchObject({ name: "Antal", rule: { column: "Antal", as: "number" } });
    expect(nameFor(begun, "fields", "total (kr)")).toBe("total kr");
    expect(nameFor(begun, "fields", "total")).toBe("total 2");
  });

  it("survives a new name, and grouping and back", () => {
    const kept = keptOf(begun, "Summa");
    const renamed = kept === undefined ? begun : rename(begun, kept, "revenue");
    expect(Object.keys(renamed.fields)).toEqual(["revenue", "Antal"]);
    const grouped = setGroup(begun, "Nr");
    expect(grouped.groupBy).toMatchObject({ columns: ["Nr"], lines: begun.fields });
    const whole = keptOf(grouped, "Antal");
    const moved = whole === undefined ? grouped : move(grouped, whole, "fields");
    expect(moved.fields).toEqual({ Antal: "Antal" });
    expect(setGroup(moved, undefined).fields).toEqual({ ...begun.fields });
  });

  it("of plain numbers becomes an amount in the currency that was asked for", () => {
    const plain = { ...begun, fields: { total: { column: "Summa", as: "number" as const } } };
    expect(asAmounts(plain, ["total"], "SEK").fields).toEqual({
      total: { column: "Summa", as: "money", currency: "SEK" },
    });
  });
});

describe("a date that fits both ways", () => {
  it("is shown as the two days it could be", () => {
    expect(turned("dd/MM/yyyy HH:mm")).toBe("MM/dd/yyyy HH:mm");
    expect(turned("yyyy-MM-dd")).toBeUndefined();
    expect(dayIn("dd/MM/yyyy", "03/04/2026")?.getMonth()).toBe(3);
    expect(dayIn("MM/dd/yyyy", "03/04/2026")?.getMonth()).toBe(2);
    expect(dayIn("MM/dd/yyyy", "31/12/2026")).toBeUndefined();
  });

  it("is shown by a value that tells the two apart", () => {
    expect(tellingValue("dd/MM/yyyy", ["05/05/2026", "31/12/2026", "03/04/2026"])).toBe("03/04/2026");
  });
});

describe("what is wrong", () => {
  it("stands at its column, or nowhere in particular", () => {
    const placed = placeProblems(begun, [
      { at: "total.currency", problem: "missing" },
      { at: "time.format", problem: "unknown" },
      { at: "ids.login", problem: "no such column" },
      { at: "ids", problem: "missing" },
    ]);
    expect(placed.map(({ column }) => column)).toEqual(["Summa", "Datum", "Kund", undefined]);
  });

  it("is said before the server is asked, for names that it would not read", () => {
    const odd = { ...begun, event: { type: "track" as const, name: " " }, fields: { "a<b": "Antal" } };
    expect(ownProblems(odd, columns)).toEqual([
      { column: "Antal", at: "name", problem: "bad name" },
      { column: undefined, at: "event.name", problem: "missing" },
    ]);
  });
});

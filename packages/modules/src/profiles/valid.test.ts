import { describe, expect, it } from "vitest";
import { factsIn, notFactsIn } from "./facts.rules.ts";
import { fitsKind } from "./valid.rules.ts";

const NOW = Date.UTC(2026, 5, 1);
const born = (value: unknown) => fitsKind("birthday", value, NOW);

describe("a fact of a kind", () => {
  it("is a day of birth however people write it", () => {
    for (const day of [
      ...["1980-02-03", "19800203", 19800203, "03/02/1980", "1980-02-03T00:00:00Z", "1980-28-02", "3.2.1980"],
      ...["3 februari 1980", "Feb 3, 1980", "02-29", "2000-02-29", "2026-06-01"],
    ])
      expect([day, born(day)]).toEqual([day, true]);
  });

  it("is no day that has not been, that no calendar has, or that is no day", () => {
    for (const bad of [
      ...[
        "2050-01-01",
        "hej",
        "",
        "1980-02-31",
        "1980-13-40",
        "1850-01-01",
        "1980",
        "2026-06-09",
        "1980-1981-01",
      ],
      ...[true, 17, {}, ["1980-02-03"], "0000-00-00"],
    ])
      expect([bad, born(bad)]).toEqual([bad, false]);
  });

  it("is an address that mail reaches, and taken back by nothing; other names hold what they are told", () => {
    expect(["anna@exempel.se", "Anna Ek <anna@exempel.se>"].map((v) => fitsKind("email", v, NOW))).toEqual([
      true,
      true,
    ]);
    expect(["hej", "anna@", 7].map((v) => fitsKind("email", v, NOW))).toEqual([false, false, false]);
    expect([fitsKind("email", null, NOW), fitsKind("birthday", null, NOW)]).toEqual([true, true]);
    expect(fitsKind("motto", "hej", NOW)).toBe(true);
  });

  it("that cannot be is no fact, and the rest of what was said is", () => {
    const said = { birthday: "hej", email: "x", city: "Lund" };
    expect(factsIn(said, NOW)).toEqual([["city", '"Lund"']]);
    expect(notFactsIn(said, NOW)).toEqual([
      { name: "birthday", code: "facts.not_possible" },
      { name: "email", code: "facts.not_possible" },
    ]);
    expect(notFactsIn({ essay: "x".repeat(3000) }, NOW)).toEqual([{ name: "essay", code: "facts.too_long" }]);
  });
});

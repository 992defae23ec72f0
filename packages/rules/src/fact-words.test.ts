import { describe, expect, it } from "vitest";
import { factName, factWords } from "./fact-words.ts";
import { sizeNames } from "./sizes.ts";

/** Segment's identify: its reserved traits, and what its address and company hold. */
const RESERVED = [
  ..."address age avatar birthday company createdAt description email firstName gender id lastName name".split(
    " ",
  ),
  ..."phone title username website".split(" "),
  ..."address.city address.country address.postalCode address.state address.street".split(" "),
  ..."company.name company.id company.industry company.employee_count company.plan".split(" "),
];
const COMMON =
  "city country postal_code postalCode zip first_name last_name $first_name language locale".split(" ");
/** The same word in both languages. */
const ALIKE = new Set(
  ["name id region title plan tier email company.id company.name title"].flatMap((x) => x.split(" ")),
);

describe("the name of a fact", () => {
  it("is a word in three languages, for every trait that the clients' specifications name and every size", () => {
    for (const key of [...RESERVED, ...COMMON, ...sizeNames]) {
      const [en, sv, da] = (["en", "sv", "da"] as const).map((language) => factName(key, language));
      expect(Object.values(factWords), key).toContainEqual([en, sv, da]);
      if (!ALIKE.has(key)) expect([key, sv, da]).not.toEqual([key, en, en]);
    }
  });

  it("is one however its source spells it", () => {
    for (const key of ["firstName", "first_name", "First Name", "$first_name"])
      expect([factName(key, "en"), factName(key, "sv")]).toEqual(["First name", "Förnamn"]);
    expect(factName("address.postalCode", "da")).toBe("Postnummer");
    expect([factName("city", "sv"), factName("city", "da")]).toEqual(["Ort", "By"]);
  });

  it("is spelled out when nobody taught us it", () => {
    expect(factName("favouriteWood", "en")).toBe("Favourite wood");
    expect(factName("constructor", "en")).toBe("Constructor");
    expect(factName("önskaÅr", "sv")).toBe("Önska år");
    expect(factName("$", "en")).toBe("$");
  });
});

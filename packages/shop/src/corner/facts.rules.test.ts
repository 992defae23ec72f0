import { expect, it } from "vitest";
import { labelOf, readable, shownFacts } from "./facts.rules.ts";

const words = { yes: "Yes", no: "No" };

it("a fact is named in words, however its sender spelt it", () => {
  expect([labelOf("shoe_size"), labelOf("shoeSize"), labelOf("hasBalcony"), labelOf("önskaÅr")]).toEqual([
    "Shoe size",
    "Shoe size",
    "Has balcony",
    "Önska år",
  ]);
});

it("a list and an address are read as one line", () => {
  expect(readable(["brass", "warm light"], words)).toBe("brass, warm light");
  expect(readable({ street: "Storgatan 1", city: "Malmö", geo: null }, words)).toBe("Storgatan 1, Malmö");
  expect(readable(false, words)).toBe("No");
});

it("what identifies stands among the identifiers, and nothing empty is shown", () => {
  const facts = [
    { name: "shoe_size", value: 38 },
    { name: "email", value: "anna@exempel.se" },
    { name: "balcony", value: false },
    { name: "notes", value: {} },
  ];
  expect(shownFacts(facts).map(({ name }) => name)).toEqual(["balcony", "shoe_size"]);
});

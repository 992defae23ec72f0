import { expect, it } from "vitest";
import { readable, shownFacts } from "./facts.rules.ts";

const words = { yes: "Yes", no: "No" };

it("a list and an address are read as one line", () => {
  expect(readable(["brass", "warm light"], words)).toBe("brass, warm light");
  expect(readable({ street: "Storgatan 1", city: "Malmö", geo: null }, words)).toBe("Storgatan 1, Malmö");
  expect(readable(false, words)).toBe("No");
});

it("what stands among the identifiers is not shown twice, and nothing empty is shown", () => {
  const held = [
    { kind: "email", value: "anna@exempel.se" },
    { kind: "phone", value: "+46701234567" },
    { kind: "login", value: "7" },
  ];
  const shown = (...facts: { name: string; value: unknown }[]) =>
    shownFacts(facts, held).map(({ name }) => name);
  expect(
    shown(
      { name: "shoe_size", value: 38 },
      { name: "email", value: "Anna@Exempel.se" },
      { name: "phone", value: "070-123 45 67" },
      { name: "id", value: 7 },
      { name: "balcony", value: false },
      { name: "notes", value: {} },
    ),
  ).toEqual(["balcony", "shoe_size"]);
  // Said of her, but not held to be hers: it stands nowhere else.
  expect(shown({ name: "email", value: "na@exempel.se" }, { name: "phone", value: "070-999 45 67" })).toEqual(
    ["email", "phone"],
  );
  expect(shown({ name: "code", value: "anna@exempel.se" })).toEqual(["code"]);
});

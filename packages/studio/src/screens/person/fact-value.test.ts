import { expect, it } from "vitest";
import { factValue } from "./fact-value.ts";

const said = { yes: "Yes", no: "No", none: "None" };

it("a fact says no and none in words: they are knowledge too", () => {
  expect(factValue(false, said)).toBe("No");
  expect(factValue(null, said)).toBe("None");
  expect(factValue(["brass", true], said)).toBe("brass, Yes");
  expect(factValue({ city: "Malmö", country: "SE" }, said)).toBe("Malmö, SE");
});

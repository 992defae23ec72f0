import { describe, expect, it } from "vitest";
import { factName, factValue, factWords } from "./fact-words.ts";

const said = { yes: "Yes", no: "No", none: "None" };

describe("a fact on the screen", () => {
  it("has one name however its source spells it, in each language", () => {
    for (const key of ["firstName", "first_name", "First Name"]) {
      expect(factName(key, factWords.en)).toBe("First name");
      expect(factName(key, factWords.sv)).toBe("Förnamn");
    }
    expect(factName("address.postalCode", factWords.da)).toBe("Postnummer");
  });

  it("is spelled out when nobody taught us its name", () => {
    expect(factName("favouriteWood", factWords.en)).toBe("Favourite wood");
    expect(factName("constructor", factWords.en)).toBe("Constructor");
  });

  it("says no and none in words: they are knowledge too", () => {
    expect(factValue(false, said)).toBe("No");
    expect(factValue(null, said)).toBe("None");
    expect(factValue(["brass", true], said)).toBe("brass, Yes");
    expect(factValue({ city: "Malmö", country: "SE" }, said)).toBe("Malmö, SE");
  });
});

import { describe, expect, it } from "vitest";
import { isCorrectable, valueTyped } from "./fact-typed.ts";

describe("a fact put right", () => {
  it("keeps the kind of the value", () => {
    expect(valueTyped(" 43 ", 42)).toBe(43);
    expect(valueTyped("43,5", 42)).toBe(43.5);
    expect(valueTyped("43", "42")).toBe("43");
    expect(valueTyped("about 43", 42)).toBe("about 43");
    expect(valueTyped("Anna", undefined)).toBe("Anna");
  });

  it("takes nothing typed for none", () => {
    expect(valueTyped("  ", "Anna")).toBeNull();
  });

  it("leaves lists and objects to where they come from", () => {
    expect([["a"], { a: 1 }, undefined].some(isCorrectable)).toBe(false);
    expect(["a", 1, false, null].every(isCorrectable)).toBe(true);
  });
});

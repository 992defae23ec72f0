import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalOf, minorOf } from "./amount.ts";

test("an amount is exact in minor units of its currency, or none", () => {
  expect(["1249", "1249.5", "1249.50", "0", "1249.500"].map((text) => minorOf(text, "SEK"))).toEqual([
    ...[124900, 124950, 124950, 0, 124950],
  ]);
  expect(minorOf("500", "JPY")).toBe(500);
  expect(minorOf("1.234", "KWD")).toBe(1234);
  const none = ["12,50", "1 249", "-1", "", "1e3", "0.005", "9999999999999999", "Infinity", "0x10"];
  expect(none.filter((text) => minorOf(text, "SEK") !== undefined)).toEqual([]);
  expect(minorOf("1", "XYZ")).toBeUndefined();
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.constantFrom("SEK", "JPY", "KWD"),
      (minor, currency) => {
        expect(minorOf(decimalOf(minor, currency), currency)).toBe(minor);
      },
    ),
  );
});

import { describe, expect, test } from "vitest";
import { fitOf, type Size, sizeNameOf, type Worn } from "./sizes.ts";

const hers: readonly Size[] = [
  { name: "shoe_size", value: "38" },
  { name: "clothing_size", value: "M" },
  { name: "trouser_size", value: "W30 L32" },
];
const worn = (category: string | null, size: string | null, more: Partial<Worn> = {}): Worn => ({
  ...{ name: "Something", category, size, sizes: [], ...more },
});

describe("J22: whether a thing fits her", () => {
  test.each([
    ["Löparskor", "38", "fits"],
    ["Shoes", "EU 38", "fits"],
    ["sneakers", "38,0", "fits"],
    ["Boots", "39", "not"],
    ["Boots", "38½", "not"],
    ["Støvler", "36-38", "fits"],
    ["Skor", "39–41", "not"],
    ["Shoes", "US 7", "unknown"],
    ["Shoes", "M", "unknown"],
    ["Jackor", "m", "fits"],
    ["Coats", "Medium", "fits"],
    ["Kjoler", "S/M", "fits"],
    ["Dress", "2XL", "not"],
    ["Dress", "One size", "fits"],
    ["Jeans", "w30l32", "fits"],
    ["Jeans", "W31 L32", "unknown"],
    ["Lamps", "38", "unknown"],
    ["Shoes", null, "unknown"],
  ] as const)("%s in %s: %s", (category, size, fit) => {
    expect(fitOf(worn(category, size), hers)).toBe(fit);
  });

  test("where no size was looked at, it fits when it is sold in hers, and not when every other is sold", () => {
    expect(fitOf(worn("Shoes", null, { sizes: ["37", "38"] }), hers)).toBe("fits");
    expect(fitOf(worn("Shoes", null, { sizes: ["40", "41"] }), hers)).toBe("not");
    expect(fitOf(worn("Shoes", null, { sizes: ["40", "US 7"] }), hers)).toBe("unknown");
  });

  test("the size she looked at counts before those it is sold in", () => {
    expect(fitOf(worn("Shoes", "39", { sizes: ["38"] }), hers)).toBe("not");
  });

  test("without a category the name tells what it is", () => {
    expect(fitOf(worn(null, "38", { name: "Vandringskängor Fjäll" }), hers)).toBe("fits");
    expect(fitOf(worn(null, "38", { name: "Taklampa Mässing" }), hers)).toBe("unknown");
  });

  test("XXL is 2XL, and not XL", () => {
    const large: readonly Size[] = [{ name: "top_size", value: "XXL" }];
    expect(fitOf(worn("Shirts", "2XL"), large)).toBe("fits");
    expect(fitOf(worn("Shirts", "XL"), large)).toBe("not");
  });
});

test("a size has one name however it is written, and what is no size has none", () => {
  expect(["shoeSize", "Shoe size", "shoe-size", "SHOE_SIZE"].map(sizeNameOf)).toEqual(
    Array(4).fill("shoe_size"),
  );
  expect(sizeNameOf("pantsSize")).toBe("trouser_size");
  expect(["email", "constructor", "__proto__", "toString", "weight"].map(sizeNameOf)).toEqual(
    Array(5).fill(undefined),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGtin } from "./gtin.ts";
import {
  FORMAT,
  MOST_FILE_BYTES,
  plain,
  plainUrl,
  type Research,
  readResearch,
  type Thing,
  writeResearch,
} from "./research.ts";

const boots: Thing = {
  ...{ how: ["viewed", "added"], name: "Kängor Fjäll", brand: "Almvik", category: "Shoes" },
  ...{ gtin: "07350000000016", productId: "A-1001", price: { amountMinor: 89900, currency: "SEK" } },
  ...{ size: "38", variant: "brun", sizes: ["37", "38"], url: "https://almvik.example/boots" },
  ...{ firstOn: "2026-11-01", lastOn: "2026-11-20" },
};
const taken: Research = {
  ...{ shop: "Almvik", madeOn: "2026-11-28", things: [boots] },
  sizes: [{ name: "shoe_size", value: "38" }],
};
const fileWith = (more: object) => JSON.stringify({ ...JSON.parse(writeResearch(taken)), ...more });
const whyNot = (text: string) => {
  const read = readResearch(text);
  return read.ok ? "read" : read.why;
};

describe("J22: the file she carries from shop to shop", () => {
  test("holds what she took, and reads back as it was written", () => {
    expect(readResearch(writeResearch(taken))).toEqual({ ok: true, research: taken, skipped: 0 });
  });

  test("without the shop's name it holds neither its numbers nor its addresses", () => {
    const text = writeResearch({ ...taken, shop: null });
    expect(text).not.toMatch(/A-1001|almvik\.example|"shop"/);
    const read = readResearch(text);
    expect(read).toMatchObject({
      ok: true,
      research: { shop: null, things: [{ productId: null, url: null }] },
    });
  });

  test("what is not such a file is refused with its reason", () => {
    expect(whyNot("<html>")).toBe("not_json");
    expect(whyNot("[]")).toBe("not_research");
    expect(whyNot(`{"format":"portable-research","version":"1"}`)).toBe("not_research");
    expect(whyNot(fileWith({ version: 2 }))).toBe("newer");
    expect(whyNot(fileWith({ things: Array(501).fill(boots) }))).toBe("too_many");
    expect(whyNot(fileWith({ things: [], sizes: [] }))).toBe("empty");
    expect(whyNot(fileWith({ note: "å".repeat(MOST_FILE_BYTES / 2) }))).toBe("too_large");
    expect(whyNot("[".repeat(200_000))).toBe("not_json");
  });

  test("a thing that cannot be read is left out and counted; what is not known is dropped", () => {
    const read = readResearch(
      fileWith({ things: [{ ...boots, tracking: "T-1" }, { name: 7 }, null, { ...boots, how: ["owned"] }] }),
    );
    if (!read.ok) throw new Error(read.why);
    expect([read.research.things.length, read.skipped]).toEqual([1, 3]);
    expect(JSON.stringify(read)).not.toContain("T-1");
  });

  test("a day that no calendar has is none, and nobody looked first after they looked last", () => {
    const days = (one: object) => {
      const text = JSON.stringify({
        format: FORMAT,
        version: 1,
        things: [{ how: ["viewed"], name: "Lampa", ...one }],
      });
      const read = readResearch(text);
      return read.ok ? read.research.things.map(({ firstOn, lastOn }) => [firstOn, lastOn]) : read.why;
    };
    for (const lastOn of ["2026-02-30", "2025-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-11-1"])
      expect(days({ lastOn })).toBe("empty");
    expect(days({ lastOn: "2024-02-29", firstOn: "2024-02-31" })).toEqual([["2024-02-29", "2024-02-29"]]);
    expect(days({ lastOn: "2026-11-01", firstOn: "2026-11-05" })).toEqual([["2026-11-01", "2026-11-01"]]);
  });

  test("only https links are kept, without what shops write after the path", () => {
    expect(plainUrl("https://a.example/b?utm_source=x&who=anna#y")).toBe("https://a.example/b");
    for (const bad of [
      "http://a.example/b",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://anna:pw@a.example/",
      "//a.example",
      `https://a.example/${"x".repeat(600)}`,
    ])
      expect(plainUrl(bad)).toBeNull();
  });

  test("signs that nobody sees are gone from texts: they could carry a mark from one shop to the other", () => {
    expect(plain("Ka\u200Bffe\u{E0041}\u202E \u0000 ko\uFE01pp\n")).toBe("Ka ffe ko pp");
    expect(plain("x".repeat(1000))).toHaveLength(200);
    expect([plain("\u200B"), plain({}), plain(null)]).toEqual([null, null, null]);
  });

  test("prices are read to the penny by their currency, and what is no price is none", () => {
    const priced = (price: unknown) => {
      const read = readResearch(fileWith({ things: [{ ...boots, price }] }));
      return read.ok ? read.research.things[0]?.price : read.why;
    };
    expect(priced({ amount: "12.5", currency: "EUR" })).toEqual({ amountMinor: 1250, currency: "EUR" });
    expect(priced({ amount: "1250", currency: "JPY" })).toEqual({ amountMinor: 1250, currency: "JPY" });
    for (const amount of ["-1", "1e9", "12.345", "", null, {}])
      expect(priced({ amount, currency: "SEK" })).toBeNull();
    expect(priced({ amount: "1", currency: "XXX" })).toBeNull();
  });

  test("whatever a file says, reading it ends with a reason or with things of the right shape", () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom("shoe_size", "__proto__", "2026-11-01", ["viewed"]));
    const thing = fc.dictionary(fc.constantFrom(...Object.keys(boots), "__proto__", "constructor"), odd);
    fc.assert(
      fc.property(
        fc.array(thing, { maxLength: 4 }),
        fc.array(odd, { maxLength: 4 }),
        odd,
        (things, sizes, shop) => {
          const read = readResearch(fileWith({ things, sizes, shop }));
          if (!read.ok) return;
          const again = readResearch(writeResearch(read.research));
          expect(again).toEqual({ ok: true, research: read.research, skipped: 0 });
        },
      ),
    );
  });
});

test("a GTIN is known by its length and its check digit", () => {
  expect(["7350000000016", "07350000000016", "96385074"].map(isGtin)).toEqual([true, true, true]);
  expect(["7350000000015", "123", "0000000000000", "735000000001A"].map(isGtin)).toEqual(
    Array(4).fill(false),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf, lastingText } from "./digest.rules.ts";

const came = {
  type: "track",
  event: "Product Added",
  messageId: "m1",
  userId: "u1",
  properties: { name: "Lampa", price: 1249.5, sizes: [1, 2, 3], gift: false, note: null },
};

describe("what a message was when it came", () => {
  it("is the same when it is sent again: another time of sending, another count of tries, the key elsewhere", () => {
    const again = {
      ...came,
      sentAt: "2026-11-21T10:00:09Z",
      _metadata: { retryCount: 3 },
      writeKey: "pk",
      offset: 12,
    };
    expect(digestOf(again)).toBe(digestOf(came));
    expect(lastingText(again)).toBe(lastingText(came));
  });

  it("is the same whatever the order of its keys", () => {
    const turned = Object.fromEntries(Object.entries(came).reverse());
    expect(digestOf(turned)).toBe(digestOf(came));
    expect(lastingText(turned)).toBe(lastingText(came));
  });

  it("is another when anything in it is another", () => {
    const others = [
      { ...came, properties: { ...came.properties, name: "Lampb" } },
      { ...came, properties: { ...came.properties, price: 1249.6 } },
      { ...came, properties: { ...came.properties, sizes: [2, 1, 3] } },
      { ...came, properties: { ...came.properties, gift: true } },
      { ...came, properties: { ...came.properties, price: "1249.5x" } },
      { ...came, properties: { ...came.properties, sentAt: "inside it is a word of the event's own" } },
      { ...came, userId: "u2" },
      { ...came, extra: {} },
      { ...came, name: "Product Added", event: "" },
    ];
    const digests = new Set([came, ...others].map(digestOf));
    expect(digests.size).toBe(others.length + 1);
  });

  it("is hardly ever shared: a thousand messages that differ in one figure have a thousand digests", () => {
    const digests = new Set(
      Array.from({ length: 1000 }, (_, i) => digestOf({ ...came, messageId: `m${i}` })),
    );
    expect(digests.size).toBeGreaterThanOrEqual(999);
  });

  it("is a whole number of 32 bits for any JSON, however deep, and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const digest = digestOf(value);
        expect(digest | 0).toBe(digest);
        expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digest);
      }),
      { numRuns: 1000 },
    );
    expect(digestOf(JSON.parse(`${'{"a":['.repeat(5000)}1${"]}".repeat(5000)}`)) | 0).toBeTypeOf("number");
  });
});

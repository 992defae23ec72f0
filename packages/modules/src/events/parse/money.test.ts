import { moneyFault, moneyOf } from "@somlos/rules/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Envelope, parse } from "./parse.rules.ts";

const minor = (value: unknown, currency: string) => {
  const money = moneyOf("Order Completed", { total: value, currency });
  return money.ok ? money.amounts["total"]?.amountMinor : money.why;
};

describe("money in an event", () => {
  it("is counted in the minor units of its currency, digit by digit", () => {
    expect(minor(1249.5, "SEK")).toBe(124_950);
    expect(minor("1249.50", "SEK")).toBe(124_950);
    expect(minor(0.1 + 0.2, "DKK")).toBe(30);
    expect(minor(1.005, "EUR")).toBe(101);
    expect(minor(-19.995, "EUR")).toBe(-2000);
    expect(minor(500, "JPY")).toBe(500);
    expect(minor(1.2345, "KWD")).toBe(1235);
    expect(minor(1e-7, "SEK")).toBe(0);
    expect(minor("100000000000.01", "sek")).toBe(10_000_000_000_001);
    expect(minor(0, "SEK")).toBe(0);
  });

  it("keeps each product's amounts beside it, in its own currency or the event's", () => {
    const money = moneyOf("Order Completed", {
      currency: "usd",
      revenue: 25,
      shipping: 3,
      tax: "2",
      discount: 2.5,
      products: [{ price: 19 }, { name: "no price" }, { price: 3, currency: "SEK" }],
    });
    expect(money).toMatchObject({
      ok: true,
      amounts: {
        revenue: { amountMinor: 2500, currency: "USD", exact: true },
        shipping: { amountMinor: 300 },
        tax: { amountMinor: 200 },
        discount: { amountMinor: 250 },
      },
      products: [{ price: { amountMinor: 1900, currency: "USD" } }, {}, { price: { currency: "SEK" } }],
    });
  });

  it("says where and why an amount cannot be counted", () => {
    const fault = (properties: object, standard?: string, name = "Product Added") => {
      const found = moneyFault(name, properties, standard);
      return found && `${found.why} ${found.path}`;
    };
    expect(fault({ price: "1.249,00", currency: "SEK" })).toBe("text price");
    expect(fault({ price: "499:-", currency: "kronor" })).toBe("text price");
    expect(fault({ price: { a: 1 }, currency: "SEK" })).toBe("text price");
    expect(fault({ price: 499, currency: "kronor" })).toBe("unknown_currency currency");
    expect(fault({ price: 499 })).toBe("no_currency price");
    expect(fault({ price: 499 }, "SEK")).toBeUndefined();
    expect(fault({ products: [{ price: 1 }, { price: "1,5" }] }, "SEK")).toBe("text products[1].price");
    expect(fault({ total: 1e15, currency: "SEK" })).toBe("too_large total");
    expect(fault({ price: "", total: null })).toBeUndefined();
  });

  it("is not looked for in an event that neither sells nor names a currency", () => {
    expect(moneyFault("Slider Moved", { value: "far left", price: "x" }, undefined)).toBeUndefined();
    expect(moneyFault("Slider Moved", { value: "far left", currency: "SEK" }, undefined)?.why).toBe("text");
    expect(moneyFault("order_completed", { total: 1 }, undefined)?.why).toBe("no_currency");
  });

  it("never throws, and counts exactly what it lets pass", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue({ maxDepth: 3 }), fc.integer(), (name, any, n) => {
        moneyOf(name, any, "SEK");
        const money = moneyOf("Cart Viewed", { total: n / 100, currency: "SEK" });
        expect(money.ok && money.amounts["total"]?.amountMinor).toBe(n);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("an event whose money cannot be counted", () => {
  const envelope: Envelope = {
    naming: { print: (space, text) => `${space} ${text}`, country: "SE" },
    sourceId: 1,
    trust: "stated",
    channel: "web",
    receivedAt: Date.UTC(2026, 10, 21, 12),
    sentAt: undefined,
    suspicious: false,
    newId: () => "new",
  };
  const added = (properties: object, currency?: string) => {
    const parsed = parse(
      { type: "track", event: "Product Added", userId: "u1", properties },
      {
        ...envelope,
        terms: { currencyAt: (location) => (location === "KBH" ? "DKK" : currency) },
      },
    );
    return "fit" in parsed ? "fits" : `${parsed.unfit.code} ${parsed.unfit.detail}`;
  };

  it("waits with its cause and place; with a currency, its own or its source's, it is taken in", () => {
    expect(added({ price: "1.249,00", currency: "SEK" })).toBe("event.money_text properties.price");
    expect(added({ price: 1249 })).toBe("event.money properties.price");
    expect(added({ price: 1249, currency: "kronor" })).toBe("event.money properties.currency");
    expect(added({ price: 1249 }, "SEK")).toBe("fits");
    expect(added({ price: 1249, currency: "DKK" }, "SEK")).toBe("fits");
    expect(added({ price: 1249, location: "KBH" })).toBe("fits");
    expect(added({ price: 1249, location: { code: "LUND" } })).toBe("event.money properties.price");
  });

  it("keeps its body as it came", () => {
    const body = { type: "track", event: "Product Added", userId: "u1", properties: { price: "12.50" } };
    const parsed = parse(body, { ...envelope, terms: { currencyAt: () => "SEK" } });
    expect("fit" in parsed && JSON.parse(parsed.fit.body)).toEqual(body);
  });
});

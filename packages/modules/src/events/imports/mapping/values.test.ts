import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDecimal, times, toJson, toPlaces, writeDecimal } from "./decimal.rules.ts";
import { readAmount, toMinor } from "./money.rules.ts";
import { makeReadTime } from "./time.rules.ts";

describe("decimals", () => {
  test.each([
    ["2.55", ".", "2.55"],
    ["2,55", ",", "2.55"],
    ["1 234,50", ",", "1234.5"],
    ["1\u00a0234\u00a0567,5", ",", "1234567.5"],
    ["1.234,56", ",", "1234.56"],
    ["1,234.56", ".", "1234.56"],
    ["\u221212", ".", "-12"],
    ["1e-7", ".", "0.0000001"],
    ["1.5E3", ".", "1500"],
    [".5", ".", "0.5"],
    ["007", ".", "7"],
  ] as const)("%j with a decimal %j is %s", (text, separator, value) => {
    const found = readDecimal(text, separator);
    expect(found && writeDecimal(found)).toBe(value);
  });

  test.each([
    ["1,23", "."],
    ["12,34,567.8", "."],
    ["1.5", ","],
    ["1,234,56", ","],
    ["", "."],
    [".", "."],
    ["1 23", "."],
    ["0x10", "."],
    ["NaN", "."],
    ["1e999", "."],
    ["--1", "."],
  ] as const)("%j with a decimal %j is no number: nobody guesses thousands", (text, separator) => {
    expect(readDecimal(text, separator)).toBeUndefined();
  });

  test("every number that a program writes comes back as itself", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (n) => {
        fc.pre(n === 0 || Math.abs(n) > 1e-15);
        const found = readDecimal(String(n), ".");
        expect(found && Number(toJson(found))).toBe(Object.is(n, -0) ? 0 : n);
      }),
    );
  });

  test("written with Swedish thousands and a comma, a number is the same number", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.integer({ min: 0, max: 6 }),
        (units, scale) => {
          const plain = writeDecimal({ units, scale });
          const [whole = "", fraction] = plain.split(".");
          const grouped =
            whole.replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0") + (fraction === undefined ? "" : `,${fraction}`);
          const found = readDecimal(grouped, ",");
          expect(found && writeDecimal(found)).toBe(plain);
        },
      ),
    );
  });

  test("rounding is half away from zero, and says when it lost something", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (units, lost) => {
        const by = 10 ** lost;
        const wanted = Math.sign(units) * Math.floor(Math.abs(units) / by + 0.5);
        expect(toPlaces({ units: BigInt(units), scale: 2 + lost }, 2)).toEqual({
          units: BigInt(wanted),
          exact: units % by === 0,
        });
      }),
    );
  });

  test("price times quantity is exact where floating point is not", () => {
    const [price, quantity] = [readDecimal("0.1", "."), readDecimal("3", ".")];
    expect(price && quantity && writeDecimal(times(price, quantity))).toBe("0.3");
  });
});

describe("amounts", () => {
  test.each([
    ["12,50 kr", "SEK", ",", 1250],
    ["kr. 12,50", "DKK", ",", 1250],
    ["£2.55", "GBP", ".", 255],
    ["1000", "JPY", ".", 1000],
    ["1.234", "KWD", ".", 1234],
    ["EUR 1.20", "EUR", ".", 120],
  ] as const)("%j in %s is %s minor units", (text, currency, separator, minor) => {
    const amount = readAmount(text, currency, separator);
    expect(amount && toMinor(amount, currency)).toBe(minor);
  });

  test.each([
    ["12,50 kr", "EUR", ","],
    ["1.5", "JPY", "."],
    ["0.001", "GBP", "."],
  ] as const)("%j is no amount in %s", (text, currency, separator) => {
    const amount = readAmount(text, currency, separator);
    expect(amount && toMinor(amount, currency)).toBeUndefined();
  });
});

describe("times", () => {
  const read = (format: string, zone: string | undefined, text: string) => {
    const ms = makeReadTime(format, zone)?.(text);
    return ms === undefined ? undefined : new Date(ms).toISOString();
  };
  test.each([
    ["iso", undefined, "2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["iso", "Europe/Stockholm", "2024-07-01 12:00", "2024-07-01T10:00:00.000Z"],
    ["iso", "Europe/Stockholm", "2024-07-01T12:00:00.123456+05:30", "2024-07-01T06:30:00.123Z"],
    ["dd/MM/yyyy HH:mm", "Europe/London", "01/06/2011 08:26", "2011-06-01T07:26:00.000Z"],
    ["M/d/yyyy H:mm", "Europe/London", "12/1/2010 8:26", "2010-12-01T08:26:00.000Z"],
    ["d.M.yy", "Europe/Copenhagen", "9.3.24", "2024-03-08T23:00:00.000Z"],
    ["yyyyMMdd", undefined, "20240131", "2024-01-31T00:00:00.000Z"],
    ["epoch_s", undefined, "1700000000.5", "2023-11-14T22:13:20.500Z"],
    ["epoch_ms", undefined, "1700000000000", "2023-11-14T22:13:20.000Z"],
    ["iso", "Europe/Stockholm", "2024-03-31 02:30", "2024-03-31T01:30:00.000Z"], // the hour that is missing
    ["iso", "Europe/Stockholm", "2024-10-27 02:30", "2024-10-27T00:30:00.000Z"], // the hour that comes twice
  ])("%s in %s: %s is %s", (format, zone, text, wanted) => {
    expect(read(format, zone, text)).toBe(wanted);
  });

  test.each([
    ["iso", "2023-02-29"],
    ["iso", "2024-01-01T25:00"],
    ["dd/MM/yyyy", "31/02/2024"],
    ["dd/MM/yyyy", "1/2/2024"],
    ["epoch_s", "yesterday"],
    ["iso", "2101-01-01"],
  ])("%s: %s is no time", (format, text) => {
    expect(read(format, undefined, text)).toBeUndefined();
  });

  test("a format or a zone that does not exist is refused when the mapping is saved", () => {
    expect(makeReadTime("dd/MM", undefined)).toBeUndefined();
    expect(makeReadTime("dd/MM/yyyy dd", undefined)).toBeUndefined();
    expect(makeReadTime("QQ yyyy", undefined)).toBeUndefined();
    expect(makeReadTime("iso", "Europe/Atlantis")).toBeUndefined();
  });

  test("any moment, written on the clock of any place, is that moment again (of the double hour, the first)", () => {
    const zones = [
      "Europe/Stockholm",
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 200_000, max: 1_900_000_000 }),
        fc.constantFrom(...zones),
        (seconds, zone) => {
          const format = new Intl.DateTimeFormat("sv-SE", {
            timeZone: zone,
            dateStyle: "short",
            timeStyle: "medium",
          });
          const text = format.format(seconds * 1000);
          const ms = makeReadTime("yyyy-MM-dd HH:mm:ss", zone)?.(text);
          expect(ms).toBeLessThanOrEqual(seconds * 1000);
          expect(format.format(ms)).toBe(text);
        },
      ),
    );
  });
});

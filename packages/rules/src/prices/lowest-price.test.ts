import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceBefore } from "./lowest-price.ts";
import { type PriceStatement, priceStretches, stretchAt } from "./price-history.ts";

const DAY = 86_400_000;
const says = (
  day: number,
  amountMinor: number,
  sale?: number,
  from?: number,
  until?: number,
): PriceStatement => ({
  ...{ at: day * DAY, amountMinor },
  sale:
    sale === undefined
      ? null
      : {
          amountMinor: sale,
          from: from === undefined ? null : from * DAY,
          until: until === undefined ? null : until * DAY,
        },
});
const before = (statements: readonly PriceStatement[], day: number, country = "SE") =>
  priceBefore(priceStretches(statements), day * DAY, country);
const lowest = (amountMinor: number, since: number) => ({ kind: "lowest", amountMinor, since: since * DAY });

describe("LAW-32 the price beside a reduced price", () => {
  test("is the lowest of the thirty days before, not the ordinary one", () => {
    const lamp = [says(0, 100), says(40, 100, 70, 40, 45), says(60, 100, 80)];
    expect(before(lamp, 39)).toEqual({ kind: "not_reduced" });
    expect(before(lamp, 42)).toEqual(lowest(100, 40));
    expect(before(lamp, 50)).toEqual({ kind: "not_reduced" });
    expect(before(lamp, 61)).toEqual(lowest(70, 60));
    expect(before([...lamp].reverse(), 61)).toEqual(lowest(70, 60));
  });

  test("was raised first: that helps nobody within thirty days", () => {
    const rug = [says(0, 100), says(50, 150), says(55, 150, 100)];
    expect(before(rug, 56)).toEqual(lowest(100, 55));
    expect(before([says(0, 100), says(20, 150), says(55, 150, 100)], 56)).toEqual(lowest(150, 55));
  });

  test("goes by the first of the steps in Sweden, while that was within thirty days, and by the last elsewhere", () => {
    const chair = [says(0, 100), says(40, 100, 80), says(50, 100, 60)];
    expect(before(chair, 55, "SE")).toEqual(lowest(100, 40));
    expect(before(chair, 55, "DK")).toEqual(lowest(80, 50));
    expect(before([...chair, says(90, 100, 40)], 95, "SE")).toEqual(lowest(60, 90));
    const up = [says(0, 100), says(40, 100, 60), says(50, 100, 80)];
    expect(before(up, 55, "SE")).toEqual(lowest(60, 50));
  });

  test("is none for what was never sold before", () => {
    expect(before([says(10, 100, 80)], 12)).toEqual({ kind: "no_price_before" });
    expect(before([], 12)).toEqual({ kind: "not_reduced" });
    expect(before([says(10, 100, 100)], 12)).toEqual({ kind: "not_reduced" });
  });

  test("stays while the reduced price stays, also when only the ordinary one is said anew", () => {
    const sofa = [says(0, 100), says(40, 100, 80), says(60, 120, 80)];
    expect(before(sofa, 61)).toEqual(lowest(100, 40));
  });
});

/** As slowly as can be: every hour is asked for what was said last before it. */
function slowly(statements: readonly PriceStatement[], at: number, country: string) {
  const last = (time: number) =>
    statements.reduce<PriceStatement | undefined>(
      (best, one) => (one.at <= time && (best === undefined || one.at >= best.at) ? one : best),
      undefined,
    );
  const costs = (time: number) => {
    const one = last(time);
    if (one === undefined) return undefined;
    const { sale } = one;
    const on =
      sale !== null && (sale.from ?? one.at) <= time && time < (sale.until ?? Number.POSITIVE_INFINITY);
    return on
      ? { amount: sale.amountMinor, reduced: sale.amountMinor < one.amountMinor }
      : { amount: one.amountMinor, reduced: false };
  };
  const now = costs(at);
  if (now?.reduced !== true) return { kind: "not_reduced" };
  const back = (from: number, goesOn: (earlier: number, later: number) => boolean): number => {
    let time = from;
    while (
      costs(time - 1)?.reduced === true &&
      goesOn(costs(time - 1)?.amount ?? 0, costs(time)?.amount ?? 0)
    )
      time--;
    return time;
  };
  const began = back(at, (earlier, later) => earlier === later);
  const first = back(began, (earlier, later) => earlier >= later);
  const since = country === "SE" && first >= began - WINDOW ? first : began;
  const amounts = Array.from(
    { length: WINDOW },
    (_, i) => costs(since - 1 - i)?.amount ?? Number.POSITIVE_INFINITY,
  );
  const least = Math.min(...amounts);
  return least === Number.POSITIVE_INFINITY
    ? { kind: "no_price_before" }
    : { kind: "lowest", amountMinor: least, since };
}
const WINDOW = 30;

test("LAW-32 agrees with the slow way on generated histories, in whatever order they were told", () => {
  const when = fc.integer({ min: 0, max: 120 });
  const amount = fc.integer({ min: 1, max: 6 });
  const sale = fc.option(fc.record({ amountMinor: amount, from: fc.option(when), until: fc.option(when) }), {
    freq: 2,
  });
  const statement = fc.record({ at: when, amountMinor: amount, sale });
  const history = fc.uniqueArray(statement, { selector: ({ at }) => at, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(history, when, fc.constantFrom("SE", "DK"), (told, at, country) => {
      // One unit of the slow way is a day of the quick one.
      const days = told.map((one) => ({
        ...{ at: one.at * DAY, amountMinor: one.amountMinor },
        sale: one.sale && {
          amountMinor: one.sale.amountMinor,
          from: one.sale.from === null ? null : one.sale.from * DAY,
          until: one.sale.until === null ? null : one.sale.until * DAY,
        },
      }));
      const quick = priceBefore(priceStretches(days), at * DAY, country);
      const slow = slowly(told, at, country);
      expect("since" in quick ? { ...quick, since: quick.since / DAY } : quick).toEqual(slow);
    }),
    { numRuns: 4000 },
  );
});

test("a history has no gap and no two neighbours alike, and each moment has one price", () => {
  const statement = fc.record({
    ...{ at: fc.integer({ min: 0, max: 50 }), amountMinor: fc.integer({ min: 1, max: 5 }) },
    sale: fc.option(
      fc.record({
        ...{ amountMinor: fc.integer({ min: 1, max: 5 }), from: fc.option(fc.integer({ min: 0, max: 60 })) },
        until: fc.option(fc.integer({ min: 0, max: 60 })),
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 10 }), (told) => {
      const all = priceStretches(told);
      for (const [i, one] of all.entries()) {
        expect(one.from).toBeLessThan(one.until);
        expect(one.until).toBe(all[i + 1]?.from ?? Number.POSITIVE_INFINITY);
        expect(stretchAt(all, one.from)).toBe(one);
      }
    }),
    { numRuns: 1000 },
  );
});

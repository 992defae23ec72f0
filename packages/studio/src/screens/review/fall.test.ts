import fc from "fast-check";
import { expect, test } from "vitest";
import { fallOf, roundOdds } from "./fall.rules.ts";

const bar = (bits: number) => ({ bits });
const bits = fc.double({ min: -30, max: 40, noNaN: true });

test("The steps of a waterfall hang together, end at the weight of the pair, and all lie on the scale", () => {
  fc.assert(
    fc.property(bits, fc.array(bits, { maxLength: 12 }), bits, (start, all, more) => {
      const whole = {
        start,
        bars: all.map(bar),
        together: bar(more),
        bits: all.reduce((sum, each) => sum + each, start + more),
        threshold: 0,
      };
      const fall = fallOf(whole);
      let at = start;
      for (const step of [...fall.bars, fall.together]) {
        expect(step.from).toBeCloseTo(at, 9);
        at = step.to;
        expect(fall.place(step.to)).toBeGreaterThanOrEqual(0);
        expect(fall.place(step.to)).toBeLessThanOrEqual(100);
      }
      expect(at).toBeCloseTo(fall.end.to, 9);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test("A changed field changes the length of its own bar and of no other", () => {
  const lengths = (all: number[]) =>
    fallOf({ start: -10, bars: all.map(bar), together: bar(-1), bits: 0, threshold: 0 }).bars.map(
      ({ from, to }) => to - from,
    );
  const [before, after] = [lengths([5, 8, -2]), lengths([5, -3, -2])];
  expect(before[0]).toBeCloseTo(after[0] ?? 0, 9);
  expect(before[2]).toBeCloseTo(after[2] ?? 0, 9);
  expect(after[1]).toBeCloseTo(-3, 9);
});

test("Odds are said in round figures", () => {
  expect(roundOdds(10)).toBe(1000);
  expect(roundOdds(0)).toBe(1);
  expect(roundOdds(-5)).toBe(30);
  expect(roundOdds(21.7)).toBe(3_000_000);
});

// What leans on what in a wide file: looked for in bounded work, and found all the same.
import { expect, test } from "vitest";
import { drawer, upTo } from "../../../../../bench/linkage/draw.ts";
import type { Bounds } from "./bounds.rules.ts";
import { askedOf, findLeans, patternsAsked } from "./leans.rules.ts";
import type { Pattern, Rates } from "./rates.rules.ts";

const COLUMNS = 32;
const each = <T>(make: (at: number) => T): T[] => Array.from({ length: COLUMNS }, (_, at) => make(at));
/** Missing, same, alike, different, swapped. */
const m = () => Float64Array.from([0, 0.9, 0.05, 0.05, 1e-6]);
const u = () => Float64Array.from([0, 0.05, 0.01, 0.94, 1e-6]);
const rates: Rates = { lambda: 1e-5, m: each(m), u: each(u), leans: each(() => undefined) };
const bounds: Bounds = {
  own: [],
  kin: { repeats: each(() => 0), near: each(() => 0) },
  another: each(() => 1),
  speaks: each(() => "own way" as const),
};

/** Strangers; the last column is as the first one. */
function strangers(count: number): Pattern[] {
  const draw = drawer(3);
  return Array.from({ length: count }, () => {
    const levels = Uint8Array.from(each(() => (draw() < 0.05 ? 1 : 3)));
    levels[COLUMNS - 1] = draw() < 0.95 ? (levels[0] as number) : 1 + 2 * upTo(2, draw);
    return { levels, fresh: -1, apart: -1, count: 1 };
  });
}

test("Among 32 columns no more patterns are asked than fit, they stand for all, and what follows from another is found", () => {
  const all = strangers(400_000);
  const { asked, times } = askedOf(all, rates);
  expect(patternsAsked(COLUMNS)).toBeLessThan(100_000);
  expect(asked.length).toBeLessThan(1.1 * patternsAsked(COLUMNS));
  const stood = asked.reduce((sum, { count }) => sum + count, 0);
  expect(Math.abs(stood / all.length - 1)).toBeLessThan(0.05);
  expect(times).toBe(5);
  const leans = findLeans(all, rates, bounds, false);
  expect(leans.flatMap((lean, at) => (lean === undefined ? [] : [[at, ...lean.on]]))).toEqual([
    [COLUMNS - 1, 0],
  ]);
});

test("A file of up to a dozen columns is asked whole", () => {
  const few = { ...rates, m: rates.m.slice(0, 12) };
  expect(askedOf(strangers(20_000), few).times).toBe(1);
  expect(patternsAsked(12)).toBeGreaterThan(400_000);
});

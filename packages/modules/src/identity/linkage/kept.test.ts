import fc from "fast-check";
import { expect, test } from "vitest";
import { worlds } from "../../../../../bench/linkage/worlds.ts";
import { rawColumn } from "./columns.rules.ts";
import { type Cells, type CountOf, type Kept, scorer, type Term, termsAsked } from "./kept.rules.ts";
import { link } from "./link.rules.ts";

const [made] = worlds("families, 20 % twice");
if (made === undefined) throw new Error("the world is missing");
const rows: Cells[] = made.rows.map((row) =>
  Object.fromEntries(made.head.map((name, at) => [name, row[at]])),
);
const linked = link(
  made.head.map((name) =>
    rawColumn(
      name,
      rows.map((row) => row[name] ?? ""),
    ),
  ),
);
const { kept, terms } = linked.keep();
const again = JSON.parse(JSON.stringify(kept)) as Kept;

function counter(all: readonly Term[]): CountOf {
  const counts = new Map(all.map(({ column, hash, rows: count }) => [`${column} ${hash}`, count]));
  return (column, hash) => counts.get(`${column} ${hash}`) ?? 0;
}
const countOf = counter(terms);

test("A pair weighs the same when it comes alone as it did among all, by a model read back from JSON", () => {
  expect(linked.pairs.length).toBeGreaterThan(500);
  for (const { a, b } of linked.pairs.slice(0, 200)) {
    const alone = scorer(again, [rows[a] ?? {}, rows[b] ?? {}], countOf);
    expect(alone.bits(0, 1)).toBeCloseTo(linked.explain(a, b).bits, 9);
    expect(alone.explain(1, 0).bits).toBeCloseTo(alone.bits(0, 1), 9);
  }
});

test("Whatever people are asked together, in whatever order, a pair has one weight and one waterfall (law)", () => {
  const place = fc.integer({ min: 0, max: rows.length - 1 });
  const pair = fc.integer({ min: 0, max: linked.pairs.length - 1 });
  fc.assert(
    fc.property(pair, fc.array(place, { maxLength: 30 }), fc.boolean(), (index, others, turned) => {
      const { a = 0, b = 1 } = linked.pairs[index] ?? {};
      const batch = [a, ...others, b];
      if (turned) batch.reverse();
      const [one, other] = [batch.indexOf(a), batch.lastIndexOf(b)];
      const texts = batch.map((row) => rows[row] ?? {});
      const alone = scorer(again, [rows[a] ?? {}, rows[b] ?? {}], countOf);
      expect(scorer(again, texts, countOf).explain(one, other)).toEqual(alone.explain(0, 1));
      expect(scorer(again, texts, countOf).keys(one)).toEqual(alone.keys(0));
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("Only the counts of values that are asked for are needed", () => {
  const [{ a, b } = { a: 0, b: 1 }] = linked.pairs;
  const two = [rows[a] ?? {}, rows[b] ?? {}];
  const asked = new Set(termsAsked(again, two).map(({ column, hash }) => `${column} ${hash}`));
  const few = terms.filter(({ column, hash }) => asked.has(`${column} ${hash}`));
  expect(few.length).toBeLessThan(terms.length / 10);
  expect(scorer(again, two, counter(few)).bits(0, 1)).toBe(scorer(again, two, countOf).bits(0, 1));
});

test("People whom the model found meet by its rules, when one of them comes later", () => {
  const found = linked.pairs.filter(({ a, b }) => {
    const two = scorer(again, [rows[a] ?? {}, rows[b] ?? {}], countOf);
    const [mine, theirs] = [two.keys(0), two.keys(1)];
    return mine.some((key, rule) => key !== 0 && key === theirs[rule]);
  });
  expect(found.length).toBeGreaterThan(0.98 * linked.pairs.length);
});

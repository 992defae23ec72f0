// Done line 7 of "Recognise": changing one field of a pair changes only its own bar of the waterfall, whatever the pair, the
// kind of the column and what is written there instead.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type World, worlds } from "../../../../../bench/linkage/worlds.ts";
import { rawColumn } from "./columns.rules.ts";
import { type Cells, type Kept, scorer, type Term } from "./kept.rules.ts";
import { link } from "./link.rules.ts";
import type { Waterfall } from "./weights.rules.ts";

function firstRows({ head, rows, labels }: World, most: number): Cells[] {
  // Those who stand twice are at the end of some files: people are taken whole.
  const people = new Set([...new Set(labels)].slice(0, most));
  return rows.flatMap((row, at) =>
    people.has(labels[at] ?? "") ? [Object.fromEntries(head.map((name, place) => [name, row[place]]))] : [],
  );
}

// Files of companies, of names alone and of people: families, homes, births, mails made of names.
const MADE: readonly World[] = [
  ...worlds("companies without number"),
  ...worlds("names and town"),
  ...worlds("one telling column"),
  ...worlds("families, 20 % twice"),
  ...worlds("columns that repeat others"),
];

function learned(made: World) {
  const rows = firstRows(made, 250);
  const linked = link(
    made.head.map((name) =>
      rawColumn(
        name,
        rows.map((row) => row[name] ?? ""),
      ),
    ),
  );
  const { kept, terms } = linked.keep();
  return { name: made.name, head: made.head, rows, pairs: linked.pairs, kept, terms };
}

function fallOf(kept: Kept, terms: readonly Term[], two: readonly [Cells, Cells]): Waterfall {
  const counts = new Map(terms.map(({ column, hash, rows }) => [`${column} ${hash}`, rows]));
  return scorer(kept, two, (column, hash) => counts.get(`${column} ${hash}`) ?? 0).explain(0, 1);
}

test("Whatever one field of whatever pair becomes, no bar but its own moves, and the bars still add up (law)", () => {
  expect(MADE).toHaveLength(5);
  const kinds = new Set<string>();
  const [moves, stills]: [number[], number[]] = [[], []];
  for (const made of MADE) {
    const { name, head, rows, pairs, kept, terms } = learned(made);
    expect(pairs.length, name).toBeGreaterThan(10);
    const place = fc.integer({ min: 0, max: rows.length - 1 });
    const pair = fc.oneof(
      fc.constantFrom(...pairs).map(({ a, b }) => [a, b] as const),
      fc.tuple(place, place).filter(([a, b]) => a !== b),
    );
    const instead = fc.oneof(
      place.map((row) => ({ row })),
      fc.stringMatching(/^[a-zåäö0-9 .@-]{0,14}$/).map((text) => ({ text })),
    );
    let [moved, still] = [0, 0];
    fc.assert(
      fc.property(pair, fc.constantFrom(...head), instead, fc.boolean(), ([a, b], column, other, first) => {
        const two = [rows[a] ?? {}, rows[b] ?? {}] as const;
        const text = "text" in other ? other.text : (rows[other.row]?.[column] ?? "");
        const changed = { ...two[first ? 0 : 1], [column]: text };
        const before = fallOf(kept, terms, two);
        const after = fallOf(kept, terms, first ? [changed, two[1]] : [two[0], changed]);
        expect(after.start).toBe(before.start);
        const added = after.bars.reduce((sum, bar) => sum + bar.bits, after.start + after.together.bits);
        expect(added).toBeCloseTo(after.bits, 9);
        expect(after.bars.map((bar) => bar.column)).toEqual(before.bars.map((bar) => bar.column));
        after.bars.forEach((bar, at) => {
          if (bar.column === column) {
            if (bar.bits !== before.bars[at]?.bits) {
              moved++;
              kinds.add(kept.columns.find((each) => each.name === column)?.kind ?? "");
            }
            return;
          }
          still++;
          expect(bar, `${name}: ${column} does not move this bar`).toEqual(before.bars[at]);
        });
      }),
      { seed: 17, numRuns: 300 },
    );
    moves.push(moved);
    stills.push(still);
  }
  for (const moved of moves) expect(moved).toBeGreaterThan(60);
  for (const still of stills) expect(still).toBeGreaterThan(200);
  expect(kinds.size).toBeGreaterThanOrEqual(6);
}, 240_000);

// From a table to a model of it: rules of blocking, rates, columns that change places, terms. Nothing here has labels.

import { type BlockRule, chooseRules, everyPair, pairsOf } from "./blocking.rules.ts";
import { boundsOf } from "./bounds.rules.ts";
import { type Blocks, eachPair, makeBlocks, metBy } from "./candidates.rules.ts";
import type { Column, Records } from "./columns.rules.ts";
import { areSwapped, compareRows, levelsOf, SAME, type Swap } from "./compare.rules.ts";
import { firstM, type Learned, learn, type Totals } from "./em.rules.ts";
import type { Kin } from "./kin.rules.ts";
import { logOddsBy, type Pattern, type Rates } from "./rates.rules.ts";
import { mix } from "./text.rules.ts";

export type Model = {
  readonly columns: readonly { readonly name: string; readonly kind: string }[];
  readonly rules: readonly BlockRule[];
  readonly swaps: readonly Swap[];
  readonly rates: Rates;
  readonly rounds: Learned["rounds"];
  /** Pairs that the rules make, and the share of true pairs that they are estimated to meet. */
  readonly pairs: number;
  readonly coverage: number;
};

const TRAINING_PAIRS = 400_000;
const RANDOM_PAIRS = 200_000;

export const crosses = (records: Records, a: number, b: number): boolean =>
  records.split >= records.size || a < records.split !== b < records.split;

type Training = { readonly pairs: Int32Array; readonly weight: number; readonly met: number };

/** A fair sample of the pairs that the rules make: chosen by the pair, not by its place. */
function trainingPairs(records: Records, blocks: Blocks): Training {
  let met = 0;
  eachPair(records, blocks, (a, b) => {
    if (crosses(records, a, b)) met++;
  });
  const weight = Math.max(1, Math.ceil(met / TRAINING_PAIRS));
  const pairs = new Int32Array(2 * Math.ceil((met / weight) * 1.1 + 1000));
  let size = 0;
  eachPair(records, blocks, (a, b) => {
    if (!crosses(records, a, b) || size + 2 > pairs.length) return;
    if (weight > 1 && mix(Math.imul(a, 0x9e3779b1) ^ b) % weight !== 0) return;
    pairs[size++] = a;
    pairs[size++] = b;
  });
  return { pairs: pairs.subarray(0, size), weight, met };
}

/** The columns that some rule which met the pair did without; `beside` are columns that also tell of a column's value. */
function withoutBits(
  rules: readonly BlockRule[],
  columns: number,
  mask: number,
  beside: readonly number[],
): number {
  let bits = 0;
  for (let column = 0; column < columns; column++) {
    const told = (1 << column) | (beside[column] ?? 0);
    const without = rules.some(
      (rule, at) => (mask >>> at) & 1 && !rule.parts.some((part) => (told >>> part.column) & 1),
    );
    if (without) bits |= 1 << column;
  }
  return bits;
}

function patternsOf(
  records: Records,
  blocks: Blocks,
  swaps: readonly Swap[],
  training: Training,
  { near, repeats }: Kin,
): Pattern[] {
  const patterns = new Map<string, Pattern>();
  const bits = new Map<number, readonly [fresh: number, apart: number]>();
  const beside = near.map((each, at) => each & ~(repeats[at] as number));
  const levels = new Uint8Array(records.columns.length);
  const all = everyPair(records);
  for (let at = 0; at < training.pairs.length; at += 2) {
    const [a, b] = [training.pairs[at] as number, training.pairs[at + 1] as number];
    compareRows(records, swaps, a, b, levels);
    const mask = all ? -1 : metBy(blocks, a, b);
    const found = bits.get(mask) ?? [
      all ? -1 : withoutBits(blocks.rules, levels.length, mask, []),
      all ? -1 : withoutBits(blocks.rules, levels.length, mask, beside),
    ];
    bits.set(mask, found);
    const [fresh, apart] = found;
    const key = `${String.fromCharCode(...levels)}${fresh} ${apart}`;
    const known = patterns.get(key);
    if (known === undefined)
      patterns.set(key, { levels: levels.slice(), fresh, apart, count: training.weight });
    else known.count += training.weight;
  }
  return [...patterns.values()];
}

function sameFor(column: Column, records: Records): { same: number; filled: number } {
  const { split, size } = records;
  if (split >= size) {
    const filled = column.counts.reduce((sum, count) => sum + count, 0);
    const same = column.counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    return { same, filled: (filled * (filled - 1)) / 2 };
  }
  const left = new Float64Array(column.values.length);
  for (let row = 0; row < split; row++) {
    const cell = column.cells[row] as number;
    if (cell >= 0) left[cell] = (left[cell] as number) + 1;
  }
  const here = left.reduce((sum, count) => sum + count, 0);
  const there = column.counts.reduce((sum, count) => sum + count, 0) - here;
  const same = left.reduce((sum, count, cell) => sum + count * ((column.counts[cell] as number) - count), 0);
  return { same, filled: here * there };
}

function randomPair(records: Records, at: number): [number, number] {
  const { size, split } = records;
  const one = mix(at * 2 + 1);
  const other = mix(at * 2 + 2 ** 30);
  return split < size ? [one % split, split + (other % (size - split))] : [one % size, other % size];
}

/** How often all pairs reach each level: "same" is counted from the values, the others from random pairs. */
function totalsOf(records: Records, swaps: readonly Swap[], patterns: readonly Pattern[]): Totals {
  const pairs = pairsOf(records);
  const levels = records.columns.map((column) => new Float64Array(levelsOf(column)));
  const add = (seen: Uint8Array, count: number): void =>
    seen.forEach((level, at) => {
      const sum = levels[at] as Float64Array;
      sum[level] = (sum[level] as number) + count;
    });
  if (everyPair(records)) {
    for (const pattern of patterns) add(pattern.levels, pattern.count);
    return { pairs, levels, unseen: 0.5 };
  }
  const seen = new Uint8Array(records.columns.length);
  const scale = pairs / RANDOM_PAIRS;
  for (let at = 0; at < RANDOM_PAIRS; at++) {
    const [a, b] = randomPair(records, at);
    if (a === b) continue;
    compareRows(records, swaps, Math.min(a, b), Math.max(a, b), seen);
    add(seen, scale);
  }
  records.columns.forEach((column, at) => {
    (levels[at] as Float64Array)[SAME] = sameFor(column, records).same;
  });
  return { pairs, levels, unseen: 0.2 * scale };
}

function possibleSwaps(columns: readonly Column[]): { swap: Swap; times: number }[] {
  const swapping = [...columns.keys()].filter((at) => columns[at]?.kind.swaps);
  return swapping.flatMap((p) =>
    swapping
      .filter((q) => p < q && columns[p]?.kind === columns[q]?.kind)
      .map((q) => ({ swap: [p, q] as const, times: 0 })),
  );
}

/** Visits the training pairs that are more likely true than not; says how many they are. */
function eachLikely(
  records: Records,
  rates: Rates,
  swaps: readonly Swap[],
  training: Training,
  visit: (a: number, b: number, levels: Uint8Array) => void,
): number {
  const levels = new Uint8Array(records.columns.length);
  const logOdds = logOddsBy(rates);
  let likely = 0;
  for (let at = 0; at < training.pairs.length; at += 2) {
    const [a, b] = [training.pairs[at] as number, training.pairs[at + 1] as number];
    compareRows(records, swaps, a, b, levels);
    if (logOdds(levels) < 0) continue;
    likely++;
    visit(a, b, levels);
  }
  return likely;
}

/** Columns of one kind whose values stand in each other's place among likely true pairs, more often than by chance. */
function findSwaps(records: Records, rates: Rates, training: Training): Swap[] {
  const options = possibleSwaps(records.columns);
  const likely = eachLikely(records, rates, [], training, (a, b, levels) => {
    for (const option of options) {
      const [p, q] = option.swap;
      if (levels[p] !== SAME && levels[q] !== SAME && areSwapped(records, option.swap, a, b)) option.times++;
    }
  });
  const chosen: Swap[] = [];
  for (const { swap, times } of options.sort((one, other) => other.times - one.times))
    if (times >= Math.max(3, likely * 0.003) && !chosen.flat().some((at) => swap.includes(at)))
      chosen.push(swap);
  return chosen;
}

/** True pairs that no rule meets, by those that one and two rules meet (Chao's estimate of what was not seen). */
function coverageOf(
  records: Records,
  blocks: Blocks,
  swaps: readonly Swap[],
  rates: Rates,
  training: Training,
): number {
  if (everyPair(records)) return 1;
  const met = [0, 0, 0];
  eachLikely(records, rates, swaps, training, (a, b) => {
    const mask = metBy(blocks, a, b);
    const place = Math.min(3, blocks.rules.filter((_, rule) => (mask >>> rule) & 1).length) - 1;
    met[place] = (met[place] ?? 0) + 1;
  });
  const [one = 0, two = 0, more = 0] = met;
  const unseen = (one * (one - 1)) / (2 * (two + 1));
  return (one + two + more) / Math.max(1, one + two + more + unseen);
}

export function train(records: Records): { readonly model: Model; readonly blocks: Blocks } {
  const rules = everyPair(records) ? [] : chooseRules(records);
  const blocks = makeBlocks(records, rules);
  const training = trainingPairs(records, blocks);
  const bounds = boundsOf(records);
  const fit = (swaps: readonly Swap[]): Learned => {
    const patterns = patternsOf(records, blocks, swaps, training, bounds.kin);
    const priors = records.columns.map((column, at) =>
      firstM(
        levelsOf(column),
        swaps.some(([p]) => p === at),
      ),
    );
    const pairs = pairsOf(records);
    return learn(
      patterns,
      totalsOf(records, swaps, patterns),
      priors,
      Math.min(0.05, (0.2 * records.size) / pairs),
      bounds,
    );
  };
  const plain = fit([]);
  const swaps = findSwaps(records, plain.rates, training);
  const { rates, rounds } = swaps.length > 0 ? fit(swaps) : plain;
  const columns = records.columns.map((column) => ({ name: column.name, kind: column.kind.name }));
  const coverage = coverageOf(records, blocks, swaps, rates, training);
  return { model: { columns, rules, swaps, rates, rounds, pairs: training.met, coverage }, blocks };
}

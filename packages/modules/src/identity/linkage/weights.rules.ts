// What a pair weighs, in bits: one bar a column, which no other column moves, and one for what they say together.

import type { Column, Records } from "./columns.rules.ts";
import { compareRows, levelOf, MISSING, SAME, swappedLevel } from "./compare.rules.ts";
import { adderBy, contextOf, type Rates, roofBy, softplus, startOf } from "./rates.rules.ts";
import type { Model } from "./train.rules.ts";

/** What one column says for itself: it follows from its own two values, whatever the others are. */
export type Bar = {
  readonly column: string;
  readonly level: string;
  readonly bits: number;
  /** The part of `bits` that the value itself adds: a rare one more than a common one. */
  readonly termBits: number;
};

/**
 * `start` is what is known before anything is compared. `together` is what the columns say otherwise side by side than each for
 * itself: two that say one thing count once, a family looks alike, values stand in each other's place. All add up to `bits`.
 */
export type Waterfall = {
  readonly start: number;
  readonly bars: readonly Bar[];
  readonly together: { readonly bits: number; readonly swapped: readonly string[] };
  readonly bits: number;
};

/** How common a value is among other people, when `count` rows hold it and the two of the pair are not asked. */
function termShare(count: number, filled: number, u: number): number {
  return (Math.max(0, count - 2) + 1) / (filled + 1 / u);
}

type Weighing = Pick<Model, "columns" | "swaps" | "rates">;

export type Weigher = {
  /** Log odds in bits. */
  bits(a: number, b: number): number;
  /** False when they cannot weigh `least`; told from the cheap columns first, mostly without reading a name. */
  mayReach(a: number, b: number, least: number): boolean;
  explain(a: number, b: number): Waterfall;
};

const label = (column: Column, level: number): string =>
  level === MISSING ? "missing" : (column.kind.levels[level - 1] ?? "different");

/** What a value adds by being rare or common. Where it follows from what it leans on, being rare is no news. */
function termBy(records: Records, { u, leans }: Rates) {
  const filled = records.columns.map(
    (column) => column.filled ?? column.counts.reduce((sum, count) => sum + count, 0),
  );
  const alone = (at: number, a: number): number => {
    const column = records.columns[at] as Column;
    const rate = u[at]?.[SAME] as number;
    const count = column.counts[column.cells[a] as number] as number;
    return Math.log2(rate / termShare(count, filled[at] as number, rate));
  };
  const within = (at: number, a: number, levels: Uint8Array): number => {
    if (levels[at] !== SAME) return 0;
    const bits = alone(at, a);
    const lean = leans[at];
    const rate = u[at]?.[SAME] as number;
    const follows = lean !== undefined && (lean.u[contextOf(lean, levels)]?.[SAME] as number) > 1.5 * rate;
    return follows ? Math.min(0, bits) : bits;
  };
  return { alone, within };
}

/** The most that each level of each column can add, whatever the others say. */
function mostOf({ m, u, leans }: Rates): Float64Array[] {
  return m.map((own, at) => {
    const lean = leans[at];
    const sets =
      lean === undefined
        ? [[own, u[at] as Float64Array] as const]
        : lean.m.map((each, context) => [each, lean.u[context] as Float64Array] as const);
    return own.map((_, level) =>
      level === MISSING
        ? 0
        : Math.max(
            ...sets.map(([x, y]) =>
              (x[level] as number) > 0 ? Math.log2((x[level] as number) / (y[level] as number)) : -40,
            ),
          ),
    );
  });
}

const CHEAP = [
  "date",
  "date, month first",
  "number",
  "code",
  "phone",
  "category",
  "e-mail",
  "name",
  "whole name",
  "text",
];

/** Whether a pair may weigh enough, column by column: most pairs that a rule makes fall out after two or three. */
function sieveBy(records: Records, model: Weighing, start: number) {
  const most = mostOf(model.rates);
  const other = most.map((levels) => Math.max(...levels.subarray(SAME + 1)));
  const swapped = new Set(model.swaps.flat());
  const term = termBy(records, model.rates);
  const order = [...most.keys()]
    .filter((at) => !swapped.has(at))
    .sort(
      (one, two) =>
        CHEAP.indexOf(records.columns[one]?.kind.name ?? "") -
        CHEAP.indexOf(records.columns[two]?.kind.name ?? ""),
    );
  const boundOf = (at: number, a: number, b: number): number => {
    const { cells } = records.columns[at] as Column;
    const [one, two] = [cells[a] as number, cells[b] as number];
    if (one < 0 || two < 0) return swapped.has(at) ? Math.max(0, other[at] as number) : 0;
    if (one !== two) return Math.max(other[at] as number, swapped.has(at) ? 0 : -40);
    return (most[at]?.[SAME] as number) + Math.max(0, term.alone(at, a));
  };
  return (a: number, b: number, least: number): boolean => {
    let bound = start;
    for (let at = 0; at < most.length; at++) bound += boundOf(at, a, b);
    for (const at of order) {
      if (bound < least) return false;
      const column = records.columns[at] as Column;
      const [one, two] = [column.cells[a] as number, column.cells[b] as number];
      if (one < 0 || two < 0 || one === two) continue;
      bound += (most[at]?.[levelOf(column, a, b)] as number) - boundOf(at, a, b);
    }
    return bound >= least;
  };
}

export function weigher(records: Records, model: Weighing): Weigher {
  const start = startOf(model.rates) / Math.LN2;
  const levels = new Uint8Array(records.columns.length);
  const add = adderBy(model.rates);
  const addAlone = adderBy({ ...model.rates, leans: [] });
  const { within: term, alone: termAlone } = termBy(records, model.rates);
  const mayReach = sieveBy(records, model, start);
  const roofed = roofBy(model.rates);
  /** What it takes away that two people under one roof could look so, in bits. */
  const roof = (a: number): number =>
    model.rates.roof === undefined
      ? 0
      : softplus(roofed(levels, (at) => term(at, a, levels) * Math.LN2)) / Math.LN2;
  const own = new Uint8Array(records.columns.length);
  const barOf = (column: Column, at: number, a: number): Bar => {
    const level = own[at] as number;
    const termBits = level === SAME ? termAlone(at, a) : 0;
    return {
      column: column.name,
      level: label(column, level),
      bits: addAlone(at, own) / Math.LN2 + termBits,
      termBits,
    };
  };
  const bitsOf = (a: number, b: number): number => {
    compareRows(records, model.swaps, a, b, levels);
    let sum = start;
    for (let at = 0; at < levels.length; at++) sum += add(at, levels) / Math.LN2 + term(at, a, levels);
    return sum - roof(a);
  };
  return {
    mayReach,
    bits: bitsOf,
    explain(a, b) {
      const bits = bitsOf(a, b);
      compareRows(records, [], a, b, own);
      const bars = records.columns.map((column, at) => barOf(column, at, a));
      const swapped = model.swaps.filter(([p]) => levels[p] === swappedLevel(records.columns[p] as Column));
      return {
        start,
        bars,
        together: {
          bits: bars.reduce((rest, bar) => rest - bar.bits, bits - start),
          swapped: swapped.flat().map((at) => records.columns[at]?.name ?? ""),
        },
        bits,
      };
    },
  };
}

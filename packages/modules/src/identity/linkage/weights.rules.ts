// What a pair weighs: one bar a column (or two that people mix up), in bits. Changing a value changes its own bar only.

import type { Column, Records } from "./columns.rules.ts";
import { compareRows, levelOf, MISSING, SAME, swappedLevel } from "./compare.rules.ts";
import { adderBy, contextOf, type Rates, roofBy, softplus, startOf } from "./rates.rules.ts";
import type { Model } from "./train.rules.ts";

export type Bar = {
  readonly columns: readonly string[];
  readonly level: string;
  readonly bits: number;
  /** The part of `bits` that the value itself adds: a rare one more than a common one. */
  readonly termBits: number;
  /** One for each column: columns that lean on each other share a bar, for a change in one is heard in the others. */
  readonly parts: readonly Part[];
};

export type Part = {
  readonly column: string;
  readonly level: string;
  readonly bits: number;
  readonly termBits: number;
};

/** `start` is what is known before anything is compared; it and the bars add up to `bits`. */
export type Waterfall = { readonly start: number; readonly bars: readonly Bar[]; readonly bits: number };

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

const label = (column: Column, level: number): string => {
  if (level === MISSING) return "missing";
  return level === swappedLevel(column) ? "changed places" : (column.kind.levels[level - 1] ?? "different");
};

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

/** Columns that lean on each other or change places speak with one bar. */
function groupsOf(model: Weighing): number[][] {
  const group = model.columns.map((_, at) => at);
  const unite = (one: number, other: number): void => {
    const [kept, gone] = [group[one] as number, group[other] as number];
    group.forEach((each, at) => {
      if (each === gone) group[at] = kept;
    });
  };
  for (const [p, q] of model.swaps) unite(p, q);
  model.rates.leans.forEach((lean, at) => {
    for (const parent of lean?.on ?? []) unite(parent, at);
  });
  const [first = 0, ...rest] = model.rates.roof?.apart ?? [];
  for (const at of rest) unite(first, at);
  return [...new Set(group)].map((own) => [...group.keys()].filter((at) => group[at] === own));
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

/** Taken from what speaks for the pair, each in its measure. */
function lessened(parts: readonly Part[], bits: number): Part[] {
  const weight = parts.map((part) => Math.max(0, part.bits) + 1e-9);
  const all = weight.reduce((sum, each) => sum + each, 0);
  return parts.map((part, at) => ({ ...part, bits: part.bits - (bits * (weight[at] as number)) / all }));
}

export function weigher(records: Records, model: Weighing): Weigher {
  const start = startOf(model.rates) / Math.LN2;
  const levels = new Uint8Array(records.columns.length);
  const add = adderBy(model.rates);
  const { within: term } = termBy(records, model.rates);
  const mayReach = sieveBy(records, model, start);
  const groups = groupsOf(model);
  const roofed = roofBy(model.rates);
  /** What it takes away that two people under one roof could look so, in bits. */
  const roof = (a: number): number =>
    model.rates.roof === undefined
      ? 0
      : softplus(roofed(levels, (at) => term(at, a, levels) * Math.LN2)) / Math.LN2;
  const partOf = (at: number, a: number): Part => {
    const column = records.columns[at] as Column;
    const termBits = term(at, a, levels);
    const bits = add(at, levels) / Math.LN2 + termBits;
    return { column: column.name, level: label(column, levels[at] as number), bits, termBits };
  };
  const barOf = (parts: readonly Part[]): Bar => {
    const told = parts.filter((part) => part.level !== "missing");
    const swapped = told.some((part) => part.level === "changed places");
    return {
      columns: parts.map((part) => part.column),
      level:
        (swapped || told.length === 0 ? told.slice(0, 1) : parts).map((part) => part.level).join(" + ") ||
        "missing",
      bits: parts.reduce((sum, part) => sum + part.bits, 0),
      termBits: parts.reduce((sum, part) => sum + part.termBits, 0),
      parts,
    };
  };
  return {
    mayReach,
    bits(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      let sum = start;
      for (let at = 0; at < levels.length; at++) sum += add(at, levels) / Math.LN2 + term(at, a, levels);
      return sum - roof(a);
    },
    explain(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      const less = roof(a);
      const shared = model.rates.roof?.apart[0];
      const bars = groups.map((group) => {
        const parts = group.map((at) => partOf(at, a));
        return barOf(shared !== undefined && group.includes(shared) ? lessened(parts, less) : parts);
      });
      return { start, bars, bits: bars.reduce((sum, bar) => sum + bar.bits, start) };
    },
  };
}

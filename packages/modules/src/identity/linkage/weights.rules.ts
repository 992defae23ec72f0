// What a pair weighs: one bar a column (or two that people mix up), in bits. Changing a value changes its own bar only.

import type { Column, Records } from "./columns.rules.ts";
import { compareRows, MISSING, SAME, swappedLevel } from "./compare.rules.ts";
import { adderBy, contextOf, type Rates } from "./rates.rules.ts";
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

export type Weigher = {
  /** Log odds in bits. */
  bits(a: number, b: number): number;
  explain(a: number, b: number): Waterfall;
};

const label = (column: Column, level: number): string => {
  if (level === MISSING) return "missing";
  return level === swappedLevel(column) ? "changed places" : (column.kind.levels[level - 1] ?? "different");
};

/** What a value adds by being rare or common. Where it follows from what it leans on, being rare is no news. */
function termBy(records: Records, { u, leans }: Rates) {
  const filled = records.columns.map((column) => column.counts.reduce((sum, count) => sum + count, 0));
  return (at: number, a: number, levels: Uint8Array): number => {
    if (levels[at] !== SAME) return 0;
    const column = records.columns[at] as Column;
    const rate = u[at]?.[SAME] as number;
    const count = column.counts[column.cells[a] as number] as number;
    const bits = Math.log2(rate / termShare(count, filled[at] as number, rate));
    const lean = leans[at];
    const follows = lean !== undefined && (lean.u[contextOf(lean, levels)]?.[SAME] as number) > 1.5 * rate;
    return follows ? Math.min(0, bits) : bits;
  };
}

/** Columns that lean on each other or change places speak with one bar. */
function groupsOf(model: Model): number[][] {
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
  return [...new Set(group)].map((own) => [...group.keys()].filter((at) => group[at] === own));
}

export function weigher(records: Records, model: Model): Weigher {
  const { lambda } = model.rates;
  const start = Math.log2(lambda / (1 - lambda));
  const levels = new Uint8Array(records.columns.length);
  const add = adderBy(model.rates);
  const term = termBy(records, model.rates);
  const groups = groupsOf(model);
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
    bits(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      let sum = start;
      for (let at = 0; at < levels.length; at++) sum += add(at, levels) / Math.LN2 + term(at, a, levels);
      return sum;
    },
    explain(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      const bars = groups.map((group) => barOf(group.map((at) => partOf(at, a))));
      return { start, bars, bits: bars.reduce((sum, bar) => sum + bar.bits, start) };
    },
  };
}

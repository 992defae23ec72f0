// What a pair weighs: one bar a column (or two that people mix up), in bits. Changing a value changes its own bar only.

import type { Column, Records } from "./columns.rules.ts";
import { compareRows, MISSING, SAME, swappedLevel } from "./compare.rules.ts";
import type { Model } from "./train.rules.ts";

export type Bar = {
  readonly columns: readonly string[];
  readonly level: string;
  readonly bits: number;
  /** The part of `bits` that the value itself adds: a rare one more than a common one. */
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

export function weigher(records: Records, model: Model): Weigher {
  const { m, u, lambda } = model.rates;
  const start = Math.log2(lambda / (1 - lambda));
  const levels = new Uint8Array(records.columns.length);
  const filled = records.columns.map((column) => column.counts.reduce((sum, count) => sum + count, 0));
  const levelBits = m.map((rates, at) =>
    rates.map((rate, level) => (level === MISSING ? 0 : Math.log2(rate / (u[at]?.[level] as number)))),
  );
  const termBits = (at: number, a: number): number => {
    if (levels[at] !== SAME) return 0;
    const column = records.columns[at] as Column;
    const rate = u[at]?.[SAME] as number;
    return Math.log2(
      rate / termShare(column.counts[column.cells[a] as number] as number, filled[at] as number, rate),
    );
  };
  const bitsOf = (at: number): number => (levelBits[at] as Float64Array)[levels[at] as number] as number;
  return {
    bits(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      let sum = start;
      for (let at = 0; at < levels.length; at++) sum += bitsOf(at) + termBits(at, a);
      return sum;
    },
    explain(a, b) {
      compareRows(records, model.swaps, a, b, levels);
      const bars: Bar[] = [];
      records.columns.forEach((column, at) => {
        if (model.swaps.some(([, q]) => q === at)) return;
        const members = [at, ...model.swaps.filter(([p]) => p === at).map(([, q]) => q)];
        const terms = members.reduce((sum, each) => sum + termBits(each, a), 0);
        const said = members.map((each) => label(records.columns[each] as Column, levels[each] as number));
        bars.push({
          columns: members.map((each) => records.columns[each]?.name ?? ""),
          level: levels[at] === swappedLevel(column) ? "changed places" : said.join(" + "),
          bits: members.reduce((sum, each) => sum + bitsOf(each), terms),
          termBits: terms,
        });
      });
      return { start, bars, bits: bars.reduce((sum, bar) => sum + bar.bits, start) };
    },
  };
}

// Which pairs are looked at. Rules are made from the columns themselves: one telling value in common, or two less
// telling ones of different columns; cheapest first, until the budget of pairs is spent.

import type { Column, Records } from "./columns.rules.ts";
import type { Value } from "./kinds/kind.rules.ts";
import { hashText, mix } from "./text.rules.ts";

export type Part = { readonly column: number; readonly key: number };
export type BlockRule = { readonly parts: readonly Part[]; readonly name: string; readonly pairs: number };

const RULES_AT_MOST = 30;
const SAMPLE = 20_000;

/** Rows in a larger block are not compared by that rule: it tells too little about them. */
export const largestBlock = (size: number): number => Math.max(60, Math.min(400, Math.round(size / 12)));
export const budgetOf = (size: number): number => Math.max(300_000, size * 12);
/** A small table needs no rules: every pair is looked at. */
export const everyPair = (records: Records): boolean => records.size * (records.size - 1) <= 2_600_000;

export function pairsOf(records: Records): number {
  const { size, split } = records;
  return split < size ? split * (size - split) : (size * (size - 1)) / 2;
}

function hashesOf(column: Column, key: number): Uint32Array {
  const part = column.kind.keys[key];
  return Uint32Array.from(column.values, (value: Value) => {
    const text = part?.of(value.text) ?? "";
    return text.trim() === "" ? 0 : hashText(text);
  });
}

/** What one part of a rule says of every row; 0 says nothing. */
export function partHashes(records: Records, part: Part): Uint32Array {
  const column = records.columns[part.column];
  if (column === undefined) return new Uint32Array(records.size);
  const hashes = hashesOf(column, part.key);
  return Uint32Array.from(column.cells, (cell) => (cell < 0 ? 0 : (hashes[cell] as number)));
}

export const together = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : mix(Math.imul(one, 31) ^ other);

export function ruleHashes(records: Records, rule: BlockRule): Uint32Array {
  const [first, ...rest] = rule.parts.map((part) => partHashes(records, part));
  const hashes = Uint32Array.from(first ?? []);
  for (const more of rest)
    for (let row = 0; row < hashes.length; row++)
      hashes[row] = together(hashes[row] as number, more[row] as number);
  return hashes;
}

type Cost = { readonly pairs: number; readonly rows: number; readonly lost: number };

/** Pairs a rule would make in the sample, and shares of rows: those it says something about, those in blocks too large. */
function costOf(hashes: Uint32Array, scale: number, largest: number): Cost {
  const sorted = Uint32Array.from(hashes).sort();
  let [pairs, rows, lost, run] = [0, 0, 0, 1];
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] === sorted[at - 1]) {
      run++;
      continue;
    }
    const whole = 1 + (run - 1) * scale;
    if (sorted[at - 1] !== 0 && whole <= largest) {
      pairs += (run * (run - 1)) / 2;
      rows += run;
    } else if (sorted[at - 1] !== 0) lost += run;
    run = 1;
  }
  const all = Math.max(1, hashes.length);
  return { pairs: pairs * scale * scale, rows: rows / all, lost: lost / all };
}

function sampleOf(records: Records): Int32Array {
  const step = Math.max(1, records.size / SAMPLE);
  return Int32Array.from({ length: Math.floor(records.size / step) }, (_, index) => Math.floor(index * step));
}

const picked = (all: Uint32Array, rows: Int32Array): Uint32Array =>
  Uint32Array.from(rows, (row) => all[row] as number);

type Option = BlockRule & Cost;

function optionsOf(records: Records): Option[] {
  const rows = sampleOf(records);
  const scale = records.size / Math.max(1, rows.length);
  const largest = largestBlock(records.size);
  const parts = records.columns.flatMap((column, at) =>
    column.kind.keys.map((key, index) => ({
      part: { column: at, key: index },
      name: `${column.name}: ${key.name}`,
      hashes: picked(partHashes(records, { column: at, key: index }), rows),
    })),
  );
  const options: Option[] = parts.map(({ part, name, hashes }) => ({
    parts: [part],
    name,
    ...costOf(hashes, scale, largest),
  }));
  parts.forEach((one, index) => {
    for (const other of parts.slice(index + 1)) {
      if (one.part.column === other.part.column) continue;
      const hashes = one.hashes.map((hash, row) => together(hash, other.hashes[row] as number));
      const cost = costOf(hashes, scale, largest);
      options.push({ parts: [one.part, other.part], name: `${one.name} + ${other.name}`, ...cost });
    }
  });
  return options.filter((option) => option.rows > 0.02);
}

/** Cheapest first, but every column and every pair of columns gets its turn before one gets a second. */
function priceOf(option: Option, used: ReadonlyMap<string, number>, size: number): number {
  const columns = option.parts.map((part) => part.column);
  const times = columns.reduce((sum, column) => sum + (used.get(String(column)) ?? 0), 0) / columns.length;
  const same = used.get(columns.join("+")) ?? 0;
  // Below a few pairs a row all are cheap; then one value is better than two, which must both be right.
  return (
    ((option.pairs + 5 * size) / option.rows ** 3) * (columns.length === 1 ? 1 : 2) * 4 ** same * 1.5 ** times
  );
}

const isIn = (part: Part, rule: BlockRule): boolean =>
  rule.parts.some(({ column, key }) => column === part.column && key === part.key);

/** A value more in common, where the others alone are asked already, finds nobody new. */
const addsNothing = (option: Option, chosen: readonly Option[]): boolean =>
  chosen.some((rule) => rule.lost < 0.02 && rule.parts.every((part) => isIn(part, option)));

export function chooseRules(records: Records): BlockRule[] {
  const chosen: Option[] = [];
  const used = new Map<string, number>();
  let left = budgetOf(records.size);
  let options = optionsOf(records);
  while (chosen.length < RULES_AT_MOST && options.length > 0) {
    options = options.filter(
      (option) => option.pairs <= left && !addsNothing(option, chosen) && !chosen.includes(option),
    );
    const best = options.reduce<Option | undefined>(
      (least, each) =>
        least === undefined || priceOf(each, used, records.size) < priceOf(least, used, records.size)
          ? each
          : least,
      undefined,
    );
    if (best === undefined) break;
    chosen.push(best);
    left -= best.pairs;
    const columns = best.parts.map((part) => part.column);
    for (const key of [...columns.map(String), columns.join("+")]) used.set(key, (used.get(key) ?? 0) + 1);
  }
  return chosen.map(({ parts, name, pairs }) => ({ parts, name, pairs: Math.round(pairs) }));
}

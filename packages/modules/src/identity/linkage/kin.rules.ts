// Columns that repeat each other inside a row: a mail made of the name, a full address with its street. Seen from the values
// of each row alone; no pair is asked.

import type { Column, Records } from "./columns.rules.ts";
import { folded, plain } from "./text.rules.ts";

/** For each column a bit for each column whose values it repeats, and for each of which either repeats the other. */
export type Kin = { readonly repeats: readonly number[]; readonly near: readonly number[] };

const ROWS = 1500;
const MORE_THAN_CHANCE = 0.25;

const squashed = (text: string): string => folded(plain(text)).replaceAll(" ", "");

/** What of a value would stand in another that repeats it: the beginnings of its words, or a number as it is. */
function piecesOf(text: string): string[] {
  const even = folded(plain(text));
  if (!/\p{L}/u.test(even)) return even.replaceAll(" ", "").length >= 4 ? [even.replaceAll(" ", "")] : [];
  return even
    .split(" ")
    .filter((word) => word.length >= 3)
    .map((word) => word.slice(0, 3));
}

const textAt = (column: Column, row: number): string | undefined =>
  column.values[column.cells[row] as number]?.text;

/** Rows of the sample in which the one column has something of the other in it, and those in which it has all of it. */
function sharesOf(
  records: Records,
  long: Column,
  short: Column,
  shift: number,
): { some: number; every: number } {
  let [both, some, every] = [0, 0, 0];
  const step = Math.max(1, Math.floor(records.size / ROWS));
  for (let row = 0; row < records.size; row += step) {
    const [one, other] = [textAt(long, row), textAt(short, (row + shift) % records.size)];
    if (one === undefined || other === undefined) continue;
    const pieces = piecesOf(other);
    if (pieces.length === 0) continue;
    both++;
    const whole = squashed(one);
    const held = pieces.filter((piece) => whole.includes(piece)).length;
    if (held > 0) some++;
    if (held === pieces.length) every++;
  }
  return both < 5 ? { some: 0, every: 0 } : { some: some / both, every: every / both };
}

type Tie = { readonly repeats: boolean; readonly near: boolean };

/** More often than another row's value would. */
function tieOf(records: Records, long: Column, short: Column): Tie {
  if (long === short || long.kind.name === "category") return { repeats: false, near: false };
  const [own, chance] = [sharesOf(records, long, short, 0), sharesOf(records, long, short, 1)];
  const more = (one: number, other: number): boolean => one - other >= MORE_THAN_CHANCE;
  return { repeats: more(own.every, chance.every), near: more(own.some, chance.some) };
}

export function kinOf(records: Records): Kin {
  const ties = records.columns.map((long) => records.columns.map((short) => tieOf(records, long, short)));
  const bits = (of: (i: number, j: number) => boolean): number[] =>
    ties.map((row, i) => row.reduce((sum, _, j) => (of(i, j) ? sum | (1 << j) : sum), 0));
  return {
    repeats: bits((i, j) => ties[i]?.[j]?.repeats === true),
    near: bits((i, j) => ties[i]?.[j]?.near === true || ties[j]?.[i]?.near === true),
  };
}

// Two rows side by side: for each column the level at which they agree.

import type { Column, Records } from "./columns.rules.ts";
import type { Value } from "./kinds/kind.rules.ts";

export const MISSING = 0;

/** Two columns whose values people type into each other's place. */
export type Swap = readonly [number, number];

/** Levels a column can take: missing, those of its kind, and (in a swap) "changed places". */
export const levelsOf = (column: Column): number => column.kind.levels.length + 2;
export const swappedLevel = (column: Column): number => column.kind.levels.length + 1;
export const differentLevel = (column: Column): number => column.kind.levels.length;
export const SAME = 1;

const held = (column: Column, row: number): Value | undefined => column.values[column.cells[row] as number];

/** At which level two rows agree in one column, whatever the others say. */
export function levelOf(column: Column, a: number, b: number): number {
  const [one, other] = [column.cells[a] as number, column.cells[b] as number];
  if (one < 0 || other < 0) return MISSING;
  if (one === other) return SAME;
  const place = one * column.values.length + other;
  const known = column.known?.[place] ?? 0;
  if (known > 0) return known;
  const level = 1 + column.kind.compare(column.values[one] as Value, column.values[other] as Value);
  if (column.known !== undefined) column.known[place] = level;
  return level;
}

function crosswise(left: Column, right: Column, a: number, b: number): boolean {
  const pairs = [
    [held(left, a), held(right, b)],
    [held(right, a), held(left, b)],
  ] as const;
  const alike = pairs.filter(
    ([one, other]) => one !== undefined && other !== undefined && left.kind.compare(one, other) <= 2,
  );
  // One half may be missing on one side, never be another.
  return (
    alike.length === 2 ||
    (alike.length === 1 && pairs.some(([one, other]) => (one === undefined) !== (other === undefined)))
  );
}

export const areSwapped = (records: Records, [p, q]: Swap, a: number, b: number): boolean => {
  const [left, right] = [records.columns[p], records.columns[q]];
  return left !== undefined && right !== undefined && crosswise(left, right, a, b);
};

const disagrees = (level: number, column: Column): boolean =>
  level === MISSING || level >= differentLevel(column) - 1;

/** Writes a level a column into `levels`. A swap is said once: by its first column; the second then says nothing. */
export function compareRows(
  records: Records,
  swaps: readonly Swap[],
  a: number,
  b: number,
  levels: Uint8Array,
): void {
  for (let at = 0; at < records.columns.length; at++)
    levels[at] = levelOf(records.columns[at] as Column, a, b);
  for (const swap of swaps) {
    const [p, q] = swap;
    const [left, right] = [records.columns[p] as Column, records.columns[q] as Column];
    if (!disagrees(levels[p] as number, left) || !disagrees(levels[q] as number, right)) continue;
    if (!areSwapped(records, swap, a, b)) continue;
    levels[p] = swappedLevel(left);
    levels[q] = MISSING;
  }
}

// The first rows of a file and what its columns probably mean.
import type { Language } from "@somlos/contract";
import { loadImport, lookAgain, needFile } from "./imports.actions.ts";
import { pathOf } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { findAlike, type ImportRow } from "./imports.store.ts";
import { showRefused } from "./imports.view.ts";
import { refuseRow } from "./job/job.ts";
import { suggest } from "./kinds/index.ts";
import { type Row, readers, type Seen, type Values } from "./readers/index.ts";

export const SHOWN = 20;
const LOOKED_AT = 500;
const MOST_CELL = 200;

export async function firstRows(path: string, seen: Seen, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const read of readers[seen.reader].read(path, seen, seen.start)) {
    rows.push(...read.rows.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
}

export const shorten = (value: unknown): unknown =>
  typeof value === "string" && value.length > MOST_CELL ? `${value.slice(0, MOST_CELL)}…` : value;

const earlierOf = (row: ImportRow | undefined) =>
  row === undefined || row.mapping === null
    ? null
    : { id: row.id, name: row.name, at: row.created_at.toISOString(), mapping: row.mapping };

export const shortenAll = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)]));

export async function takeSample(
  house: ImportHouse,
  id: string,
  kind: string | undefined,
  language: Language,
) {
  const row = await loadImport(house, id);
  await needFile(house, row);
  const seen = await lookAgain(house, row, row.mapping?.read);
  const rows = await firstRows(pathOf(house.home, id), seen, LOOKED_AT);
  const whole = rows.flatMap((r) => ("values" in r ? [r.values] : []));
  const alike = await house.db.read((tx) => findAlike(tx, id, seen));
  return {
    earlier: earlierOf(alike),
    columns: [...seen.columns],
    rows: whole.slice(0, SHOWN).map(shortenAll),
    refused: rows
      .flatMap((r) => ("error" in r ? [showRefused(refuseRow(r, r.error, null), language)] : []))
      .slice(0, SHOWN),
    ...suggest({ columns: seen.columns, rows: whole, reader: seen.reader }, kind),
  };
}

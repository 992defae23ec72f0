// The first rows of a file and what its columns probably mean.
import type { Language } from "@somlos/contract";
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import { loadImport, lookAgain, needFile } from "./imports.actions.ts";
import { pathOf } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { findAlike, type ImportRow } from "./imports.store.ts";
import { layoutOf, ownColumns, showRefused } from "./imports.view.ts";
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

type Wanted = Pick<ReadSettings, "delimiter" | "encoding" | "header"> & { readonly as?: string | undefined };

/** What was said of the same columns before; how that file was written says nothing about this one. */
function earlierOf(row: ImportRow | undefined) {
  if (row === undefined || row.mapping === null) return null;
  const { read, ...rest } = row.mapping;
  const mapping = read?.decimal === undefined ? rest : { ...rest, read: { decimal: read.decimal } };
  return { id: row.id, name: row.name, at: row.created_at.toISOString(), mapping };
}

export const shortenAll = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)]));

export async function takeSample(
  house: ImportHouse,
  id: string,
  { as: kind, delimiter, encoding, header }: Wanted,
  language: Language,
) {
  const row = await loadImport(house, id);
  await needFile(house, row);
  const seen = await lookAgain(house, row, {
    ...row.mapping?.read,
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(header !== undefined && { header }),
  });
  const rows = await firstRows(pathOf(house.home, id), seen, LOOKED_AT);
  const whole = rows.flatMap((r) => ("values" in r ? [r.values] : []));
  const alike = await house.db.read((tx) => findAlike(tx, id, ownColumns(seen.columns)));
  return {
    earlier: earlierOf(alike),
    columns: [...seen.columns],
    ...layoutOf(seen, language),
    rows: whole.slice(0, SHOWN).map(shortenAll),
    refused: rows
      .flatMap((r) => ("error" in r ? [showRefused(refuseRow(r, r.error, null), language)] : []))
      .slice(0, SHOWN),
    ...suggest({ columns: seen.columns, rows: whole, reader: seen.reader }, kind),
  };
}

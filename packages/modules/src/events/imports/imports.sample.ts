// The first rows of a file and what its columns probably mean.
import type { Language } from "@somlos/contract";
import { loadImport, lookAgain, needFile } from "./imports.actions.ts";
import { pathOf } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { showRefused } from "./imports.view.ts";
import { refuseRow } from "./job/job.ts";
import { suggest } from "./kinds/index.ts";
import { type Row, readers, type Seen } from "./readers/index.ts";

const SHOWN = 20;
const LOOKED_AT = 500;
const MOST_CELL = 200;

async function firstRows(path: string, seen: Seen): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const read of readers[seen.reader].read(path, seen, seen.start)) {
    rows.push(...read.rows.slice(0, LOOKED_AT - rows.length));
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}

const shorten = (value: unknown): unknown =>
  typeof value === "string" && value.length > MOST_CELL ? `${value.slice(0, MOST_CELL)}…` : value;

export async function takeSample(
  house: ImportHouse,
  id: string,
  kind: string | undefined,
  language: Language,
) {
  const row = await loadImport(house, id);
  await needFile(house, row);
  const seen = await lookAgain(house, row, row.mapping?.read);
  const rows = await firstRows(pathOf(house.home, id), seen);
  const whole = rows.flatMap((r) => ("values" in r ? [r.values] : []));
  return {
    columns: [...seen.columns],
    rows: whole
      .slice(0, SHOWN)
      .map((values) =>
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)])),
      ),
    refused: rows
      .flatMap((r) => ("error" in r ? [showRefused(refuseRow(r, r.error, null), language)] : []))
      .slice(0, SHOWN),
    ...suggest({ columns: seen.columns, rows: whole, reader: seen.reader }, kind),
  };
}

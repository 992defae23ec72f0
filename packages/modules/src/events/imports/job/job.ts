// One import in hand: its file, what it means, and where its rows lie.
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { pathOf, sortedPathOf } from "../imports.files.ts";
import type { ImportRow, RefusedRow } from "../imports.store.ts";
import type { File } from "../mapping/rows.rules.ts";
import { type Reader, type Row, readers, type Seen } from "../readers/index.ts";

export type Job = {
  readonly id: string;
  readonly path: string;
  readonly sortedPath: string;
  readonly reader: Reader;
  readonly seen: Seen;
  readonly mapping: Mapping;
  readonly file: File;
};

/** A message and the line it was made of (of a group, the first). */
export type Made = { readonly line: number; readonly message: Record<string, unknown> };

/** Where a job goes on: at a row, or at a group of the sorted rows. */
export type JobPlace =
  | { readonly row: { readonly at: number; readonly line: number } }
  | { readonly bucket: number; readonly done: number };

/** A left-out row with all that it says, by which is decided whether it may be kept; undefined: it could not be read. */
export type Refused = RefusedRow & { readonly said: Readonly<Record<string, unknown>> | undefined };

export type Portion = {
  readonly made: readonly Made[];
  readonly refused: readonly Refused[];
  readonly rows: number;
  readonly sameLines: number;
  readonly place: JobPlace;
  readonly share: number;
};

export function jobOf(home: string, row: ImportRow, mapping: Mapping): Job {
  return {
    id: row.id,
    path: pathOf(home, row.id),
    sortedPath: sortedPathOf(home, row.id),
    reader: readers[row.seen.reader],
    seen: row.seen,
    mapping,
    file: { hash: row.seen.hash },
  };
}

const MOST_TEXT = 4000;

/** A row as it is kept in the report: JSON without what PostgreSQL's text cannot hold. */
export function rowText(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  const cut = text.length > MOST_TEXT ? JSON.stringify(text.slice(0, MOST_TEXT / 2)) : text;
  return cut.toWellFormed().replaceAll("\\u0000", "\\ufffd");
}

export const refuseRow = (row: Row, code: string, detail: string | null): RefusedRow => ({
  line: row.line,
  code,
  detail,
  row: rowText("values" in row ? row.values : row.text),
});

export const leaveOut = (row: Row, code: string, detail: string | null): Refused => ({
  ...refuseRow(row, code, detail),
  said: "values" in row ? row.values : undefined,
});

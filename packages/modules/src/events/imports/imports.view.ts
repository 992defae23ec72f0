// How imports are shown: sentences in the reader's language, rows only to those who may see them.
import { type Language, sentenceOf } from "@somlos/contract";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { importNotes } from "@somlos/contract/rooms/imports-refusals";
import type { ImportRow, RefusedRow } from "./imports.store.ts";
import type { Seen } from "./readers/index.ts";

export type Viewer = { readonly language: Language; readonly seesRows: boolean; readonly now: Date };

export const showRefused = (row: RefusedRow, language: Language) => ({
  ...row,
  sentence: sentenceOf(row.code, language),
});

function showTried({ tried }: ImportRow, { language, seesRows }: Viewer): ImportView["tried"] {
  if (tried === null || !seesRows)
    return tried === null ? null : { ...tried, firstRefused: [], examples: [] };
  return {
    ...tried,
    firstRefused: tried.firstRefused.map((row) => ({ ...row, sentence: sentenceOf(row.code, language) })),
  };
}

/** How the file is read. */
export const layoutOf = (seen: Seen, language: Language) => ({
  delimiter: seen.delimiter ?? null,
  encoding: seen.reader === "parquet" ? null : seen.encoding,
  notes: seen.notes.map((code) => ({ code, sentence: importNotes[code][language] })),
});

export function showImport(row: ImportRow, viewer: Viewer): ImportView {
  const { language, now } = viewer;
  const busy = row.state === "trying" || row.state === "running";
  return {
    id: row.id,
    name: row.name,
    reader: row.seen.reader,
    bytes: row.seen.bytes,
    state: row.state,
    queued: busy && (row.lease_until === null || row.lease_until < now),
    wish: row.wish,
    interruptions: row.interruptions,
    share: row.share,
    counts: {
      rows: row.rows,
      events: row.events,
      accepted: row.accepted,
      duplicates: row.duplicates,
      parked: row.parked,
      dropped: row.events - row.accepted - row.duplicates - row.parked, // the fourth and last fate of an event
      refused: row.refused,
      sameLines: row.same_lines,
    },
    columns: [...row.seen.columns],
    ...layoutOf(row.seen, language),
    mapping: row.mapping,
    tried: showTried(row, viewer),
    failure: row.failure === null ? null : { code: row.failure, sentence: sentenceOf(row.failure, language) },
    fileKept: row.file_kept,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** One cell of CSV that no spreadsheet runs as a formula. */
export function csvCell(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : value === undefined || value === null
        ? ""
        : (JSON.stringify(value) ?? "");
  const guarded = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A refused row as a line of the report: its own cells where it could be read, else its text in the first of them. */
export function reportLine(row: RefusedRow, columns: readonly string[], language: Language): string {
  const kept: unknown = JSON.parse(row.row);
  const isRecord = typeof kept === "object" && kept !== null && !Array.isArray(kept);
  const own = isRecord ? columns.map((column) => (kept as Record<string, unknown>)[column]) : [kept];
  const cells = [row.line, row.code, sentenceOf(row.code, language), row.detail ?? "", ...own];
  return `${cells.map(csvCell).join(",")}\r\n`;
}

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  en: ["line", "code", "what to do", "column"],
  sv: ["rad", "kod", "vad du gör", "kolumn"],
  da: ["linje", "kode", "hvad du gør", "kolonne"],
};
/** The columns of a file that is a report of ours, mended: those of the file that it came from. */
export function ownColumns(columns: readonly string[]): readonly string[] {
  const first = columns.slice(0, HEAD.en.length).join("\0");
  return Object.values(HEAD).some((head) => head.join("\0") === first)
    ? columns.slice(HEAD.en.length)
    : columns;
}
export const reportHead = (columns: readonly string[], language: Language): string =>
  `\uFEFF${[...HEAD[language], ...columns].map(csvCell).join(",")}\r\n`;

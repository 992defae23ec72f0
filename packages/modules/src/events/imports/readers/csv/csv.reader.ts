// CSV: separator, line end and encoding are found out; one bad row costs that row, not the file.
import { isUtf8 } from "node:buffer";
import { Refusal } from "@somlos/contract";
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import type { ImportNote, RowRefusal } from "@somlos/contract/rooms/imports-refusals";
import { MOST_COLUMNS, MOST_ROW_BYTES, nameColumns } from "../columns.rules.ts";
import { beginning, hasBom, pieces } from "../pieces.ts";
import type { Place, Reader, Row, Rows, Seen } from "../reader.ts";
import { findRecord, type Separators, splitFields } from "./records.rules.ts";
import { findDelimiter, findNewline, readSepLine } from "./sniff.rules.ts";

const SHOWN = 4000;
const ROWS_AT_ONCE = 1000;
const LOOK_BYTES = MOST_ROW_BYTES + 64 * 1024;

const separatorsOf = (seen: Pick<Seen, "delimiter" | "newline">): Separators => ({
  delimiter: (seen.delimiter ?? ",").charCodeAt(0),
  newline: seen.newline ?? 10,
});

/** Separator, line end and the byte and line of the first record, as told or as found out. */
function layoutOf(bytes: Buffer, settings: ReadSettings) {
  const bom = hasBom(bytes) ? 3 : 0;
  const newline = findNewline(bytes);
  const sep = readSepLine(bytes, bom, newline);
  const from = sep?.next ?? bom;
  const delimiter = settings.delimiter ?? sep?.delimiter ?? findDelimiter(bytes, from, newline);
  return { newline, from, delimiter, line: sep === undefined ? 1 : 2 };
}

export const csv: Reader = {
  kind: "csv",
  async look(path, weighed, settings) {
    const bytes = await beginning(path, LOOK_BYTES);
    const encoding = settings.encoding ?? weighed.encoding;
    const layout = layoutOf(bytes, settings);
    const { delimiter, newline, from, line } = layout;
    const separators = { delimiter: delimiter.charCodeAt(0), newline };
    const first = findRecord(bytes, from, separators, bytes.length < LOOK_BYTES);
    if (first.kind !== "record") throw new Refusal("imports.file_not_readable");
    const cells = splitFields(new TextDecoder(encoding).decode(bytes.subarray(from, first.end)), delimiter);
    const headed = settings.header !== false;
    const { columns, renamed } = nameColumns(headed ? cells : cells.map(() => ""));
    const damaged = encoding === "utf-8" && (weighed.damaged || weighed.encoding !== "utf-8");
    const guessed = encoding === "windows-1252" && settings.encoding === undefined;
    const notes: (ImportNote | false)[] = [
      guessed && "imports.saw_windows_1252",
      damaged && "imports.saw_broken_utf8",
      renamed && headed && "imports.renamed_columns",
    ];
    return {
      ...weighed,
      encoding,
      damaged,
      columns,
      delimiter,
      newline,
      start: headed ? { at: first.next, line: line + first.lines } : { at: from, line },
      end: weighed.bytes,
      notes: notes.filter((note) => note !== false),
    };
  },

  async *read(path, seen, from) {
    const scan = new Scan(seen, from);
    for await (const piece of pieces(path, from.at)) yield* scan.take(piece, false);
    yield* scan.take(Buffer.alloc(0), true);
  },
};

/** Reading on through the pieces of a file: keeps the bytes of the record that goes on in the next piece. */
class Scan {
  readonly #seen: Seen;
  readonly #separators: Separators;
  readonly #decoder: TextDecoder;
  #kept: Buffer = Buffer.alloc(0);
  #place: Place;
  /** In a line too long to keep: its bytes go by until it ends. */
  #skipping: boolean;

  constructor(seen: Seen, from: Place) {
    this.#seen = seen;
    this.#separators = separatorsOf(seen);
    this.#decoder = new TextDecoder(seen.encoding, { ignoreBOM: true });
    this.#place = from;
    this.#skipping = from.inside === true;
  }

  get #here(): Place {
    const { at, line } = this.#place;
    return this.#skipping ? { at, line, inside: true } : { at, line };
  }

  *take(piece: Buffer, last: boolean): Generator<Rows> {
    const bytes = this.#kept.length === 0 ? piece : Buffer.concat([this.#kept, piece]);
    let rows: Row[] = [];
    let at = 0;
    while (at < bytes.length) {
      const next = this.#skipping ? this.#skip(bytes, at) : this.#next(bytes, at, last, rows);
      if (next === undefined) break;
      at = next;
      if (rows.length < ROWS_AT_ONCE) continue;
      yield { rows, next: this.#here };
      rows = [];
    }
    this.#kept = bytes.subarray(at);
    yield { rows, next: this.#here };
  }

  /** Reads the record at `at`; gives where the next begins, or nothing when more bytes are needed. */
  #next(bytes: Buffer, at: number, last: boolean, rows: Row[]): number | undefined {
    const found = findRecord(bytes, at, this.#separators, last);
    if (found.kind === "record" && found.end - at <= MOST_ROW_BYTES) {
      if (found.end > at) rows.push(this.#row(bytes.subarray(at, found.end)));
      return this.#move(at, found.next, found.lines);
    }
    if (found.kind === "cut" && !last && bytes.length - at <= MOST_ROW_BYTES) return undefined;
    const quotes = found.kind === "broken" || (found.kind === "cut" && found.inQuotes);
    return this.#leaveOut(bytes, at, quotes ? "imports.row_quotes" : "imports.row_too_long", last, rows);
  }

  /** Leaves out one line, up to the first line end whatever the quotes say. */
  #leaveOut(bytes: Buffer, at: number, error: RowRefusal, last: boolean, rows: Row[]): number {
    const end = bytes.indexOf(this.#separators.newline, at);
    const shown = bytes.subarray(at, Math.min(end === -1 ? bytes.length : end, at + SHOWN));
    rows.push({ line: this.#place.line, error, text: this.#decoder.decode(shown) });
    if (end !== -1) return this.#move(at, end + 1, 1);
    this.#skipping = !last;
    return this.#move(at, bytes.length, 0);
  }

  #skip(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(this.#separators.newline, at);
    this.#skipping = end === -1;
    return end === -1 ? this.#move(at, bytes.length, 0) : this.#move(at, end + 1, 1);
  }

  #move(from: number, to: number, lines: number): number {
    this.#place = { at: this.#place.at + to - from, line: this.#place.line + lines };
    return to;
  }

  #row(bytes: Buffer): Row {
    const { line } = this.#place;
    const { columns } = this.#seen;
    const text = this.#decoder.decode(bytes);
    const refuse = (error: RowRefusal): Row => ({ line, error, text: text.slice(0, SHOWN) });
    if (this.#seen.damaged && !isUtf8(bytes)) return refuse("imports.row_encoding");
    const fields = splitFields(text, this.#seen.delimiter ?? ",");
    if (fields.length !== columns.length)
      return refuse(fields.length > MOST_COLUMNS ? "imports.row_too_wide" : "imports.row_ragged");
    const values: Record<string, unknown> = {};
    for (let i = 0; i < fields.length; i++) values[columns[i] as string] = fields[i];
    return { line, values };
  }
}

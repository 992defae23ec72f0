// JSON Lines: one object a line. A line that is none is reported and left out.
import { isUtf8 } from "node:buffer";
import type { RowRefusal } from "@somlos/contract/rooms/imports-refusals";
import { parseExactly } from "../../../parse/exactly.rules.ts";
import { isObject } from "../../../parse/identifiers.rules.ts";
import { MOST_COLUMNS, MOST_ROW_BYTES } from "../columns.rules.ts";
import { beginning, hasBom, pieces } from "../pieces.ts";
import type { Place, Reader, Row, Rows } from "../reader.ts";

const LF = 10;
const SHOWN = 4000;
const ROWS_AT_ONCE = 1000;
const LOOK_LINES = 200;
/** Digits that a JavaScript number would lose. */
const LONG_NUMBER = /\d{16,}|\d\.\d{12,}/;

export const jsonl: Reader = {
  kind: "jsonl",
  async look(path, weighed) {
    const bytes = await beginning(path, 2 * MOST_ROW_BYTES);
    const start: Place = { at: hasBom(bytes) ? 3 : 0, line: 1 };
    const scan = new Lines(start);
    const columns = new Set<string>();
    const [first] = scan.take(bytes.subarray(start.at), bytes.length === weighed.bytes);
    for (const row of first?.rows.slice(0, LOOK_LINES) ?? [])
      if ("values" in row)
        for (const key of Object.keys(row.values)) if (columns.size < MOST_COLUMNS) columns.add(key);
    return { ...weighed, encoding: "utf-8", columns: [...columns], start, end: weighed.bytes, notes: [] };
  },
  async *read(path, _seen, from) {
    const scan = new Lines(from);
    for await (const piece of pieces(path, from.at)) yield* scan.take(piece, false);
    yield* scan.take(Buffer.alloc(0), true);
  },
};

class Lines {
  #kept: Buffer = Buffer.alloc(0);
  #place: Place;
  #skipping: boolean;

  constructor(from: Place) {
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
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, at)) {
      this.#line(bytes.subarray(at, end), rows);
      this.#move(end + 1 - at, 1);
      at = end + 1;
      if (rows.length < ROWS_AT_ONCE) continue;
      yield { rows, next: this.#here };
      rows = [];
    }
    if (last || bytes.length - at > MOST_ROW_BYTES) {
      const rest = bytes.subarray(at);
      if (rest.length > 0) this.#line(rest, rows);
      this.#skipping = !last;
      this.#move(rest.length, last && rest.length > 0 ? 1 : 0);
      at = bytes.length;
    }
    this.#kept = bytes.subarray(at);
    yield { rows, next: this.#here };
  }

  #line(bytes: Buffer, rows: Row[]): void {
    if (this.#skipping) this.#skipping = false;
    else {
      const row = readLine(bytes, this.#place.line);
      if (row !== undefined) rows.push(row);
    }
  }

  #move(bytes: number, lines: number): void {
    this.#place = { at: this.#place.at + bytes, line: this.#place.line + lines };
  }
}

function readLine(bytes: Buffer, line: number): Row | undefined {
  const refuse = (error: RowRefusal): Row => ({ line, error, text: bytes.toString("utf8", 0, SHOWN) });
  if (bytes.length > MOST_ROW_BYTES) return refuse("imports.row_too_long");
  const text = bytes.toString("utf8").trim();
  if (text === "") return undefined;
  if (text.includes("\uFFFD") && !isUtf8(bytes)) return refuse("imports.row_encoding");
  try {
    const values: unknown = LONG_NUMBER.test(text) ? parseExactly(text) : JSON.parse(text);
    if (!isObject(values)) return refuse("imports.row_not_json");
    return Object.keys(values).length > MOST_COLUMNS ? refuse("imports.row_too_wide") : { line, values };
  } catch {
    return refuse("imports.row_not_json");
  }
}

// A delimited file as columns. The delimiter is the one its head has most of.
import { readFileSync, statSync } from "node:fs";

export type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Something the caller can put right: a code, what is wrong, and what to do. */
export class Misasked extends Error {
  constructor(code: string, sentence: string) {
    super(`linkage.${code}: ${sentence}`);
  }
}

const MARKS = [",", ";", "\t", "|"];
const bareOf = (line: string): string => line.replace(/"[^"]*"/g, "");

/** Where the head begins and what parts its cells. Lines before it that part nothing are a title, and `sep=;` says it. */
function headOf(text: string): { from: number; mark: string } {
  const said = /^\s*"?sep=([^\n])"?\n/i.exec(text);
  if (said !== null) return { from: said[0].length, mark: said[1] ?? "," };
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from);
    const bare = bareOf(text.slice(from, end));
    const times = (mark: string): number => bare.split(mark).length;
    const mark = MARKS.reduce((best, each) => (times(each) > times(best) ? each : best));
    if (bare.includes(mark)) return { from, mark };
    from = end + 1;
  }
  return { from: 0, mark: "," };
}

/** Where the cell that begins at `at` ends: at a delimiter, a line's end or the end of the text. */
function endOf(text: string, at: number, mark: string): number {
  let end = at;
  while (end < text.length && text[end] !== mark && text[end] !== "\n") end++;
  return end;
}

/** One cell from `at`: its text and where it ends. Quotes may hold delimiters, lines and doubled quotes. */
function cell(text: string, at: number, mark: string): { value: string; next: number } {
  let from = at;
  while (text[from] === " ") from++;
  if (text[from] !== '"') {
    const next = endOf(text, at, mark);
    return { value: text.slice(at, next).trim(), next };
  }
  let [value, end] = ["", from + 1];
  for (; end < text.length; end++) {
    if (text[end] === '"' && text[end + 1] !== '"') break;
    value += text[end];
    if (text[end] === '"') end++;
  }
  if (end >= text.length) {
    const line = text.slice(0, from).split("\n").length;
    throw new Misasked(
      "open_quote",
      `a quotation mark that begins in line ${line} never ends; close it, or double it when it is part of the text`,
    );
  }
  const next = endOf(text, end + 1, mark);
  return { value: (value + text.slice(end + 1, next).trimEnd()).trim(), next };
}

/** Every column a name of its own: what has none is called by its place, what is called twice by its turn. */
function namesOf(head: readonly string[]): string[] {
  const times = new Map<string, number>();
  return head.map((given, at) => {
    const name = given === "" ? `column ${at + 1}` : given;
    const turn = (times.get(name) ?? 0) + 1;
    times.set(name, turn);
    return turn === 1 ? name : `${name} (${turn})`;
  });
}

export function parseSheet(raw: string): Sheet {
  const text = raw
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n");
  const { from, mark } = headOf(text);
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = from; at < text.length; ) {
    const { value, next } = cell(text, at, mark);
    line.push(value);
    if (text[next] !== mark || next >= text.length) {
      if (line.some((each) => each !== "")) lines.push(line);
      line = [];
    } else if (next + 1 >= text.length) line.push("");
    at = next + 1;
  }
  const [head = [], ...rows] = lines;
  return { head: namesOf(head), rows };
}

/** How many of the first bytes are zero, at even and at odd places: text in UTF-16 has every other so, other text none. */
function zeros(bytes: Uint8Array): readonly [even: number, odd: number] {
  const some = bytes.subarray(0, 4096);
  const share = (turn: number): number =>
    some.filter((byte, at) => at % 2 === turn && byte === 0).length / Math.max(1, some.length / 2);
  return [share(0), share(1)];
}

const isPacked = ([one, two]: Uint8Array): boolean =>
  (one === 0x50 && two === 0x4b) || (one === 0x1f && two === 0x8b) || (one === 0xd0 && two === 0xcf);

const UTF16 = 0.3;

/** UTF-8 or UTF-16, with its mark or without; what is not valid UTF-8 is read as Windows-1252, which holds Latin-1. */
export function decodeSheet(bytes: Uint8Array): string {
  if (isPacked(bytes))
    throw new Misasked("not_text", "this is a workbook or a packed file; save it as CSV, or unpack it first");
  const [even, odd] = zeros(bytes);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (odd > UTF16 && even < 0.1))
    return new TextDecoder("utf-16le").decode(bytes);
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (even > UTF16 && odd < 0.1))
    return new TextDecoder("utf-16be").decode(bytes);
  if (even + odd > 0)
    throw new Misasked("not_text", "there are zero bytes in it, so it is no text; export it as CSV");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** More rows than blocking can tell apart. */
export const MOST_ROWS = 2 ** 21;
const MOST_BYTES = 500_000_000;

function bytesOf(file: string | URL): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new Misasked("no_file", `there is no file ${file}; give the path of one`);
  if (!found.isFile())
    throw new Misasked("no_file", `${file} is no file; give the path of a file with columns`);
  if (found.size > MOST_BYTES)
    throw new Misasked("too_large", `${file} is larger than ${MOST_BYTES / 1e6} MB; take part of its rows`);
  return readFileSync(file);
}

export function readSheet(file: string | URL): Sheet {
  const sheet = parseSheet(decodeSheet(bytesOf(file)));
  if (sheet.rows.length === 0)
    throw new Misasked("no_rows", `${file} has no row under its head; a head and rows are needed`);
  if (sheet.rows.length >= MOST_ROWS)
    throw new Misasked("too_large", `${file} has more than ${MOST_ROWS} rows; take part of them`);
  return sheet;
}

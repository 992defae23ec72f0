// A delimited file as columns. The delimiter is the one the first line has most of.
import { existsSync, readFileSync } from "node:fs";

export type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Something the caller can put right. */
export class Misasked extends Error {}

function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const times = (mark: string): number => bare.split(mark).length;
  return [",", ";", "\t", "|"].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
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
  return { value: value.trim(), next: endOf(text, end, mark) };
}

export function parseSheet(raw: string): Sheet {
  const text = raw
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n");
  const mark = delimiterOf(text.slice(0, text.indexOf("\n")));
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { value, next } = cell(text, at, mark);
    line.push(value);
    if (text[next] !== mark || next >= text.length) {
      if (line.some((each) => each !== "")) lines.push(line);
      line = [];
    } else if (next + 1 >= text.length) line.push("");
    at = next + 1;
  }
  const [head = [], ...rows] = lines;
  return { head, rows };
}

/** UTF-8 or UTF-16 with its mark; what is not valid UTF-8 is read as Windows-1252, which holds Latin-1. */
export function decodeSheet(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export function readSheet(file: string | URL): Sheet {
  if (!existsSync(file)) throw new Misasked(`There is no file ${file}`);
  const sheet = parseSheet(decodeSheet(readFileSync(file)));
  if (sheet.rows.length === 0) throw new Misasked(`${file} has no row under its head`);
  return sheet;
}

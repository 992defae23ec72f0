// Where the records of a CSV file begin and end, by bytes: separators, quotes and line ends are ASCII in every encoding
// we read, so nothing need be decoded to find them.

const QUOTE = 34;
const CR = 13;
const LF = 10;

export type Separators = { readonly delimiter: number; readonly newline: number };
export type Found =
  /** A record in bytes from … end, without its line end; the next one begins at `next`. */
  | { readonly kind: "record"; readonly end: number; readonly next: number; readonly lines: number }
  /** Text after a closing quote. */
  | { readonly kind: "broken" }
  /** The bytes end before the record does. */
  | { readonly kind: "cut"; readonly inQuotes: boolean };

/** Finds the end of the record that begins at `from`. `last`: the file ends with these bytes. */
export function findRecord(bytes: Uint8Array, from: number, s: Separators, last: boolean): Found {
  let at = from;
  let lines = 1;
  while (at < bytes.length) {
    const field = endOfField(bytes, at, s);
    if (field === undefined) return { kind: "cut", inQuotes: true };
    lines += field.newlines;
    at = field.at;
    if (at < bytes.length && bytes[at] !== s.delimiter && bytes[at] !== s.newline) return { kind: "broken" };
    if (bytes[at] === s.newline)
      return { kind: "record", end: withoutCr(bytes, from, at, s), next: at + 1, lines };
    at++;
  }
  if (!last) return { kind: "cut", inQuotes: false };
  return { kind: "record", end: withoutCr(bytes, from, bytes.length, s), next: bytes.length, lines };
}

/** The place after a field; nothing when its quote is still open at the end of the bytes. */
function endOfField(
  bytes: Uint8Array,
  at: number,
  s: Separators,
): { at: number; newlines: number } | undefined {
  if (bytes[at] !== QUOTE) return { at: endOfPlain(bytes, at, s), newlines: 0 };
  const closed = endOfQuoted(bytes, at + 1, s.newline);
  return closed && { at: overCr(bytes, closed.at, s), newlines: closed.newlines };
}

/** Over a carriage return that belongs to the line end, or that stands last in the bytes. */
function overCr(bytes: Uint8Array, at: number, s: Separators): number {
  if (bytes[at] !== CR || s.newline !== LF) return at;
  return at + 1 === bytes.length || bytes[at + 1] === LF ? at + 1 : at;
}

function endOfPlain(bytes: Uint8Array, from: number, s: Separators): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== s.delimiter && bytes[at] !== s.newline) at++;
  return at;
}

/** The place after the closing quote, or the end of the bytes when a quote stands there. */
function endOfQuoted(
  bytes: Uint8Array,
  from: number,
  newline: number,
): { at: number; newlines: number } | undefined {
  let newlines = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === newline) newlines++;
    if (byte !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return { at: at + 1, newlines };
    at++;
  }
  return undefined;
}

const withoutCr = (bytes: Uint8Array, from: number, end: number, s: Separators): number =>
  s.newline === LF && end > from && bytes[end - 1] === CR ? end - 1 : end;

/** The fields of one record. Quotes within an unquoted field are text. */
export function splitFields(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text.charCodeAt(at) !== QUOTE) {
      const end = text.indexOf(delimiter, at);
      fields.push(text.slice(at, end === -1 ? text.length : end));
      at = end === -1 ? text.length + 1 : end + 1;
      continue;
    }
    const end = closingQuote(text, at + 1);
    fields.push(text.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 2;
  }
  return fields;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); ; at = text.indexOf('"', at + 2)) {
    if (at === -1) return text.length;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
}

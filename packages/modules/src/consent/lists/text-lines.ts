// Lines of a text that comes in pieces: UTF-8, UTF-16 as spreadsheets save it, or where a line is neither, Windows-1252.
const NEWLINE = 10;
/** Longer than any line of a register: what has none by then is another kind of file. */
const MOST_LINE_BYTES = 64 * 1024;
const utf8 = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

/** Of UTF-16 the first two bytes say so, or every other byte of plain letters is nothing. */
function wideIn([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0) return "utf-16le";
  return first === 0 ? "utf-16be" : undefined;
}

type Read = (bytes: Uint8Array) => Uint8Array;
function readerFor(begin: Uint8Array): Read {
  const kind = wideIn(begin);
  if (kind === undefined) return (bytes) => bytes;
  const wide = new TextDecoder(kind);
  return (bytes) => Buffer.from(wide.decode(bytes, { stream: true }));
}

/** The same text as UTF-8, whatever it came in. */
async function* asUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begin: Uint8Array = new Uint8Array(0);
  let read: Read | undefined;
  for await (const piece of pieces) {
    if (read !== undefined) {
      yield read(piece);
      continue;
    }
    begin = Buffer.concat([begin, piece]);
    if (begin.length < 2) continue;
    read = readerFor(begin);
    yield read(begin);
  }
  if (read === undefined && begin.length > 0) yield begin;
}

export async function* textLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of asUtf8(pieces)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let begin = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, begin)) {
      yield textOf(bytes.subarray(begin, end)).replace(/\r$/, "");
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
    if (rest.length > MOST_LINE_BYTES) {
      yield "?"; // a line that names nobody
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) yield textOf(rest).replace(/\r$/, "");
}

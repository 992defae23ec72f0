// Lines of a text that comes in pieces, in UTF-8 or, where a line is none, in Windows-1252.
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

export async function* textLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
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

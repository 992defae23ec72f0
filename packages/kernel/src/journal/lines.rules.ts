// How a line of a journal is written: a checksum, the text, an end. Pure.
import { crc32 } from "node:zlib";

export type JournalLine = {
  readonly text: string;
  /** The byte after it: read on from here. */
  readonly end: number;
};

const NEWLINE = 10;
const SUM = 8;

const sumOf = (text: string): string => crc32(text).toString(16).padStart(SUM, "0");

export function bytesOf(text: string): Buffer {
  if (text.includes("\n")) throw new Error("a line of a journal has no line breaks");
  return Buffer.from(`${sumOf(text)} ${text}\n`);
}

/** The text of a line without its end; undefined: it is not what was written. */
export function lineOf(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8", SUM + 1);
  return bytes.toString("latin1", 0, SUM + 1) === `${sumOf(text)} ` ? text : undefined;
}

/** Gives the lines that are whole so far; what has no end yet waits for more. */
export function splitter(from: number) {
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  return function* (chunk: Buffer): Iterable<{ readonly bytes: Buffer; readonly end: number }> {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let begin = 0;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, begin)) {
      const bytes = rest.subarray(begin, end);
      at += end - begin + 1;
      begin = end + 1;
      yield { bytes, end: at };
    }
    rest = rest.subarray(begin);
  };
}

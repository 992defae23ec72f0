// The separator and the line end of a CSV file, from its first bytes.
import { findRecord } from "./records.rules.ts";

const CANDIDATES = [",", ";", "\t", "|"] as const;
const RECORDS = 100;
const LOOK = 256 * 1024;

/** 10, or 13 when the file has carriage returns only. */
export const findNewline = (bytes: Buffer): number => (bytes.includes(10) || !bytes.includes(13) ? 10 : 13);

/** A first line `sep=;`, as spreadsheets write it. */
export function readSepLine(
  bytes: Buffer,
  from: number,
  newline: number,
): { delimiter: string; next: number } | undefined {
  const end = bytes.indexOf(newline, from);
  const found = /^sep=([,;\t|])\r?$/i.exec(
    bytes.toString("latin1", from, end === -1 ? from : Math.min(end, from + 10)),
  );
  return found?.[1] === undefined ? undefined : { delimiter: found[1], next: end + 1 };
}

/** The separator under which most records have as many fields as the first; of equals the one that makes most fields. */
export function findDelimiter(bytes: Buffer, from: number, newline: number): string {
  const sample = bytes.subarray(0, Math.min(bytes.length, LOOK));
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of CANDIDATES) {
    const counts = fieldCounts(sample, from, delimiter.charCodeAt(0), newline);
    const first = counts[0] ?? 1;
    if (first < 2) continue;
    const same = counts.filter((count) => count === first).length / counts.length;
    const score = same * 1000 + Math.min(first, 900);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function fieldCounts(bytes: Buffer, from: number, delimiter: number, newline: number): number[] {
  const counts: number[] = [];
  for (let at = from; at < bytes.length && counts.length < RECORDS; ) {
    const found = findRecord(bytes, at, { delimiter, newline }, false);
    if (found.kind === "cut" && counts.length > 0) break;
    const end = found.kind === "record" ? found.end : bytes.length;
    counts.push(found.kind === "broken" ? 0 : countFields(bytes.subarray(at, end), delimiter));
    at = found.kind === "record" ? found.next : lineAfter(bytes, at, newline);
  }
  return counts;
}

function lineAfter(bytes: Buffer, at: number, newline: number): number {
  const end = bytes.indexOf(newline, at);
  return end === -1 ? bytes.length : end + 1;
}

function countFields(record: Buffer, delimiter: number): number {
  let fields = 1;
  let quoted = false;
  for (const byte of record) {
    if (byte === 34) quoted = !quoted;
    else if (byte === delimiter && !quoted) fields++;
  }
  return fields;
}

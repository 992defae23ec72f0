// From rows to portions of messages, each with the place from which a crash goes on.
import { setImmediate as breathe } from "node:timers/promises";
import type { RefusedRow } from "../imports.store.ts";
import { BadRow } from "../mapping/bad-row.rules.ts";
import { makeRow } from "../mapping/rows.rules.ts";
import type { Place } from "../readers/index.ts";
import { type Job, type JobPlace, type Made, type Portion, refuseRow } from "./job.ts";

/** Events between two checkpoints: 1,000 more may come with the last rows that were read. */
export const PORTION_EVENTS = 4000;
const PORTION_ROWS = 20_000;
const PORTION_BYTES = 8 * 1024 * 1024;

/** How far a place is, 0 to 1. */
export const shareOf = (job: Job, place: Place): number =>
  job.seen.end <= 0 ? 1 : Math.min(1, Math.max(0, place.at / job.seen.end));

/** Portions of a file whose rows each are an event. */
export async function* rowPortions(job: Job, from: JobPlace | undefined): AsyncGenerator<Portion> {
  const start: Place = from !== undefined && "row" in from ? from.row : job.seen.start;
  const map = makeRow(job.mapping, job.file);
  let made: Made[] = [];
  let refused: RefusedRow[] = [];
  let rows = 0;
  let begun = start.at;
  let last = start;
  const portion = (): Portion => ({
    made,
    refused,
    rows,
    sameLines: 0,
    place: { row: last },
    share: shareOf(job, last),
  });
  for await (const read of job.reader.read(job.path, job.seen, start)) {
    for (const row of read.rows) {
      rows++;
      try {
        if ("error" in row) refused.push(refuseRow(row, row.error, null));
        else made.push({ line: row.line, message: map(row.values, row.line) });
      } catch (error) {
        if (!(error instanceof BadRow)) throw error;
        refused.push(refuseRow(row, error.code, error.detail ?? null));
      }
    }
    await breathe(); // requests go first
    last = read.next;
    const bytes = job.reader.kind === "parquet" ? 0 : last.at - begun;
    if (
      made.length < PORTION_EVENTS &&
      rows < PORTION_ROWS &&
      bytes < PORTION_BYTES &&
      refused.length < PORTION_EVENTS
    )
      continue;
    yield portion();
    [made, refused, rows, begun] = [[], [], 0, last.at];
  }
  yield portion();
}

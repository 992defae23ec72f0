// From rows to portions of messages, each with the place from which a crash goes on.
import { setImmediate as breathe } from "node:timers/promises";
import { BadRow } from "../mapping/bad-row.rules.ts";
import { makeRow } from "../mapping/rows.rules.ts";
import type { Place, Row, Values } from "../readers/index.ts";
import { type Job, type JobPlace, leaveOut, type Made, type Portion, type Refused } from "./job.ts";

/** Events between two checkpoints: 1,000 more may come with the last rows that were read. */
export const PORTION_EVENTS = 4000;
const PORTION_ROWS = 20_000;
const PORTION_BYTES = 8 * 1024 * 1024;

/** How far a place is, 0 to 1. */
export const shareOf = (job: Job, place: Place): number =>
  job.seen.end <= 0 ? 1 : Math.min(1, Math.max(0, place.at / job.seen.end));

type Map = (values: Values, line: number) => Record<string, unknown>;

/** What was read since the last portion. */
class Gathered {
  #made: Made[] = [];
  #refused: Refused[] = [];
  #rows = 0;

  add(row: Row, map: Map): void {
    this.#rows++;
    try {
      if ("error" in row) this.#refused.push(leaveOut(row, row.error, null));
      else this.#made.push({ line: row.line, message: map(row.values, row.line) });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.#refused.push(leaveOut(row, error.code, error.detail ?? null));
    }
  }

  get full(): boolean {
    return Math.max(this.#made.length, this.#refused.length) >= PORTION_EVENTS || this.#rows >= PORTION_ROWS;
  }

  /** Hands it over and begins anew. */
  portion(job: Job, next: Place): Portion {
    const { made, refused, rows } = { made: this.#made, refused: this.#refused, rows: this.#rows };
    [this.#made, this.#refused, this.#rows] = [[], [], 0];
    return { made, refused, rows, sameLines: 0, place: { row: next }, share: shareOf(job, next) };
  }
}

/** Portions of a file whose rows each are an event. */
export async function* rowPortions(job: Job, from: JobPlace | undefined): AsyncGenerator<Portion> {
  const start: Place = from !== undefined && "row" in from ? from.row : job.seen.start;
  const map = makeRow(job.mapping, job.file);
  const gathered = new Gathered();
  let begun = start;
  let last = start;
  for await (const read of job.reader.read(job.path, job.seen, start)) {
    for (const row of read.rows) gathered.add(row, map);
    await breathe(); // requests go first
    last = read.next;
    const heavy = job.reader.kind !== "parquet" && last.at - begun.at >= PORTION_BYTES;
    if (!gathered.full && !heavy) continue;
    yield gathered.portion(job, last);
    begun = last;
  }
  yield gathered.portion(job, last);
}

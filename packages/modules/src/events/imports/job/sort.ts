// Rows that belong together may stand anywhere in a file of any size. So they are first dealt into bucket files by the
// hash of their key, each small enough for the memory; a group lies whole in one of them, in the order of the file.
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate as breathe } from "node:timers/promises";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { BadRow } from "../mapping/bad-row.rules.ts";
import { type Folded, foldGroup, type Line, makeLine } from "../mapping/groups.rules.ts";
import { shortHash } from "../mapping/rows.rules.ts";
import type { Row } from "../readers/index.ts";
import { type Job, type JobPlace, leaveOut, type Made, type Portion, type Refused, rowText } from "./job.ts";
import { PORTION_EVENTS, shareOf } from "./portions.ts";

const BUCKET_BYTES = 8 * 1024 * 1024;
const MOST_BUCKETS = 512;
const ROW_GUESS_BYTES = 300;
const WRITE_CHARACTERS = 256 * 1024;
const MOST_LINES = 20_000;
const TELL_ROWS = 10_000;
const MOST_GROUP_BYTES = 8 * 1024 * 1024;
const WHOLE = "whole.json";

type GroupBy = NonNullable<Mapping["groupBy"]>;
type Whole = { readonly key: string; readonly buckets: number };
/** Said every few thousand rows; an answer of false stops the sorting. */
export type Sorting = {
  readonly rows: number;
  readonly refused: readonly Refused[];
  readonly share: number;
};

const keyOf = (job: Job): string => shortHash(job.seen.hash, JSON.stringify([job.seen, job.mapping]), "1");
const bucketPath = (job: Job, bucket: number): string => join(job.sortedPath, String(bucket));

/** The sorted rows of an earlier run of this process or another, if they are whole. */
export async function findSorted(job: Job): Promise<number | undefined> {
  try {
    const whole = JSON.parse(await readFile(join(job.sortedPath, WHOLE), "utf8")) as Whole;
    return whole.key === keyOf(job) ? whole.buckets : undefined;
  } catch {
    return undefined;
  }
}

export const removeSorted = (job: Job): Promise<void> => rm(job.sortedPath, { recursive: true, force: true });

const bucketsFor = (job: Job): number => {
  const bytes = job.seen.reader === "parquet" ? job.seen.end * ROW_GUESS_BYTES : job.seen.bytes * 3;
  return Math.max(1, Math.min(MOST_BUCKETS, Math.ceil(bytes / BUCKET_BYTES)));
};

/** Deals the rows into buckets. Gives how many buckets there are, or nothing when it was stopped. */
export async function sortRows(
  job: Job,
  groupBy: GroupBy,
  tell: (sorting: Sorting) => Promise<boolean>,
): Promise<number | undefined> {
  await removeSorted(job);
  await mkdir(job.sortedPath, { recursive: true, mode: 0o700 });
  const buckets = bucketsFor(job);
  const files: Bucket[] = [];
  try {
    for (let i = 0; i < buckets; i++) files.push(new Bucket(await open(bucketPath(job, i), "w", 0o600)));
    if (!(await deal(job, groupBy, files, tell))) return undefined;
    for (const file of files) await file.flush(0);
  } finally {
    for (const file of files) await file.close();
  }
  await writeFile(join(job.sortedPath, WHOLE), JSON.stringify({ key: keyOf(job), buckets } satisfies Whole), {
    flush: true,
  });
  return buckets;
}

async function deal(
  job: Job,
  groupBy: GroupBy,
  files: readonly Bucket[],
  tell: (sorting: Sorting) => Promise<boolean>,
): Promise<boolean> {
  const map = makeLine(job.mapping, groupBy);
  let rows = 0;
  let told = 0;
  let refused: Refused[] = [];
  for await (const read of job.reader.read(job.path, job.seen, job.seen.start)) {
    rows += read.rows.length;
    refused.push(...dealRows(read.rows, map, files));
    await breathe(); // requests go first
    for (const file of files) await file.flush(WRITE_CHARACTERS);
    if (rows - told < TELL_ROWS && refused.length < PORTION_EVENTS) continue;
    if (!(await tell({ rows, refused, share: shareOf(job, read.next) }))) return false;
    told = rows;
    refused = [];
  }
  return tell({ rows, refused, share: 1 });
}

/** Puts rows into their buckets; gives those that are left out. */
function dealRows(
  rows: readonly Row[],
  map: ReturnType<typeof makeLine>,
  files: readonly Bucket[],
): Refused[] {
  const refused: Refused[] = [];
  for (const row of rows) {
    try {
      if ("error" in row) throw new BadRow(row.error);
      const line = map(row.values, row.line);
      files[bucketOf(line.key, files.length)]?.put(line);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      refused.push(leaveOut(row, error.code, error.detail ?? null));
    }
  }
  return refused;
}

/** Keys are hashes in base64: their first letters are spread evenly. */
function bucketOf(key: string, buckets: number): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum = (sum * 131 + key.charCodeAt(i)) >>> 0;
  return sum % buckets;
}

class Bucket {
  readonly #file: FileHandle;
  #texts: string[] = [];
  #size = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  put(line: Line): void {
    const text = JSON.stringify(line);
    this.#texts.push(text);
    this.#size += text.length;
  }

  /** Writes what has gathered, if it is more than so many characters. */
  async flush(over: number): Promise<void> {
    if (this.#size <= over) return;
    await this.#file.writeFile(`${this.#texts.join("\n")}\n`);
    this.#texts = [];
    this.#size = 0;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Portions of a file whose rows were sorted into groups. */
export async function* groupPortions(
  job: Job,
  groupBy: GroupBy,
  buckets: number,
  from: JobPlace | undefined,
): AsyncGenerator<Portion> {
  const start = from !== undefined && "bucket" in from ? from : { bucket: 0, done: 0 };
  for (let bucket = start.bucket; bucket < buckets; bucket++) {
    const done = bucket === start.bucket ? start.done : 0;
    const { groups, refused } = await readBucket(job, bucket);
    const fold = (lines: readonly Line[]) => foldGroup(job.mapping, groupBy, job.file, lines);
    yield* bucketPortions([...groups.values()], done, done > 0 ? [] : refused, fold, (at) => ({
      place: at === groups.size ? { bucket: bucket + 1, done: 0 } : { bucket, done: at },
      share: (bucket + at / Math.max(1, groups.size)) / buckets,
    }));
  }
}

/** The groups of one bucket from the `done`th on. */
function* bucketPortions(
  groups: readonly (readonly Line[])[],
  done: number,
  full: readonly Refused[],
  fold: (lines: readonly Line[]) => Folded,
  at: (done: number) => Pick<Portion, "place" | "share">,
): Generator<Portion> {
  let made: Made[] = [];
  let refused = [...full];
  let sameLines = 0;
  for (let n = done; n < groups.length; n++) {
    const lines = groups[n] ?? [];
    const folded = fold(lines);
    made.push(...folded.messages.map((message) => ({ line: lines[0]?.line ?? 0, message })));
    const out = new Map(folded.leftOut.map((one) => [one.line, one]));
    for (const line of lines) {
      const why = out.get(line.line);
      if (why !== undefined) refused.push(lineOut(line, why.code, why.detail ?? null));
    }
    sameLines += folded.sameLines;
    if (made.length < PORTION_EVENTS || n + 1 === groups.length) continue;
    yield { made, refused, rows: 0, sameLines, ...at(n + 1) };
    [made, refused, sameLines] = [[], [], 0];
  }
  yield { made, refused, rows: 0, sameLines, ...at(groups.length) };
}

/** What a mapped line is kept as, and all that it says. */
function lineOut({ line, ids, fields, product, at }: Line, code: string, detail: string | null): Refused {
  const shown = { ...ids, ...fields, ...product };
  const timestamp = at === null ? {} : { timestamp: new Date(at).toISOString() };
  return { line, code, detail, row: rowText(shown), said: { ...shown, traits: ids, ...timestamp } };
}

async function readBucket(
  job: Job,
  bucket: number,
): Promise<{ groups: Map<string, Line[]>; refused: Refused[] }> {
  const groups = new Map<string, Line[]>();
  const sizes = new Map<string, number>();
  const refused: Refused[] = [];
  const input = createReadStream(bucketPath(job, bucket), { encoding: "utf8", highWaterMark: 1024 * 1024 });
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = JSON.parse(text) as Line;
    const group = groups.get(line.key) ?? [];
    const size = (sizes.get(line.key) ?? 0) + text.length;
    if (group.length >= MOST_LINES || size > MOST_GROUP_BYTES) {
      refused.push(lineOut(line, "imports.row_group_full", null));
      continue;
    }
    if (group.length === 0) groups.set(line.key, group);
    group.push(line);
    sizes.set(line.key, size);
  }
  return { groups, refused };
}

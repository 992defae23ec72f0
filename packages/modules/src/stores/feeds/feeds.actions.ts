// Files of feeds are read by two thousand rows a commit, each with its place: a crash goes on where it was, and the same file
// again changes nothing. What a whole file leaves out is retired at its end; where that is much, somebody is asked first.
import { Refusal } from "@somlos/contract";
import type { Actor, Database, Work } from "@somlos/kernel/db";
import type { FetchHouse } from "@somlos/kernel/fetch";
import { uuid7 } from "@somlos/kernel/ids";
import { countLeftOut, mentioned, refuseAhead, saveWhole, type Told } from "../../catalog/index.ts";
import { hasFile, insertSource, type Row, receiveFile, removeFiles } from "../../events/index.ts";
import type { StoresHouse } from "../stores.house.ts";
import { columnsOf } from "./columns.rules.ts";
import {
  type Ended,
  endRun,
  type FeedRow,
  findFeed,
  findRun,
  holdRun,
  insertFeed,
  insertNewRun,
  listRunning,
  loseRuns,
  moveRun,
  type RefusedLine,
  type RunRow,
} from "./feeds.store.ts";
import { type FileSeen, look, type Portion, readPortions } from "./readers/index.ts";
import { asksFirst, type FeedTerms, type ReadRow, readRow } from "./rows.rules.ts";
import { takeStatements } from "./statements.actions.ts";

export type FeedHouse = StoresHouse & {
  readonly home: string;
  readonly access: { readonly secret: string };
  readonly fetching: FetchHouse;
  readonly log: { error(what: object, said: string): void };
};
const LOST_AFTER_MS = 600_000;
/** Who fetches files when it is time, and reads what came. */
export const SYSTEM = { kind: "system", id: "stores" } as const;

export type FeedWish = Omit<FeedRow, "id" | "sourceId">;
/** A source of its own. */
export async function createFeed(work: Work, wish: FeedWish): Promise<string> {
  const sourceId = await insertSource(work, {
    name: wish.name,
    kind: "feed",
    channel: "import",
    settings: {},
  });
  const id = uuid7(work.now.getTime());
  if (!(await insertFeed(work.tx, { ...wish, id, sourceId, at: work.now, by: work.actor.id })))
    throw new Refusal("feeds.name_taken");
  return id;
}

type FileWish = { readonly feedId: string; readonly whole: boolean; readonly at: string | undefined };
/** The file is on disk and readable, and reading has begun, when this resolves. `besides` is written with it. */
export async function beginRun(
  house: FeedHouse,
  actor: Actor,
  { feedId, whole, at }: FileWish,
  file: AsyncIterable<Uint8Array>,
  besides: (work: Work, runId: string) => Promise<void>,
): Promise<string> {
  const { db, home } = house;
  const [feed, now] = await db.read(async (tx, moment) => [await findFeed(tx, feedId), moment] as const);
  if (feed === undefined) throw new Refusal("feeds.unknown");
  if (feed.kind !== "file") throw new Refusal("feeds.takes_hooks");
  const id = uuid7(now.getTime());
  const weighed = await receiveFile(home, id, file, undefined);
  try {
    const seen = await look(home, id, weighed);
    if (seen.kind === "table" && columnsOf(seen.seen.columns).of.sku === undefined)
      throw new Refusal("feeds.no_columns");
    await db.work(actor, async (work) => {
      if (at !== undefined) refuseAhead(at, work.now);
      const saidAt = at === undefined ? work.now : new Date(at);
      const run = { id, feedId, saidAt, whole, seen, place: seen.start };
      await loseRuns(work.tx, feedId, new Date(work.now.getTime() - LOST_AFTER_MS), work.now);
      if (!(await insertNewRun(work.tx, run, work.now, actor.id))) throw new Refusal("feeds.busy");
      await besides(work, id);
    });
  } catch (error) {
    await removeFiles(home, id);
    throw error;
  }
  return id;
}

/** Reads the file to its end. Called again after a crash it goes on from the last commit. */
export async function readRun(house: FeedHouse, id: string): Promise<void> {
  const { db, home } = house;
  const found = await db.read(async (tx) => {
    const run = await findRun(tx, id);
    return run && { run, feed: await findFeed(tx, run.feedId) };
  });
  if (found?.feed === undefined || found.run.state !== "running") return;
  try {
    await readOn(house, found.run, found.feed);
    await finish(db, found.run, found.feed);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "database.away") throw error; // goes on in half a minute
    const line = Number((error.details as { line?: number } | undefined)?.line ?? 0) || null;
    const failed: Ended = { state: "failed", retires: null, code: error.code, line };
    await db.work(SYSTEM, ({ tx, now }) => endRun(tx, id, failed, now));
  }
  await removeFiles(home, id);
}

/** Nobody waits for a commit so long: whoever read it has stopped. */
const STOPPED_AFTER_MS = 30_000;

/**
 * Files of feeds that lie in this home and that a stop, a crash or a database that was away left half read. Call it every half
 * minute; at a start all of them (`afterMs` 0). Where somebody reads one after all, each portion is taken in once.
 */
export async function goOnReading(house: FeedHouse, afterMs = STOPPED_AFTER_MS): Promise<void> {
  const stopped = await house.db.read((tx, now) => listRunning(tx, new Date(now.getTime() - afterMs)));
  for (const { id } of stopped) if (await hasFile(house.home, id)) await readRun(house, id);
}

function termsOf({ company }: FeedHouse, feed: FeedRow, saidAt: Date): FeedTerms {
  const entity = company.entityById(feed.entityId);
  if (entity === undefined) throw new Refusal("company.entity_unknown");
  return {
    ...{ language: feed.language, entity: entity.code, at: saidAt.toISOString() },
    currency: feed.currency ?? entity.currency,
    taxPercent: feed.taxBasisPoints === null ? null : feed.taxBasisPoints / 100,
    location: feed.locationId === null ? null : (company.placeById(feed.locationId)?.code ?? null),
  };
}

async function readOn(house: FeedHouse, run: RunRow, feed: FeedRow): Promise<void> {
  const terms = termsOf(house, feed, run.saidAt);
  const seen = run.seen as FileSeen;
  for await (const portion of readPortions(house.home, run.id, seen, run.place as never))
    await takePortion(house, run, feed, terms, portion);
}

/** What the rows of a portion come to: statements with their lines, and rows that cannot be read. */
function readRows(
  rows: readonly Row[],
  terms: FeedTerms,
  columnsOfRow: (row: Row) => ReturnType<typeof columnsOf>,
) {
  const read: { readonly line: number; readonly row: ReadRow }[] = [];
  const refused: RefusedLine[] = [];
  const kept: Told[] = [];
  for (const row of rows) {
    if ("error" in row) {
      refused.push({ line: row.line, code: row.error, detail: null });
      continue;
    }
    const one = readRow(row.values, columnsOfRow(row), terms);
    if ("refused" in one) {
      refused.push({ line: row.line, code: one.refused, detail: null });
      if (one.sku !== null && one.code !== null)
        kept.push(mentioned(one.code, one.sku, Date.parse(terms.at)));
    } else read.push({ line: row.line, row: one });
  }
  return { read, refused, kept };
}

async function takePortion(
  house: FeedHouse,
  run: RunRow,
  feed: FeedRow,
  terms: FeedTerms,
  { rows, from, next, share, columns }: Portion,
): Promise<void> {
  const { read, refused, kept } = readRows(rows, terms, columns);
  const goods = read.filter(({ row }) => row.product !== null);
  const counted = read.filter(({ row }) => row.figure !== null);
  await house.db.work(SYSTEM, async (work) => {
    const held = await holdRun(work.tx, run.id);
    if (held?.state !== "running" || JSON.stringify(held.place) !== JSON.stringify(from)) return; // another process has read it
    const statements = {
      products: goods.map(({ row }) => row.product),
      figures: counted.map(({ row }) => row.figure),
    };
    const still = (index: number): Told[] => {
      const row = goods[index]?.row;
      return row === undefined ? [] : [mentioned(row.code, row.sku, Date.parse(terms.at))];
    };
    const bad = await takeStatements(work, house, feed.sourceId, statements, { kept, still });
    const lines = [...linesOf(bad.products, goods), ...linesOf(bad.figures, counted)];
    const taken = read.length - new Set(lines.map(({ line }) => line)).size;
    const moved = { place: next, share, rows: rows.length, taken, refused: [...refused, ...lines] };
    await moveRun(work.tx, run.id, moved, work.now);
  });
}

type Lined = { readonly line: number };
const linesOf = (
  refused: readonly {
    readonly index: number;
    readonly code: string;
    readonly problems?: readonly string[];
  }[],
  lined: readonly Lined[],
): RefusedLine[] =>
  refused.map(({ index, code, problems }) => ({
    ...{ line: lined[index]?.line ?? 0, code, detail: problems?.join("; ").slice(0, 500) ?? null },
  }));

/** At its end a whole file retires what it leaves out, or asks whether it should. */
const finish = (db: Database, run: RunRow, feed: FeedRow): Promise<void> =>
  db.work(SYSTEM, async ({ tx, now }) => {
    const held = await holdRun(tx, run.id);
    if (held?.state !== "running") return;
    const left = run.whole ? await countLeftOut(tx, feed.sourceId, run.saidAt) : null;
    const asks = left !== null && asksFirst(left);
    if (left !== null && !asks) await saveWhole(tx, feed.sourceId, run.saidAt);
    const ended = { retires: left?.out ?? null, code: null, line: null } as const;
    await endRun(tx, run.id, { state: asks ? "asks" : "done", ...ended }, now);
  });

/** What a whole file leaves out is sold no longer, or it was no whole file. */
export async function answerRun(work: Work, id: string, retire: boolean): Promise<void> {
  const { tx, now } = work;
  const run = await holdRun(tx, id);
  if (run === undefined) throw new Refusal("feeds.run_unknown");
  if (run.state !== "asks") throw new Refusal("feeds.not_asked");
  const feed = await findFeed(tx, run.feedId);
  if (retire && feed !== undefined) await saveWhole(tx, feed.sourceId, run.saidAt);
  await endRun(tx, id, { state: "done", retires: retire ? run.retires : 0, code: null, line: null }, now);
}

// One import from its place to its end: sort if rows belong together, make portions, take them, save the place.
// A place is saved only after its portion is durable: a crash in between takes it again, and its ids count once.
import { Refusal, sentenceOf } from "@somlos/contract";
import type { ImportState, Tried } from "@somlos/contract/rooms/imports";
import type { Actor, Tx, Work } from "@somlos/kernel/db";
import { rootSpan } from "@somlos/kernel/trace";
import { removeFiles } from "../imports.files.ts";
import type { WorkingHouse } from "../imports.house.ts";
import { endBy, MOST_REFUSED, type Wish } from "../imports.rules.ts";
import {
  deleteParkedTwice,
  finishImport,
  type ImportRow,
  insertRefused,
  type Lease,
  releaseImport,
  renewLease,
  saveCheckpoint,
  saveShare,
} from "../imports.store.ts";
import { type Job, type JobPlace, jobOf, type Portion } from "./job.ts";
import { rowPortions } from "./portions.ts";
import { findSorted, groupPortions, removeSorted, type Sorting, sortRows } from "./sort.ts";
import { Stopped, takePortion } from "./take.ts";
import { Trial } from "./trial.ts";
import { Veil } from "./veil.ts";

const ACTOR: Actor = { kind: "system", id: "imports" };
const RENEW_MS = 5000;

/** How the work on an import ended here. */
type Ending =
  | {
      readonly how: "ended";
      readonly state: ImportState;
      readonly failure?: string;
      readonly tried?: (tx: Tx, now: Date) => Promise<Tried>;
    }
  /** Somebody else goes on. */
  | { readonly how: "left" };
type Heard = { readonly wish: Wish | null; readonly refused: number } | undefined;

export type Hand = {
  readonly house: WorkingHouse;
  readonly lease: Lease;
  readonly row: ImportRow;
  readonly stopping: () => boolean;
};

/** Works on an import that this process holds the lease of, until it ends or the process stops. */
export async function runImport(hand: Hand): Promise<void> {
  const { house, lease, row } = hand;
  const renew = setInterval(() => {
    void house.db.work(ACTOR, ({ tx, now }) => renewLease(tx, lease, now)).catch(() => undefined); // the next one, or the lease ends
  }, RENEW_MS);
  try {
    const ending = await work(hand).catch(failureOf);
    if (ending.how === "left") await house.db.work(ACTOR, ({ tx }) => releaseImport(tx, lease));
    else if (!(await house.db.work(ACTOR, (w) => end(w, lease, row, ending))))
      await removeFiles(house.home, row.id);
  } finally {
    clearInterval(renew);
  }
}

/** What is known to be wrong with a file ends the import; a bug is told to the caller. */
function failureOf(error: unknown): Ending {
  if (error instanceof Stopped) return { how: "left" };
  if (error instanceof Refusal && error.code.startsWith("imports."))
    return { how: "ended", state: "failed", failure: error.code };
  throw error;
}

/** Whether its file is still to be kept. */
async function end(
  w: Work,
  lease: Lease,
  row: ImportRow,
  ending: Extract<Ending, { how: "ended" }>,
): Promise<boolean> {
  const { state, failure = null } = ending;
  const tried = (await ending.tried?.(w.tx, w.now)) ?? null;
  const held = await finishImport(w.tx, lease, { state, failure, tried }, w.now);
  if (held !== undefined && row.state === "running")
    w.record({ name: "import.ended", v: 1, data: { import: row.id, state } });
  return held?.fileKept ?? true;
}

async function work(hand: Hand): Promise<Ending> {
  const { house, row } = hand;
  if (row.mapping === null) return { how: "ended", state: "failed", failure: "imports.mapping_missing" };
  const job = jobOf(house.home, row, row.mapping);
  const ending = row.state === "trying" ? await dryRun(hand, job) : await realRun(hand, job);
  if (ending.how === "ended" && ending.state !== "paused") await removeSorted(job);
  return ending;
}

/** Whether to stop here, and how. */
function endingOf(hand: Hand, heard: Heard): Ending | undefined {
  if (heard === undefined) return { how: "left" };
  if (heard.wish !== null) return { how: "ended", state: endBy(heard.wish, hand.row.state).state };
  if (heard.refused > MOST_REFUSED && hand.row.state === "running")
    return { how: "ended", state: "failed", failure: "imports.too_many_refused" };
  return hand.stopping() ? { how: "left" } : undefined;
}

async function realRun(hand: Hand, job: Job): Promise<Ending> {
  const { house, lease, row } = hand;
  if (row.source_id === null) throw new Error("an import runs without a source");
  const sourceId = row.source_id;
  const veil = new Veil(house, row, job.mapping);
  const from = (row.place ?? undefined) as JobPlace | undefined;
  const sorted = await sortIfNeeded(hand, job, from, (s) =>
    house.db.work(ACTOR, async ({ tx, now }) => {
      const { rows, any } = await veil.rows(tx, s.refused, now);
      const refused = await insertRefused(tx, row.id, rows);
      return saveShare(tx, lease, { share: s.share / 2, rows: s.rows, refused, hushed: any }, now);
    }),
  );
  if (sorted.ending !== undefined) return sorted.ending;
  const save = async (portion: Portion): Promise<Heard> => {
    const { parkedIds, hushed, ...tally } = await rootSpan("import", { events: portion.made.length }, () =>
      takePortion(house, sourceId, portion.made, hand.stopping),
    );
    return house.db.work(ACTOR, async ({ tx, now }) => {
      if (parkedIds.length > 0) await deleteParkedTwice(tx, sourceId, parkedIds);
      const veiled = await veil.rows(tx, portion.refused, now);
      const refused = await insertRefused(tx, row.id, veiled.rows);
      const { rows, sameLines, place } = portion;
      const share = job.mapping.groupBy === undefined ? portion.share : 0.5 + portion.share / 2;
      return saveCheckpoint(
        tx,
        lease,
        {
          ...{ ...tally, rows, sameLines, place, share, refused, events: portion.made.length },
          hushed: hushed || veiled.any,
        },
        now,
      );
    });
  };
  return (
    (await eachPortion(hand, portionsOf(job, sorted.buckets, from), save)) ?? { how: "ended", state: "done" }
  );
}

async function dryRun(hand: Hand, job: Job): Promise<Ending> {
  const { house, lease, row } = hand;
  const trial = new Trial(house.naming, await house.db.read(async (_tx, now) => now.getTime()));
  const tell = (share: number) =>
    house.db.work(ACTOR, ({ tx, now }) =>
      saveShare(tx, lease, { share, rows: trial.rows, refused: 0, hushed: false }, now),
    );
  const sorted = await sortIfNeeded(hand, job, undefined, (s) => {
    trial.refuse(s.refused);
    trial.sorted(s.rows);
    return tell(s.share / 2);
  });
  if (sorted.ending !== undefined) return sorted.ending;
  const stopped = await eachPortion(hand, portionsOf(job, sorted.buckets, undefined), async (portion) => {
    await trial.count(portion);
    return tell(job.mapping.groupBy === undefined ? portion.share : 0.5 + portion.share / 2);
  });
  if (stopped !== undefined) return stopped;
  const veil = new Veil(house, row, job.mapping);
  const tried = (tx: Tx, now: Date) => trial.result(tx, now, veil, (code) => sentenceOf(code, "en"));
  return { how: "ended", state: "mapped", tried };
}

const portionsOf = (job: Job, buckets: number, from: JobPlace | undefined): AsyncGenerator<Portion> =>
  job.mapping.groupBy === undefined
    ? rowPortions(job, from)
    : groupPortions(job, job.mapping.groupBy, buckets, from);

/** Sorts the rows of a grouped import, unless they lie sorted from before a pause or a crash. */
async function sortIfNeeded(
  hand: Hand,
  job: Job,
  from: JobPlace | undefined,
  tell: (sorting: Sorting) => Promise<Heard>,
): Promise<{ buckets: number; ending?: Ending }> {
  const { groupBy } = job.mapping;
  if (groupBy === undefined) return { buckets: 0 };
  const there = from === undefined ? undefined : await findSorted(job);
  if (there !== undefined) return { buckets: there };
  let ending: Ending | undefined;
  const buckets = await sortRows(job, groupBy, async (sorting) => {
    ending = endingOf(hand, await tell(sorting));
    return ending === undefined;
  });
  return ending === undefined ? { buckets: buckets ?? 0 } : { buckets: 0, ending };
}

/** The next portion is read while this one is written. */
async function eachPortion(
  hand: Hand,
  portions: AsyncGenerator<Portion>,
  act: (portion: Portion) => Promise<Heard>,
): Promise<Ending | undefined> {
  let next = portions.next();
  next.catch(() => undefined); // it is awaited below; until then it must not count as unheard
  try {
    for (;;) {
      const { value, done } = await next;
      if (done === true) return undefined;
      next = portions.next();
      next.catch(() => undefined);
      const ending = endingOf(hand, await act(value));
      if (ending !== undefined) return ending;
    }
  } finally {
    await next.catch(() => undefined);
    await portions.return(undefined);
  }
}

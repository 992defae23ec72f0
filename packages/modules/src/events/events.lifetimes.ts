// How long this room keeps what: bodies before the log, by whole months; message ids for ever.
import type { Tx } from "@somlos/kernel/db";
import {
  COUNTED_MOST,
  type Foreseen,
  type Lifetime,
  listMonths,
  SWEPT_AT_ONCE,
} from "@somlos/kernel/operate";
import { deleteOldHushed } from "./hush/hush.store.ts";
import {
  countOldParked,
  countOldRefusals,
  deleteOldFlushes,
  deleteOldParked,
  deleteOldRefusals,
  dropMonth,
} from "./retention.store.ts";

const YEAR = 365;

async function foreseeMonths(tx: Tx, part: "log" | "bodies", before: Date): Promise<Foreseen> {
  const over = (await listMonths(tx, `events.${part}`)).filter(({ ends_at }) => ends_at <= before);
  return {
    rows: over.reduce((sum, month) => sum + month.rows, 0),
    bytes: over.reduce((sum, month) => sum + month.bytes, 0),
  };
}

/** Flushes are the order of the log: they go with the months that they order, never before. */
async function sweepLog(tx: Tx, before: Date): Promise<number> {
  const dropped = await dropMonth(tx, "log", before);
  if (dropped > 0) return dropped;
  const [oldest] = await listMonths(tx, "events.log");
  if (oldest === undefined) return deleteOldHushed(tx, before, SWEPT_AT_ONCE);
  const begins = new Date(Date.UTC(oldest.ends_at.getUTCFullYear(), oldest.ends_at.getUTCMonth() - 1, 1));
  const flushes = await deleteOldFlushes(tx, begins, SWEPT_AT_ONCE);
  return flushes + (await deleteOldHushed(tx, before, SWEPT_AT_ONCE));
}

export const eventLifetimes: readonly Lifetime[] = [
  {
    kind: "parked",
    bounds: { own: 90, least: 7, most: YEAR },
    foresee: async (tx, before) => ({ rows: await countOldParked(tx, before, COUNTED_MOST) }),
    sweep: ({ tx }, before) => deleteOldParked(tx, before, SWEPT_AT_ONCE),
  },
  {
    kind: "import_refusals",
    bounds: { own: 90, least: 7, most: YEAR },
    foresee: async (tx, before) => ({ rows: await countOldRefusals(tx, before, COUNTED_MOST) }),
    sweep: ({ tx }, before) => deleteOldRefusals(tx, before, SWEPT_AT_ONCE),
  },
  {
    kind: "bodies",
    bounds: { own: 400, least: 31, most: 10 * YEAR },
    wholeMonths: true,
    foresee: (tx, before) => foreseeMonths(tx, "bodies", before),
    sweep: ({ tx }, before) => dropMonth(tx, "bodies", before),
  },
  {
    kind: "log",
    bounds: { own: 3 * YEAR, least: 93, most: 20 * YEAR },
    wholeMonths: true,
    foresee: (tx, before) => foreseeMonths(tx, "log", before),
    sweep: ({ tx }, before) => sweepLog(tx, before),
  },
];

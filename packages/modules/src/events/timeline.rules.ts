// Which months of receipt a page of a timeline is sought in. A log of years has many months, and most pages need two.
import { MOST_AHEAD_MS } from "./parse/time.rules.ts";

const DAY_MS = 86_400_000;
/** Clocks of our own processes never differ by as much: nothing is received later than this after now. */
const CLOCKS_MS = 2 * DAY_MS;
/** Few streams are read through all months at once: asking twice would cost more. */
const MANY_STREAMS = 32;
const RECENT_MS = 40 * DAY_MS;

/**
 * Parts of streams, each from (inclusive) to (exclusive) in (time, key) order, NULL where it is open. Columns as PostgreSQL
 * writes arrays: what one question finds is asked in the next and never taken apart, since a person may have hundreds.
 */
export type Parts = {
  readonly count: number;
  readonly subjects: string;
  readonly fromAts: string;
  readonly fromKeys: string;
  readonly toAts: string;
  readonly toKeys: string;
};

/** Receipt from (inclusive) to (exclusive). */
export type Months = { readonly from: Date; readonly to: Date };
export type Before = { readonly at: Date; readonly seq: number };

export const latestReceipt = (nowMs: number): Date => new Date(nowMs + CLOCKS_MS);

/** Where to look, the likeliest first; the last holds everything. `nowMs`: this machine's time. */
export function searchesOf(streams: number, before: Before, nowMs: number): readonly Months[] {
  const to = latestReceipt(nowMs);
  const recent = new Date(nowMs - RECENT_MS);
  const whole = { from: new Date(0), to };
  return streams > MANY_STREAMS && before.at > reliableFrom(recent) ? [{ from: recent, to }, whole] : [whole];
}

/** What was received before happened before this, since nothing is taken in that lies further ahead. */
const reliableFrom = (receipt: Date): Date => new Date(receipt.getTime() + MOST_AHEAD_MS);

/** Whether these rows, the newest `limit` of these months, are the newest of all. */
export const isWhole = (rows: readonly { readonly at: Date }[], limit: number, months: Months): boolean => {
  const last = rows[limit - 1];
  return last !== undefined && last.at > reliableFrom(months.from);
};

/** What happened at this time was received from then on. */
export const reliableReceipt = (at: Date): Date => new Date(at.getTime() - MOST_AHEAD_MS);

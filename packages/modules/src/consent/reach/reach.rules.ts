// Which count answers whom, and when one is too old. Pure.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { ReachFound } from "@somlos/contract/rooms/consent-reach";

/** Legal entities null: all of them. */
export type Question = { readonly key: string; readonly entityIds: readonly string[] | null };
/** As it was last counted: figures, when, and how long it took. Before the first count all three are null. */
export type Count = {
  /** Since when somebody waits for a newer one; earlier than `asOf`: nobody does. */
  readonly wantedAt: Date;
  readonly asOf: Date | null;
  readonly tookMs: number | null;
  readonly found: Omit<ReachFound, "asOf"> | null;
};

export const ALL = "all";
/** Whoever reaches every legal entity asks the same question as everybody else who does. */
export const questionOf = (mine: readonly string[], all: number): Question =>
  mine.length === all
    ? { key: ALL, entityIds: null }
    : { key: mine.toSorted().join(" "), entityIds: mine.toSorted() };

const SOON_MS = 500;
const PAUSE = 20;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Whoever asked last longer ago asks no more. */
export const ASKED_MS = 30 * DAY_MS;

/** Counted within half a second: whoever asks waits for it, and reads the figures of this moment. */
export const countsSoon = (count: Count | undefined): boolean => (count?.tookMs ?? 0) < SOON_MS;

/** Counting takes a twentieth of the time at most, however many ask. */
const pauseOf = (count: Count): number => (countsSoon(count) ? 0 : (count.tookMs ?? 0) * PAUSE);
export const isOld = (count: Count | undefined, now: Date): boolean =>
  count === undefined || count.asOf === null || now.getTime() - count.asOf.getTime() >= pauseOf(count);

export const isWanted = ({ wantedAt, asOf }: Count): boolean => asOf === null || wantedAt > asOf;

/** By the clock: somebody waits, or the figures are an hour old; of another day, where nobody asks any more. */
export function isDue(count: Count, now: Date): boolean {
  if (count.asOf === null || isWanted(count)) return true;
  const age = now.getTime() - count.asOf.getTime();
  if (now.getTime() - count.wantedAt.getTime() > ASKED_MS)
    return Math.floor(now.getTime() / DAY_MS) > Math.floor(count.asOf.getTime() / DAY_MS);
  return age >= Math.max(HOUR_MS, pauseOf(count));
}

/** Purpose and channel null: any of them. */
export type Reached = {
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly people: number;
};

/** Shares of all whom we know. */
export function sharesOf(reached: readonly Reached[], known: number) {
  const shareOf = (people: number) => (known === 0 ? null : people / known);
  const reachable = reached.find(({ purpose, channel }) => purpose === null && channel === null)?.people ?? 0;
  return {
    ...{ known, reachable, share: shareOf(reachable) },
    items: reached.flatMap(({ purpose, channel, people }) =>
      channel === null ? [] : [{ purpose, channel, people, share: shareOf(people) }],
    ),
  };
}

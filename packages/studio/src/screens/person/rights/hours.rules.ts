// What is left of the 24 hours in which an erasure can be cancelled. Pure.
const HOUR_MS = 3_600_000;

/** Begun hours count as whole ones; none when it is over, and never more than a day. */
export const hoursLeft = (dueAt: string, now: Date): number =>
  Math.min(24, Math.max(0, Math.ceil((Date.parse(dueAt) - now.getTime()) / HOUR_MS)));

// How long data is kept. Pure.
import type { LifetimeKind } from "@somlos/contract/rooms/volume";

const DAY_MS = 86_400_000;

/** The bounds of a kind, and what holds when nobody chose. */
export type Bounds = { readonly own: number; readonly least: number; readonly most: number };

/** Of each pair the first may not be kept longer than the second: it points to it, or is a part of it. */
const ORDER: readonly (readonly [LifetimeKind, LifetimeKind])[] = [
  ["parked", "bodies"],
  ["bodies", "log"],
  ["mail_content", "mails"],
];

export const isWithin = (bounds: Bounds, days: number): boolean =>
  days >= bounds.least && days <= bounds.most;

/** Whether the days of all kinds fit together. */
export const isInOrder = (days: Readonly<Record<LifetimeKind, number>>): boolean =>
  ORDER.every(([inner, outer]) => days[inner] <= days[outer]);

export type Chosen = { readonly days: number; readonly days_before: number; readonly changed_at: Date };

/** When a shorter time begins to hold: a day after it was chosen, so that a slip of the hand can be taken back. */
export const holdsFrom = ({ changed_at }: Chosen): Date => new Date(changed_at.getTime() + DAY_MS);

/** The days that hold now. */
export function daysNow(bounds: Bounds, chosen: Chosen | undefined, now: Date): number {
  if (chosen === undefined) return bounds.own;
  return now < holdsFrom(chosen) ? Math.max(chosen.days, chosen.days_before) : chosen.days;
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

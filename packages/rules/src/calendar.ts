// The calendar of a place: what day it is there, and which moment its clock means. On the days when clocks change the rule of
// RFC 5545 holds: a time that does not exist is as much later as the clock jumped, one that comes twice is the first.
import { Temporal } from "temporal-polyfill";

/** The date there at a moment, like 2026-03-29: what "today" means. */
export const dateAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

const MINUTES_A_DAY = 1440;

/** The moment at which the clock there shows a minute of a date; from 1440 on it is the next day. */
export function momentOf(date: string, minute: number, zone: string): Date {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minute / MINUTES_A_DAY) });
  const left = minute % MINUTES_A_DAY;
  const plainTime = new Temporal.PlainTime(Math.floor(left / 60), left % 60);
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}

/** When a date begins and ends there: 23, 24 or 25 hours. */
export const dayOf = (date: string, zone: string): { readonly from: Date; readonly to: Date } => ({
  from: momentOf(date, 0, zone),
  to: momentOf(date, MINUTES_A_DAY, zone),
});

/** The clock there at a moment, like 09:30. */
export const clockAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

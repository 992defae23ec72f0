// Opening hours: an ordinary week, days that are not like it, and whether it is open now. Pure; the clock of the place counts.
import { addDays, dateAt, momentOf, weekdayOf } from "./calendar.ts";

/** Minutes of the day it begins on; `closes` from 1440 on is the next day. */
export type Span = { readonly opens: number; readonly closes: number };
export type WeekSpan = Span & { readonly weekday: number };
export type Exception = { readonly date: string; readonly spans: readonly Span[] };
export type Hours = {
  readonly zone: string;
  readonly week: readonly WeekSpan[];
  readonly exceptions: readonly Exception[];
  /** First and last day; outside them nothing is open. */
  readonly firstDay?: string | null;
  readonly lastDay?: string | null;
};
export type Opening =
  | { readonly state: "open"; readonly until: Date | undefined }
  | { readonly state: "closed"; readonly opens: Date | undefined }
  | { readonly state: "unknown" };

const DAY = 1440;
const WEEK = 7 * DAY;
/** How far ahead an opening is looked for: a place that rests longer has no hours worth telling. */
const MOST_DAYS_AHEAD = 400;
/** Open day and night for longer than this: it does not close. */
const MOST_DAYS_OPEN = 60;

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** 22:00 to 02:00 closes on the next day. */
export function spanOf(text: { readonly opens: string; readonly closes: string }): Span {
  const opens = minuteOf(text.opens);
  const closes = minuteOf(text.closes);
  return { opens, closes: closes < opens ? closes + DAY : closes };
}

const two = (n: number): string => String(n).padStart(2, "0");
export const clockText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** As people write it: midnight at the end of its own day is 24:00. */
export const textOf = (span: Span): { readonly opens: string; readonly closes: string } => ({
  opens: clockText(span.opens),
  closes: clockText(span.closes > DAY ? span.closes - DAY : span.closes),
});

export type HoursProblem = "empty" | "overlap";

function overlaps(spans: readonly Span[]): boolean {
  const inOrder = [...spans].sort((a, b) => a.opens - b.opens);
  return inOrder.some((span, at) => at > 0 && span.opens < (inOrder[at - 1]?.closes ?? 0));
}

/** What is wrong with the hours of one day. */
export function problemOfDay(spans: readonly Span[]): HoursProblem | undefined {
  if (spans.some((span) => span.closes <= span.opens)) return "empty";
  return overlaps(spans) ? "overlap" : undefined;
}

/** What is wrong with a week: the night of Sunday reaches into Monday. */
export function problemOfWeek(week: readonly WeekSpan[]): HoursProblem | undefined {
  if (week.some((span) => span.closes <= span.opens)) return "empty";
  const laid = week.map(({ weekday, opens, closes }) => ({
    opens: (weekday - 1) * DAY + opens,
    closes: (weekday - 1) * DAY + closes,
  }));
  const again = laid.map(({ opens, closes }) => ({ opens: opens + WEEK, closes: closes + WEEK }));
  return overlaps([...laid, ...again]) ? "overlap" : undefined;
}

/** The spans that begin on a date: those of its exception, else those of its weekday; none before the first or after the last day. */
export function spansOn(hours: Hours, date: string): readonly Span[] {
  if (typeof hours.firstDay === "string" && date < hours.firstDay) return [];
  if (typeof hours.lastDay === "string" && date > hours.lastDay) return [];
  const exception = hours.exceptions.find((one) => one.date === date);
  if (exception !== undefined) return exception.spans;
  const weekday = weekdayOf(date);
  return hours.week.filter((span) => span.weekday === weekday);
}

type Stretch = { readonly from: number; readonly to: number };

/** The stretches of time that begin on a date, in order, joined where one ends as the next begins. */
function stretchesOn(hours: Hours, date: string): Stretch[] {
  return spansOn(hours, date)
    .map(({ opens, closes }) => ({
      from: momentOf(date, opens, hours.zone).getTime(),
      to: momentOf(date, closes, hours.zone).getTime(),
    }))
    .filter(({ from, to }) => to > from) // a span inside the hour that a spring night leaves out
    .sort((a, b) => a.from - b.from);
}

/** When it closes, going on into what begins the moment it would close; undefined: it never does. */
function endOf(hours: Hours, date: string, end: number): number | undefined {
  let until = end;
  for (let ahead = 0; ahead <= MOST_DAYS_OPEN; ahead++) {
    const before = until;
    for (const { from, to } of stretchesOn(hours, addDays(date, ahead)))
      if (from <= until && to > until) until = to;
    if (ahead > 0 && until === before) return until;
  }
  return undefined;
}

function openNow(hours: Hours, today: string, now: number): Opening | undefined {
  for (const date of [addDays(today, -1), today]) {
    const open = stretchesOn(hours, date).find(({ from, to }) => from <= now && now < to);
    if (open === undefined) continue;
    const until = endOf(hours, date, open.to);
    return { state: "open", until: until === undefined ? undefined : new Date(until) };
  }
  return undefined;
}

function nextOpening(hours: Hours, today: string, now: number): Date | undefined {
  const last = hours.lastDay ?? "9999-12-31";
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead++) {
    const date = addDays(today, ahead);
    if (date > last) return undefined;
    const next = stretchesOn(hours, date).find(({ from }) => from > now);
    if (next !== undefined) return new Date(next.from);
  }
  return undefined;
}

/** Whether it is open at a moment and until when, else when it opens next. */
export function openingAt(hours: Hours, at: Date): Opening {
  if (hours.week.length === 0 && hours.exceptions.length === 0) return { state: "unknown" };
  const today = dateAt(at, hours.zone);
  return (
    openNow(hours, today, at.getTime()) ?? {
      state: "closed",
      opens: nextOpening(hours, today, at.getTime()),
    }
  );
}

// A day's hours as people write them, in one line: 10–19, or 10.00-14.00, 15–18, or nothing. Pure.

import type { Language } from "@somlos/look/language";
import { problemOfDay, problemOfWeek, spanOf, type WeekSpan } from "@somlos/rules/opening-hours";

export type SpanText = { readonly opens: string; readonly closes: string };
export type DayText = SpanText & { readonly weekday: number };

const CLOSED = /^(closed|stängt|stängd|lukket|-|–)$/i;
const BETWEEN = /\s*(?:[,;&+]|\b(?:and|och|og)\b)\s*/i;
const SPAN = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:[-–—−]|to|till|til)\s*(\d{1,2})(?:[:.]?(\d{2}))?$/i;

function clock(hour: string | undefined, minute: string | undefined, most: number): string | undefined {
  const h = Number(hour);
  const m = Number(minute ?? "0");
  return h > most || m > 59 || (h === 24 && m > 0)
    ? undefined
    : `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

function readSpan(part: string): SpanText | undefined {
  const found = SPAN.exec(part);
  const opens = clock(found?.[1], found?.[2], 23);
  const closes = clock(found?.[3], found?.[4], 24);
  return found === null || opens === undefined || closes === undefined ? undefined : { opens, closes };
}

/** The spans in a line; undefined when it cannot be read. An empty line is a closed day. */
export function readDay(line: string): SpanText[] | undefined {
  const text = line.trim();
  if (text === "" || CLOSED.test(text)) return [];
  const spans = text.split(BETWEEN).map(readSpan);
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

export type Wrong = "unread" | "empty" | "overlap";

export function wrongDay(line: string): Wrong | undefined {
  const spans = readDay(line);
  return spans === undefined ? "unread" : problemOfDay(spans.map(spanOf));
}

/** 10:00–19:00 in English, 10.00–19.00 in Swedish and Danish. */
export function writeDay(spans: readonly SpanText[], language: Language): string {
  const dots = (time: string): string => (language === "en" ? time : time.replace(":", "."));
  return [...spans]
    .sort((a, b) => (a.opens < b.opens ? -1 : 1))
    .map(({ opens, closes }) => `${dots(opens)}–${dots(closes)}`)
    .join(", ");
}

/** Seven lines, Monday first. */
export const linesOf = (week: readonly DayText[], language: Language): string[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    writeDay(
      week.filter((span) => span.weekday === weekday),
      language,
    ),
  );

/** The week in the lines; undefined while one of them cannot be read. */
export function readWeek(lines: readonly string[]): DayText[] | undefined {
  const days = lines.map(readDay);
  if (days.some((day) => day === undefined)) return undefined;
  return days.flatMap((day, at) => (day ?? []).map((span) => ({ weekday: at + 1, ...span })));
}

const spansOf = (week: readonly DayText[]): WeekSpan[] =>
  week.map((span) => ({ weekday: span.weekday, ...spanOf(span) }));
export const weekOverlaps = (week: readonly DayText[]): boolean => problemOfWeek(spansOf(week)) === "overlap";

/** Where the bars of one weekday lie on a day of 1,440 minutes; what came over midnight from the day before included. */
export function barsOf(week: readonly DayText[], weekday: number): { from: number; to: number }[] {
  const before = weekday === 1 ? 7 : weekday - 1;
  const all = spansOf(week);
  const own = all
    .filter((span) => span.weekday === weekday)
    .map(({ opens, closes }) => ({ from: opens, to: Math.min(closes, 1440) }));
  const night = all
    .filter((span) => span.weekday === before && span.closes > 1440)
    .map(({ closes }) => ({ from: 0, to: closes - 1440 }));
  return [...night, ...own];
}

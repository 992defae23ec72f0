// Days and times of a place, by its own clock and not by that of the one who looks.
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { formatsOf } from "@somlos/look/format";
import type { Language } from "@somlos/look/language";
import { addDays, clockAt, dateAt, weekdayOf } from "@somlos/rules/calendar";
import { writeDay } from "./hours-text.rules.ts";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", sv: "sv-SE", da: "da-DK" };
/** Monday first. */
export const weekdayNames = (language: Language): string[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => formatsOf(language).weekday(day));

export const capital = (word: string, language: Language): string =>
  word.charAt(0).toLocaleUpperCase(locales[language]) + word.slice(1);

/** Thursday 24 December 2026, without the year when it is this one. */
export function dayName(date: string, today: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
    timeZone: "UTC",
  });
  return capital(format.format(new Date(`${date}T00:00:00Z`)).replace(",", ""), language);
}

const dots = (time: string, language: Language): string =>
  language === "en" ? time : time.replace(":", ".");

/** 19:00; tomorrow 10:00; Monday 10:00; 24 December 10:00. */
export function momentThere(at: string, place: LocationAnswer, language: Language, tomorrow: string): string {
  const moment = new Date(at);
  const date = dateAt(moment, place.zone);
  const time = dots(clockAt(moment, place.zone), language);
  if (date === place.today) return time;
  if (date === addDays(place.today, 1)) return `${tomorrow} ${time}`;
  if (date <= addDays(place.today, 6)) return `${weekdayNames(language)[weekdayOf(date) - 1] ?? ""} ${time}`;
  const format = new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return `${format.format(new Date(`${date}T00:00:00Z`))} ${time}`;
}

/** Today's hours in a line; empty when it is closed all day. */
export function hoursToday(place: LocationAnswer, language: Language): string {
  const special = place.exceptions.find((day) => day.date === place.today);
  const weekday = weekdayOf(place.today);
  return writeDay(special?.spans ?? place.week.filter((span) => span.weekday === weekday), language);
}

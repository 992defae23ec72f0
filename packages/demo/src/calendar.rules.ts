// The wall calendar of Stockholm and København: one time zone, Central European, with the European summer time.
// Days are numbers (days since 1970-01-01 on the wall), times of day are minutes.

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const MINUTE_MS = 60_000;

/** The last Sunday of a month at 01:00 UTC, when all of Europe turns its clocks. */
function turn(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - last.getUTCDay() * DAY_MS + HOUR_MS;
}

/** How far the wall clock is ahead of UTC. */
export function offsetAt(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= turn(year, 2) && ms < turn(year, 9) ? 2 * HOUR_MS : HOUR_MS;
}

export const dayOf = (ms: number): number => Math.floor((ms + offsetAt(ms)) / DAY_MS);
export const minuteOf = (ms: number): number => Math.floor(((ms + offsetAt(ms)) % DAY_MS) / MINUTE_MS);

/** The moment when the wall shows this day and minute. */
export function momentOf(day: number, minute: number): number {
  const wall = day * DAY_MS + Math.round(minute * MINUTE_MS);
  return wall - offsetAt(wall - HOUR_MS);
}

export type Civil = { readonly year: number; readonly month: number; readonly date: number };
/** month 1 to 12 */
export function civilOf(day: number): Civil {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}
export const dayOfCivil = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / DAY_MS;

/** 0 Sunday … 6 Saturday */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
export const isWeekend = (day: number): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** `14:07` on the wall. */
export function clockText(ms: number): string {
  const minute = minuteOf(ms);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** `4 Oct` */
export const dateText = (day: number): string => {
  const { month, date } = civilOf(day);
  return `${date} ${MONTHS[month - 1]}`;
};

/** Easter Sunday by the Gregorian rule of Meeus, Jones and Butcher. */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfCivil(year, Math.floor(n / 31), (n % 31) + 1);
}

const FIXED: Readonly<Record<"SE" | "DK", readonly string[]>> = {
  SE: ["1/1", "12/24", "12/25"],
  DK: ["1/1", "12/24", "12/25", "12/26"],
};
/** Days from Easter Sunday: in Denmark the shops close by law on every one of them. */
const FROM_EASTER: Readonly<Record<"SE" | "DK", readonly number[]>> = {
  SE: [0],
  DK: [-3, -2, 0, 1, 39, 49, 50],
};

export function isHoliday(day: number, country: "SE" | "DK"): boolean {
  const { year, month, date } = civilOf(day);
  if (FIXED[country].includes(`${month}/${date}`)) return true;
  if (FROM_EASTER[country].includes(day - easterOf(year))) return true;
  const midsummerEve = country === "SE" && month === 6 && date >= 19 && date <= 25 && weekdayOf(day) === 5;
  return (
    midsummerEve || (country === "SE" && month === 6 && date >= 20 && date <= 26 && weekdayOf(day) === 6)
  );
}

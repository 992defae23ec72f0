// When somebody was born at the latest, out of one word: a day, a year or an age, however people write it. Pure.

const DAY_MS = 86_400_000;
const OLDEST_YEARS = 130;

/** Names of facts that tell when somebody was born. Those that may make somebody young are found by an index of these names. */
export const birthNames = [
  ...["birthday", "birthDate", "birth_date", "dateOfBirth", "date_of_birth", "dob"],
  ...["birthYear", "birth_year", "yearOfBirth", "year_of_birth", "age"],
] as const;

/** All days that the word may mean, from and to (YYYY-MM-DD): who was born between them may have been born on the last. */
export type Span = { readonly from: string; readonly to: string };

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** A day begins a day earlier somewhere on earth. */
const lastDay = (at: number): string => isoOf(at + DAY_MS);

/** The first and the last of what is possible at that time; undefined: nothing is. */
function spanOf(days: readonly string[], at: number): Span | undefined {
  const oldest = isoOf(Date.UTC(new Date(at).getUTCFullYear() - OLDEST_YEARS, 0, 1));
  const possible = days.filter((day) => day >= oldest && day <= lastDay(at)).sort();
  const [from] = possible;
  const to = possible.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** None: no such day in any calendar. */
function dayOf(year: number, month: number, day: number): string[] {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? [isoOf(at)] : [];
}

const monthNames = ["en", "sv", "da", "nb", "fi", "de"].flatMap((language) =>
  Array.from({ length: 12 }, (_, i) => {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return { month: i + 1, name: format.format(Date.UTC(2000, i, 15)).toLowerCase() };
  }),
);
const everyMonth = Array.from({ length: 12 }, (_, i) => i + 1);

/** Months that the words may name, any month when we know none of them; none: there are no words. */
function monthsIn(text: string): readonly number[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  if (words.length === 0) return [];
  const found = monthNames.filter(({ name }) =>
    words.some((word) => name.startsWith(word) || word.startsWith(name)),
  );
  return found.length === 0 ? everyMonth : found.map(({ month }) => month);
}

const TIME = /[t ](\d{1,2}:\d{2}.*)$/i;
const MIDNIGHT = /^0?0:00(:00(\.0+)?)?\s*(z|[+-]00:?00)?$/i;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
const EARLIEST_WHOLE_YEAR = 31;

/** A year of two digits is one of this century unless that has not been yet. */
function yearOf(two: number, at: number): number {
  const late = 2000 + two;
  return late <= new Date(at).getUTCFullYear() ? late : 1900 + two;
}

function daysIn(text: string, at: number): string[] {
  const numbers = (PACKED.exec(text)?.slice(1) ?? text.match(/\d+/g) ?? []).map(Number);
  const months = monthsIn(text);
  const wholes = numbers.filter((one) => one > EARLIEST_WHOLE_YEAR);
  const small = numbers.filter((one) => one <= EARLIEST_WHOLE_YEAR);
  if (wholes.length > 1 || numbers.length > 3) return [];
  const [whole] = wholes;
  const year = whole !== undefined && whole < 100 ? yearOf(whole, at) : whole;
  const [a = 0, b = 0, c] = small;
  const bothWays = (y: number, x: number, z: number) => [...dayOf(y, x, z), ...dayOf(y, z, x)];
  if (months.length > 0 && year !== undefined) return months.flatMap((month) => dayOf(year, month, a));
  if (months.length > 0 && small.length === 2)
    return months.flatMap((m) => [...dayOf(yearOf(b, at), m, a), ...dayOf(yearOf(a, at), m, b)]);
  if (year !== undefined && small.length === 2) return bothWays(year, a, b);
  if (c !== undefined) return [...bothWays(yearOf(c, at), a, b), ...dayOf(yearOf(a, at), b, c)];
  return [];
}

/** A day and a month are read either way round. With a time of day it may be the next day where the person is. */
function readDay(text: string, at: number): Span | undefined {
  const time = TIME.exec(text)?.[1];
  const days = daysIn(text.replace(TIME, ""), at);
  const next = time === undefined || MIDNIGHT.test(time) ? [] : days.map((day) => lastDay(Date.parse(day)));
  return spanOf([...days, ...next], at);
}

function readYear(text: string, at: number): Span | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : undefined;
  if (year === undefined || year > new Date(at).getUTCFullYear()) return undefined;
  const last = `${year}-12-31`;
  return spanOf([`${year}-01-01`, last < lastDay(at) ? last : lastDay(at)], at);
}

/** Whole years, a range of them, or fewer than a number: whoever was said to be twelve was born twelve years ago at the latest. */
function readAge(text: string, at: number): Span | undefined {
  const ages = (text.match(/\d+(\.\d+)?/g) ?? []).map((one) => Math.floor(Number(one)));
  if (ages.length === 0 || ages.length > 2 || ages.some((age) => age >= OLDEST_YEARS)) return undefined;
  const said = new Date(at);
  const yearsAgo = (years: number, days: number): string =>
    isoOf(Date.UTC(said.getUTCFullYear() - years, said.getUTCMonth(), said.getUTCDate() + days));
  const fewer = /^\s*(<|under\b)/i.test(text) ? 1 : 0;
  const youngest = Math.max(0, Math.min(...ages) - fewer);
  return { from: yearsAgo(Math.max(...ages) + 1, 1), to: yearsAgo(youngest, 0) };
}

/** Undefined: it tells no year. `at`: when it was said. */
export function birthIn(name: string, value: unknown, at: number): Span | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim();
  if (text.length > 40) return undefined;
  if (name === "age") return readAge(text, at);
  return /year/i.test(name) ? readYear(text, at) : (readDay(text, at) ?? readYear(text, at));
}

// Dates of birth and the like, in the formats people export them in.

import { apart, bare, type Kind, type Profile, whole } from "./kind.rules.ts";

const MONTHS = [
  "jan",
  "feb",
  "mar",
  "apr",
  "ma[jy]",
  "jun",
  "jul",
  "aug",
  "sep",
  "o[ck]t",
  "nov",
  "de[cs]",
].map((name) => new RegExp(name));
const two = (text: string): string => text.padStart(2, "0");
const monthOf = (word: string): string => two(String(MONTHS.findIndex((month) => month.test(word)) + 1));

/** The other way round where only that makes a month of it. */
function joined(year: string, month: string, day: string): string {
  return Number(month) > 12 && Number(day) <= 12
    ? `${year}${two(day)}${two(month)}`
    : `${year}${two(month)}${two(day)}`;
}

type Form = { readonly looks: RegExp; readonly places: readonly [year: number, month: number, day: number] };

/** A day and a month in doubt are read day first, unless the column writes the month first. */
const FORMS: readonly Form[] = [
  { looks: /^((?:18|19|20)\d\d)(\d\d)(\d\d)$/, places: [1, 2, 3] },
  { looks: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, places: [1, 2, 3] },
  { looks: /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/, places: [3, 2, 1] },
  { looks: /^(\d{1,2})[-. ]+(?:of )?([a-zåäöæø]{3,})[-., ]+(\d{4})$/, places: [3, 2, 1] },
  { looks: /^([a-z]{3,})[. ]+(\d{1,2})[,. ]+(\d{4})$/, places: [3, 1, 2] },
];

const IN_DOUBT = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}/;

/** Which of two figures before a year can only be the day: the first, the second, or it is not known. */
export function dayPlace(raw: string): 1 | 2 | undefined {
  const [, one, two] = (IN_DOUBT.exec(raw.trim()) ?? []).map(Number);
  if (one === undefined || two === undefined || one > 12 === two > 12) return undefined;
  return one > 12 ? 1 : 2;
}

/** yyyymmdd, or "" when the text is no date. */
export function readDate(raw: string, monthFirst = false): string {
  const text = raw
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}.*$/, "");
  for (const { looks, places } of FORMS) {
    const found = looks.exec(text);
    if (found === null) continue;
    const [year = "", month = "", day = ""] = places.map((place) => found[place] ?? "");
    const [m, d] = monthFirst && IN_DOUBT.test(text) ? [day, month] : [month, day];
    return joined(year, /\d/.test(m) ? m : monthOf(m), d);
  }
  return "";
}

export function isDate(raw: string): boolean {
  const date = readDate(raw);
  return (
    date !== "" && Number(date.slice(4, 6)) <= 12 && Number(date.slice(6)) <= 31 && Number(date.slice(4)) > 0
  );
}

const partsAlike = (a: string, b: string): number =>
  Number(a.slice(0, 4) === b.slice(0, 4)) +
  Number(a.slice(4, 6) === b.slice(4, 6)) +
  Number(a.slice(6) === b.slice(6));

const dateKindOf = (name: string, monthFirst: boolean, fits: Kind["fits"]): Kind => ({
  name,
  levels: [
    "same",
    "day and month changed places",
    "one digit",
    "two of year, month, day",
    "two digits",
    "different",
  ],
  swaps: false,
  keys: [
    whole,
    { name: "year and month", of: (value) => value.slice(0, 6) },
    { name: "month and day", of: (value) => value.slice(4) },
    { name: "year and day", of: (value) => value.slice(0, 4) + value.slice(6) },
    { name: "year", of: (value) => value.slice(0, 4) },
    { name: "digits in order", of: (value) => [...value].sort().join("") },
  ],
  fits,
  normalise: (raw) => readDate(raw, monthFirst) || raw.replace(/\D/g, ""),
  prepare: bare,
  compare(one, other) {
    const [a, b] = [one.text, other.text];
    if (a === b) return 0;
    if (a.length === 8 && b.length === 8 && a === b.slice(0, 4) + b.slice(6) + b.slice(4, 6)) return 1;
    const distance = apart(one, other, 2);
    if (distance === 1) return 2;
    if (partsAlike(a, b) >= 2) return 3;
    return distance === 2 ? 4 : 5;
  },
});

/** Nothing else can tell 03/04/1980 from 04/03/1980 than how the rest of the column is written. */
const writesMonthFirst = ({ monthFirst, dayFirst }: Profile): boolean =>
  monthFirst > 0.02 && monthFirst > 10 * dayFirst;

export const monthFirstKind = dateKindOf(
  "date, month first",
  true,
  (profile) => profile.dates > 0.75 && writesMonthFirst(profile),
);
export const dateKind = dateKindOf("date", false, (profile) => profile.dates > 0.75);

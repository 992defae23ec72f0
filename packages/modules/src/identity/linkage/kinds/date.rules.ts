// Dates of birth and the like, in the formats people export them in.

import { plain } from "../text.rules.ts";
import { apart, bare, type Kind, type Profile, whole } from "./kind.rules.ts";
import { monthOf } from "./months.rules.ts";

const two = (figure: number): string => String(figure).padStart(2, "0");

/** The other way round where only that makes a month of it. */
function joined(year: string, month: number, day: number): string {
  return month > 12 && day <= 12 ? `${year}${two(day)}${two(month)}` : `${year}${two(month)}${two(day)}`;
}

const IN_DOUBT = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(?:\d{4}|\d{2}$)/;

/** Which of two figures before a year can only be the day: the first, the second, or it is not known. */
export function dayPlace(raw: string): 1 | 2 | undefined {
  const [, one, two] = (IN_DOUBT.exec(raw.trim()) ?? []).map(Number);
  if (one === undefined || two === undefined || one > 12 === two > 12) return undefined;
  return one > 12 ? 1 : 2;
}

/** A year of two figures is one of the hundred that end here. */
const LAST = 29;
const century = (year: string): string => (Number(year) > LAST ? `19${year}` : `20${year}`);

/** Beside figures and months: what a day, a month or a year is called, and how one counts. */
const BESIDE = /^(st|nd|rd|th|er|e|a|of|the|de|del|den|d|r|г|p|年|月|日)$/;

/** Figures and words, in their order: "den 3:e mars 1980", "21-MAR-1980", "1980. március 21.". */
const piecesOf = (text: string): string[] =>
  plain(text)
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, "$& ")
    .split(" ")
    .filter((piece) => !BESIDE.test(piece));

/** By how many figures each piece has; a word has none. */
const shapeOf = (pieces: readonly string[]): string =>
  pieces.map((piece) => (/^\d+$/.test(piece) ? piece.length : 0)).join(" ");

const FIGURES = /^(4 [12] [12]|[12] [12] 4)$/;
const PARTED = /^\d+[-/., 年]+\d+[-/., 月]+\d+\D{0,4}$/;
const SHORT = /^\d{1,2}[-/.] ?\d{1,2}[-/.] ?\d{2}\.?$/;
const WORDED = [/^0 [12] 4$/, /^([12] 0 [24]|4 0 [12])$/];

function inFigures([first = "", second = "", third = ""]: readonly string[], monthFirst: boolean): string {
  if (first.length === 4) return joined(first, Number(second), Number(third));
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return joined(third.length === 4 ? third : century(third), Number(month), Number(day));
}

/** Of the two figures beside the month the year has four, or stands last. */
function withWord(word: string, [first = "", last = ""]: readonly string[]): string {
  const month = monthOf(word);
  if (month === undefined) return "";
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  return joined(year.length === 4 ? year : century(year), month, Number(day));
}

function readPieces(text: string, monthFirst: boolean): string {
  const pieces = piecesOf(text);
  const shape = shapeOf(pieces);
  if (FIGURES.test(shape)) return PARTED.test(text) ? inFigures(pieces, monthFirst) : "";
  if (SHORT.test(text)) return inFigures(Number(pieces[0]) > 31 ? [...pieces].reverse() : pieces, monthFirst);
  const at = WORDED.findIndex((each) => each.test(shape));
  return at < 0 ? "" : withWord(pieces[at] as string, pieces.toSpliced(at, 1));
}

const PACKED = /^(?:18|19|20)\d{6}$/;
const LONGEST = 32;

/** yyyymmdd, or "" when the text is no date. A day and a month in doubt are read day first, unless the column writes that first. */
export function readDate(raw: string, monthFirst = false): string {
  const text = raw.trim().replace(/[tT ]\d{1,2}:\d{2}.*$/, "");
  if (PACKED.test(text)) return text;
  return text.length > LONGEST || !/\d/.test(text) ? "" : readPieces(text, monthFirst);
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

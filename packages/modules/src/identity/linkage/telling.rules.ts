// Which columns of a wide file take part. Numbers of rows, times of saving, flags and the like are other whoever two rows are of:
// a score of them together would outweigh the few that tell people. Told from values and heads, before any pair is weighed.

import { areBirths, GIVEN } from "./bounds.rules.ts";
import {
  commonValues,
  isEmpty,
  kindOf,
  profileOf,
  type RawColumn,
  readValue,
  tally,
} from "./columns.rules.ts";
import { saysOfPeople } from "./heads.rules.ts";
import { mix } from "./text.rules.ts";

/** A file with fewer columns was made for its purpose: all of them take part. */
const WIDE = 12;
/** What is known of a pair is kept in 32 bits, one a column. */
const COLUMNS_AT_MOST = 32;
/** Rows that hold one value, for it to be a sign. */
const HOLDERS = 20;
const PAIRS = 3000;
const CHANCE_PAIRS = 20_000;
/** Nats of agreement above chance: over all pairs of columns of a wide file chance makes no such thing. */
const WORTH = 12;
const AGREE_AT_LEAST = 4;

type Pair = readonly [number, number];
type Agrees = (pair: Pair) => boolean;

/** Rows in an order that is chance's: neighbours in a file were often written on one day. */
const shuffled = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, row) => mix(row) * 2 ** 21 + row)
    .sort()
    .map((key) => key % 2 ** 21);

/** Some of the pairs of rows that share a value which few hold. */
function pairsSharing(raw: RawColumn, order: Float64Array): Pair[] {
  const { cells, texts } = raw;
  const counts = tally(raw);
  const last = new Int32Array(texts.length).fill(-1);
  const pairs: Pair[] = [];
  for (const row of order) {
    const cell = cells[row] as number;
    if (cell < 0 || isEmpty(texts[cell] ?? "") || (counts[cell] as number) > HOLDERS) continue;
    const before = last[cell] as number;
    if (before >= 0) pairs.push([before, row]);
    last[cell] = row;
  }
  return pairs.slice(0, PAIRS);
}

/** Whether two rows come near each other: one value, or one key of blocking. */
function agreeBy(raw: RawColumn): Agrees {
  const kind = kindOf(raw);
  const keys = new Map<number, readonly string[]>();
  const keysOf = (cell: number): readonly string[] => {
    const known = keys.get(cell);
    if (known !== undefined) return known;
    const value = readValue(kind, raw.texts[cell] ?? "");
    const made = value === "" ? [] : [value, ...kind.keys.map((key) => key.of(value))];
    keys.set(cell, made);
    return made;
  };
  return ([a, b]) => {
    const [one, other] = [raw.cells[a] as number, raw.cells[b] as number];
    if (one < 0 || other < 0) return false;
    const theirs = keysOf(other);
    return keysOf(one).some((key, at) => key !== "" && key === theirs[at]);
  };
}

const chancePairs = (size: number): Pair[] =>
  Array.from(
    { length: CHANCE_PAIRS },
    (_, at): Pair => [mix(2 * at + 1) % size, mix(2 * at + 2) % size],
  ).filter(([a, b]) => a !== b);

const countOf = (pairs: readonly Pair[], agrees: Agrees): number => pairs.filter(agrees).length;

/** More often than by chance, in nats. */
function isAbove(agreed: number, expected: number): boolean {
  return (
    agreed >= AGREE_AT_LEAST &&
    agreed > expected &&
    agreed * Math.log(agreed / expected) - (agreed - expected) > WORTH
  );
}

const OF_ITSELF = ["e-mail", "phone", "whole name"];

/** A mail, a phone, a name, a birth, a home: where few stand twice no pairs of rows are there to show what it tells. */
function saysItOfItself(raw: RawColumn): boolean {
  const kind = kindOf(raw);
  if (OF_ITSELF.includes(kind.name) || saysOfPeople(raw.name)) return true;
  if (kind.name === "name") return profileOf(raw).named >= GIVEN;
  const values = raw.texts.map((text) => readValue(kind, text)).filter((value) => value !== "");
  return areBirths(kind, values);
}

/** Columns in which rows that share a rare value of another column agree more often than any two rows do. */
function agreeing(raws: readonly RawColumn[]): RawColumn[] {
  const size = raws[0]?.cells.length ?? 0;
  const anyTwo = chancePairs(size);
  const order = shuffled(size);
  const sharing = raws.map((raw) => pairsSharing(raw, order));
  return raws.filter((raw, at) => {
    const agrees = agreeBy(raw);
    const chance = (countOf(anyTwo, agrees) + 0.5) / (anyTwo.length + 1);
    return sharing.some(
      (pairs, other) => other !== at && isAbove(countOf(pairs, agrees), chance * pairs.length),
    );
  });
}

/** Those whose common values are the most different, filled ones before; in their own order. */
function mostDifferent(raws: readonly RawColumn[]): readonly RawColumn[] {
  if (raws.length <= COLUMNS_AT_MOST) return raws;
  const told = raws.map((raw) => {
    const counts = tally(raw).map((count, at) => (isEmpty(raw.texts[at] ?? "") ? 0 : count));
    const filled = counts.reduce((sum, count) => sum + count, 0);
    return { raw, tells: filled * Math.log(1 + commonValues(counts, filled)) };
  });
  const best = [...told].sort((one, other) => other.tells - one.tells).slice(0, COLUMNS_AT_MOST);
  return told.filter((each) => best.includes(each)).map(({ raw }) => raw);
}

/** The columns that take part. Where nothing says anything of people none is preferred. */
export function tellingColumns(raws: readonly RawColumn[]): readonly RawColumn[] {
  const differing = raws.filter((raw) => raw.texts.filter((text) => text !== "").length > 1);
  if (differing.length <= WIDE) return raws;
  const agreed = agreeing(differing);
  const saying = differing.filter((raw) => agreed.includes(raw) || saysItOfItself(raw));
  return mostDifferent(saying.length < 2 ? differing : saying);
}

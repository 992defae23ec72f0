// A table made ready for comparing: every column with its kind, its different values and what each row holds.

import { dayPlace, isDate } from "./kinds/date.rules.ts";
import type { Kind, Profile, Value } from "./kinds/kind.rules.ts";
import { kinds } from "./kinds/kinds.rules.ts";
import { hasGivenName } from "./kinds/whole-name.rules.ts";
import { hashText, mix, plain } from "./text.rules.ts";

/** What a caller hands in. Column by column; a cell of -1 is missing. */
export type RawColumn = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly cells: Int32Array;
};

export type Column = {
  readonly name: string;
  readonly kind: Kind;
  readonly values: readonly Value[];
  readonly cells: Int32Array;
  /** How many rows hold a value. */
  readonly counts: Int32Array;
  /** How many rows hold anything, where `counts` are not of these rows. */
  readonly filled?: number;
  /** Levels of pairs of values already compared, where a column has few enough values to keep them: 0 is not yet. */
  readonly known?: Uint8Array;
};

/** Rows before `split` are one file, the others another; without a second file `split` is `size`. */
export type Records = { readonly size: number; readonly split: number; readonly columns: readonly Column[] };

export function rawColumn(name: string, texts: Iterable<string>): RawColumn {
  const places = new Map<string, number>();
  const cells: number[] = [];
  for (const text of texts) {
    const trimmed = text.trim();
    const at = places.get(trimmed) ?? places.size;
    places.set(trimmed, at);
    cells.push(at);
  }
  return { name, texts: [...places.keys()], cells: Int32Array.from(cells) };
}

const REMEMBERED = 3000;
const EMPTY = /^(null|none|nan|n\/?a|nil|undefined|unknown|okänd|ukendt|-+|\?+|\.+)$/i;
export const isEmpty = (text: string): boolean => text === "" || EMPTY.test(text);
const isPhone = (text: string): boolean =>
  /^(\+|00?[1-9]|\(|\d{2,4}[ -]\d)[\d\s()./-]{5,}$/.test(text) && text.replace(/\D/g, "").length >= 7;

export function tally(raw: RawColumn): Float64Array {
  const counts = new Float64Array(raw.texts.length);
  for (const cell of raw.cells) if (cell >= 0) counts[cell] = (counts[cell] as number) + 1;
  return counts;
}

/** How many different values fill 19 of 20 cells: typing errors make more values, not more kinds of them. */
export function commonValues(counts: Float64Array, filled: number): number {
  const sorted = Float64Array.from(counts).sort().reverse();
  let [seen, distinct] = [0, 0];
  for (const count of sorted) {
    if (seen >= filled * 0.95) break;
    seen += count;
    distinct++;
  }
  return distinct;
}

const ASKED = 2000;

/** Of some of the values, by what they say and not by where they stand: how many have a given name in them. */
function namedShare(texts: readonly string[]): number {
  const step = Math.ceil(texts.length / ASKED);
  const some = texts.filter((text) => hashText(text) % step === 0);
  return some.filter(hasGivenName).length / Math.max(1, some.length);
}

export function profileOf(raw: RawColumn): Profile {
  const counts = tally(raw);
  const sums = {
    filled: 0,
    dates: 0,
    monthFirst: 0,
    dayFirst: 0,
    mails: 0,
    phones: 0,
    dialled: 0,
    withDigit: 0,
    words: 0,
    length: 0,
  };
  raw.texts.forEach((text, index) => {
    if (isEmpty(text)) counts[index] = 0;
    const count = counts[index] as number;
    sums.filled += count;
    sums.dates += Number(isDate(text)) * count;
    const place = dayPlace(text);
    sums.monthFirst += Number(place === 2) * count;
    sums.dayFirst += Number(place === 1) * count;
    sums.mails += Number(/^\S+@\S+$/.test(text)) * count;
    sums.dialled += Number(/^\+?[\d\s()./-]{7,22}$/.test(text)) * count;
    sums.phones += Number(isPhone(text)) * count;
    sums.withDigit += Number(/\d/.test(text)) * count;
    sums.words += text.split(/\s+/).length * count;
    sums.length += text.length * count;
  });
  const filled = Math.max(1, sums.filled);
  const share = (sum: number): number => sum / filled;
  return {
    filled: sums.filled,
    distinct: commonValues(counts, sums.filled),
    dates: share(sums.dates),
    monthFirst: share(sums.monthFirst),
    dayFirst: share(sums.dayFirst),
    mails: share(sums.mails),
    phones: share(sums.phones),
    dialled: share(sums.dialled),
    withDigit: share(sums.withDigit),
    words: share(sums.words),
    length: share(sums.length),
    head: plain(raw.name).replaceAll(" ", ""),
    named: namedShare(raw.texts),
  };
}

export function kindOf(raw: RawColumn): Kind {
  const profile = profileOf(raw);
  return kinds.find((kind) => kind.fits(profile)) ?? (kinds.at(-1) as Kind);
}

/** A text as its kind compares it; "" is nothing. */
export const readValue = (kind: Kind, text: string): string =>
  isEmpty(text.trim()) ? "" : kind.normalise(text.trim()).slice(0, 120);

function prepare(raw: RawColumn, order: Int32Array, kind: Kind): Column {
  const places = new Map<string, number>();
  const now = raw.texts.map((text) => {
    const value = readValue(kind, text);
    if (value === "") return -1;
    const at = places.get(value) ?? places.size;
    places.set(value, at);
    return at;
  });
  const cells = new Int32Array(order.length);
  const counts = new Int32Array(places.size);
  order.forEach((row, index) => {
    const cell = raw.cells[row] as number;
    const at = cell < 0 ? -1 : (now[cell] as number);
    cells[index] = at;
    if (at >= 0) counts[at] = (counts[at] as number) + 1;
  });
  const known = places.size <= REMEMBERED ? { known: new Uint8Array(places.size ** 2) } : {};
  return { ...known, name: raw.name, kind, values: Array.from(places.keys(), kind.prepare), cells, counts };
}

/** Rows by what they say, not by where they stand: the result may not depend on the order of a file. */
function orderOf(raws: readonly RawColumn[], size: number, split: number): Int32Array {
  const hashes = raws.map((raw) => Uint32Array.from(raw.texts, hashText));
  const keys = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let hash = row < split ? 1 : 2;
    raws.forEach((raw, index) => {
      const cell = raw.cells[row] as number;
      hash = mix(Math.imul(hash, 31) ^ (cell < 0 ? 0 : (hashes[index]?.[cell] as number)));
    });
    keys[row] = row < split ? hash : hash + 2 ** 32;
  }
  return Int32Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}

/** `order[i]` is the row of the caller that became row i. */
export function prepareRecords(
  raws: readonly RawColumn[],
  split = raws[0]?.cells.length ?? 0,
): { readonly records: Records; readonly order: Int32Array } {
  const size = raws[0]?.cells.length ?? 0;
  const telling = raws.filter((raw) => raw.texts.filter((text) => text !== "").length > 1);
  const order = orderOf(telling, size, split);
  return { records: { size, split, columns: telling.map((raw) => prepare(raw, order, kindOf(raw))) }, order };
}

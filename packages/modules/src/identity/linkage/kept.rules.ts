// A model put away as JSON, and pairs weighed by it one at a time. What a pair weighs follows from the model and the two rows
// alone: the same whatever other rows are asked with them, and whenever.

import { type BlockRule, chooseRules, largestBlock, ruleHashes } from "./blocking.rules.ts";
import { type Column, type Records, readValue } from "./columns.rules.ts";
import { kinds } from "./kinds/kinds.rules.ts";
import type { Rates } from "./rates.rules.ts";
import { hashText } from "./text.rules.ts";
import type { Model } from "./train.rules.ts";
import { type Waterfall, weigher } from "./weights.rules.ts";

/** Rises when kinds, their levels or their keys change: a model of another version is no use. */
export const KEPT_VERSION = 3;

type KeptLean = {
  readonly on: readonly number[];
  readonly agreeing: readonly number[];
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
};

export type Kept = {
  readonly version: number;
  readonly columns: readonly { readonly name: string; readonly kind: string }[];
  readonly rules: readonly BlockRule[];
  readonly swaps: readonly (readonly [number, number])[];
  readonly lambda: number;
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  readonly leans: readonly (KeptLean | null)[];
  /** Two people under one roof, where columns tell them. */
  readonly roof: {
    readonly share: number;
    readonly h: readonly (readonly number[])[];
    readonly apart: readonly number[];
  } | null;
  /** How many rows hold something, a column. */
  readonly filled: readonly number[];
  /** A block of more rows says nothing. */
  readonly largest: number;
  /** Bits from which a pair is worth asking about. */
  readonly threshold: number;
};

/** How many rows hold a value, by the hash of it. Two or fewer are not kept: that is no common value. */
export type Term = { readonly column: number; readonly hash: number; readonly rows: number };

const RARE = 2;
const numbers = (rates: readonly Float64Array[]): number[][] => rates.map((each) => [...each]);

export function keepModel(records: Records, model: Model, threshold: number): { kept: Kept; terms: Term[] } {
  const { lambda, m, u, leans, roof } = model.rates;
  const terms = records.columns.flatMap(({ counts, values }, column) =>
    values.flatMap(({ text }, at) => {
      const rows = counts[at] as number;
      return rows > RARE ? [{ column, hash: hashText(text), rows }] : [];
    }),
  );
  const kept = {
    version: KEPT_VERSION,
    columns: model.columns,
    rules: model.rules.length > 0 ? model.rules : chooseRules(records),
    swaps: model.swaps,
    lambda,
    m: numbers(m),
    u: numbers(u),
    leans: leans.map((lean) =>
      lean === undefined ? null : { ...lean, m: numbers(lean.m), u: numbers(lean.u) },
    ),
    roof: roof === undefined ? null : { ...roof, h: numbers(roof.h) },
    filled: records.columns.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)),
    largest: largestBlock(records.size),
    threshold,
  };
  return { kept, terms };
}

const arrays = (rates: readonly (readonly number[])[]): Float64Array[] =>
  rates.map((each) => Float64Array.from(each));

const ratesOf = ({ lambda, m, u, leans, roof }: Kept): Rates => ({
  lambda,
  m: arrays(m),
  u: arrays(u),
  roof: roof === null ? undefined : { ...roof, h: arrays(roof.h) },
  leans: leans.map((lean) => (lean === null ? undefined : { ...lean, m: arrays(lean.m), u: arrays(lean.u) })),
});

/** What is known of somebody, by the names of columns. */
export type Cells = Readonly<Record<string, string | undefined>>;
export type CountOf = (column: number, hash: number) => number;

function columnOf(kept: Kept, at: number, rows: readonly Cells[], countOf: CountOf): Column {
  const { name = "", kind: kindName = "" } = kept.columns[at] ?? {};
  const kind = kinds.find((each) => each.name === kindName) ?? (kinds.at(-1) as (typeof kinds)[number]);
  const places = new Map<string, number>();
  const cells = Int32Array.from(rows, (row) => {
    const value = readValue(kind, row[name] ?? "");
    if (value === "") return -1;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  const counts = Int32Array.from(places.keys(), (value) => countOf(at, hashText(value)));
  return {
    name,
    kind,
    values: Array.from(places.keys(), kind.prepare),
    cells,
    counts,
    filled: kept.filled[at] ?? 0,
  };
}

export type Scorer = {
  bits(a: number, b: number): number;
  explain(a: number, b: number): Waterfall;
  /** What each rule says of a row; 0 says nothing. Two rows are worth weighing when one says the same of both. */
  keys(row: number): number[];
};

/** Weighs pairs of these rows, by their places. */
export function scorer(kept: Kept, rows: readonly Cells[], countOf: CountOf): Scorer {
  const columns = kept.columns.map((_, at) => columnOf(kept, at, rows, countOf));
  const records = { size: rows.length, split: rows.length, columns };
  const { bits, explain } = weigher(records, {
    columns: kept.columns,
    swaps: kept.swaps,
    rates: ratesOf(kept),
  });
  const hashes = kept.rules.map((rule) => ruleHashes(records, rule));
  return { bits, explain, keys: (row) => hashes.map((each) => each[row] as number) };
}

/** The values whose counts weighing these rows needs. */
export function termsAsked(kept: Kept, rows: readonly Cells[]): { column: number; hash: number }[] {
  return kept.columns.flatMap((_, column) =>
    columnOf(kept, column, rows, () => 0).values.map(({ text }) => ({ column, hash: hashText(text) })),
  );
}

// What a model knows: how often true pairs (m) and other pairs (u) reach each level, and which columns lean on others, so
// that two columns that say one thing are not heard twice.

import { MISSING, SAME } from "./compare.rules.ts";

/**
 * Equal patterns of levels counted together. `fresh` has a bit for each column that some rule which met the pair did without,
 * `apart` for each where that rule also did without columns that repeat it.
 */
export type Pattern = {
  readonly levels: Uint8Array;
  readonly fresh: number;
  readonly apart: number;
  count: number;
};

/**
 * A column whose agreement follows from that of others: a mail made of the name, a town that its postcode gives away. Its
 * context is what those others say, each "no", "alike" or "same"; the last context is for pairs where that is not known.
 */
export type Lean = {
  readonly on: readonly number[];
  /** How many levels of each of `on` count as agreeing, from the best. */
  readonly agreeing: readonly number[];
  /** A context, then a level. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
};

/** Two people under one roof: how often they reach each level, of the columns that speak otherwise there than among strangers. */
export type Roof = {
  /** Share of all pairs. */
  readonly share: number;
  readonly h: readonly Float64Array[];
  readonly apart: readonly number[];
};

export type Rates = {
  /** Share of all pairs that are true pairs. */
  readonly lambda: number;
  /** A column, then a level; level 0 (missing) is not a rate. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  readonly leans: readonly (Lean | undefined)[];
  readonly roof?: Roof | undefined;
};

const STATES = 3;
type Shape = Pick<Lean, "on" | "agreeing">;

/**
 * Of the parents: 0 does not agree, 1 alike, 2 the same. What is missing may agree where another one does. `from` is where the
 * levels of the pair begin.
 */
export function contextOf(lean: Shape, levels: Uint8Array, from = 0): number {
  let [context, place, missing] = [0, 1, 0];
  for (let index = 0; index < lean.on.length; index++) {
    const level = levels[from + (lean.on[index] as number)] as number;
    if (level === MISSING) missing += place;
    else if (level === SAME) context += 2 * place;
    else if (level <= (lean.agreeing[index] as number)) context += place;
    place *= STATES;
  }
  if (missing === 0) return context;
  return context === 0 ? place : context + missing;
}

/** What each parent says in a context. */
export const statesOf = (shape: Shape, context: number): number[] =>
  shape.on.map((_, index) => Math.floor(context / STATES ** index) % STATES);
export const contextsOf = (shape: Shape): number => STATES ** shape.on.length + 1;

const logsOf = (m: Float64Array, u: Float64Array): Float64Array =>
  m.map((share, level) => (level === MISSING || share === 0 ? 0 : Math.log(share / (u[level] as number))));

/** What each column adds to the log odds of a pair. */
export type Adder = (at: number, levels: Uint8Array) => number;

export function adderBy(rates: Rates): Adder {
  const alone = rates.m.map((m, at) => logsOf(m, rates.u[at] as Float64Array));
  const leaning = rates.leans.map((lean) =>
    lean?.m.map((m, context) => logsOf(m, lean.u[context] as Float64Array)),
  );
  return (at, levels) => {
    const lean = rates.leans[at];
    const logs = lean === undefined ? alone[at] : leaning[at]?.[contextOf(lean, levels)];
    return (logs as Float64Array)[levels[at] as number] as number;
  };
}

export const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));

/** Log odds of "under one roof" against strangers; `term` adds what a value says by being rare. */
export function roofBy({ lambda, u, leans, roof }: Rates) {
  if (roof === undefined) return (): number => -Infinity;
  const start = Math.log(roof.share / (1 - lambda - roof.share));
  const alone = roof.h.map((h, at) => logsOf(h, u[at] as Float64Array));
  const leaning = leans.map((lean, at) => lean?.u.map((each) => logsOf(roof.h[at] as Float64Array, each)));
  return (levels: Uint8Array, term?: (at: number) => number): number => {
    let sum = start;
    for (const at of roof.apart) {
      const lean = leans[at];
      const logs = lean === undefined ? alone[at] : leaning[at]?.[contextOf(lean, levels)];
      sum += ((logs as Float64Array)[levels[at] as number] as number) + (term?.(at) ?? 0);
    }
    return sum;
  };
}

export const startOf = ({ lambda, roof }: Rates): number =>
  Math.log(lambda / (1 - lambda - (roof?.share ?? 0)));

/** Odds of a true pair against strangers. They are kept as logarithms: sums of many columns overflow otherwise. */
export function strangerOddsBy(rates: Rates): (levels: Uint8Array) => number {
  const start = startOf(rates);
  const add = adderBy(rates);
  return (levels) => {
    let sum = start;
    for (let at = 0; at < levels.length; at++) sum += add(at, levels);
    return sum;
  };
}

/** Odds of a true pair against all else. */
export function logOddsBy(rates: Rates): (levels: Uint8Array) => number {
  const [odds, roof] = [strangerOddsBy(rates), roofBy(rates)];
  return (levels) => odds(levels) - softplus(roof(levels));
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

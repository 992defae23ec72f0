// Fellegi–Sunter: how often true pairs (m) and other pairs (u) reach each level, learned without labels by expectation
// and maximisation over ALL pairs. Pairs that no rule of blocking made count as other pairs; so a rule of blocking
// never makes the others look more alike than they are.

import { type Bounds, bounded } from "./bounds.rules.ts";
import { findLeans } from "./leans.rules.ts";
import { type Pattern, probability, type Rates, roofBy, softplus, strangerOddsBy } from "./rates.rules.ts";
import { firstRoof, maximiseRoof, roofOver, roofPrior } from "./roof.rules.ts";

export type Learned = {
  readonly rates: Rates;
  /** Log likelihood (with the prior) after each step, a list a round: never falls inside a round. */
  readonly rounds: readonly (readonly number[])[];
};

export type Totals = {
  readonly pairs: number;
  /** Pairs of the whole table at each level, counted or estimated. */
  readonly levels: readonly Float64Array[];
  /** Levels never seen among random pairs: how many pairs that can hide. */
  readonly unseen: number;
};

const PRIOR = 4;

/** Before anything is learned: true pairs mostly agree. Also the pseudo-counts of every step. */
export function firstM(levels: number, swapped: boolean): Float64Array {
  const kinds = levels - 2;
  const m = new Float64Array(levels);
  for (let level = 1; level <= kinds; level++)
    m[level] = level === 1 ? 0.75 : level === kinds ? 0.1 : 0.13 / (kinds - 2 || 1);
  if (swapped) m[levels - 1] = 0.02;
  return m.map((share) => share / m.reduce((sum, each) => sum + each, 0));
}

type Step = {
  readonly sums: Float64Array[];
  /** Of pairs under one roof. */
  readonly roofs: Float64Array[];
  total: number;
  roofed: number;
  likelihood: number;
};

const add = (sums: readonly Float64Array[], levels: Uint8Array, share: number, which: number): void => {
  for (let at = 0; at < sums.length; at++) {
    const [level, sum] = [levels[at] as number, sums[at] as Float64Array];
    if ((which >>> at) & 1) sum[level] = (sum[level] as number) + share;
  }
};

function expect(patterns: readonly Pattern[], rates: Rates, fresh: boolean): Step {
  const sums = rates.m.map((m) => new Float64Array(m.length));
  const roofs = rates.m.map((m) => new Float64Array(m.length));
  const step: Step = { sums, roofs, total: 0, roofed: 0, likelihood: 0 };
  const [oddsOf, roofOf] = [strangerOddsBy(rates), roofBy(rates)];
  for (const { levels, count, fresh: found } of patterns) {
    const [stranger, roof] = [oddsOf(levels), roofOf(levels)];
    const odds = stranger - softplus(roof);
    const share = probability(odds) * count;
    step.total += share;
    step.likelihood += (softplus(roof) + softplus(odds)) * count;
    add(sums, levels, share, fresh ? found : -1);
    if (rates.roof === undefined) continue;
    const under = probability(roof) * (count - share);
    step.roofed += under;
    add(roofs, levels, under, -1);
  }
  return step;
}

function priorOf(rates: Rates, priors: readonly Float64Array[]): number {
  let sum = 0;
  rates.m.forEach((m, at) => {
    // Columns that lean on others stand still inside a round.
    if (rates.leans[at] !== undefined) return;
    m.forEach((share, level) => {
      const prior = priors[at]?.[level] as number;
      if (prior > 0) sum += PRIOR * prior * Math.log(share);
    });
  });
  return sum;
}

function maximiseM(sums: readonly Float64Array[], priors: readonly Float64Array[], bounds: Bounds) {
  return sums.map((sum, at) => {
    const prior = priors[at] as Float64Array;
    const total = sum.reduce((all, each, level) => (level === 0 ? all : all + each), PRIOR);
    const m = sum.map((each, level) => (level === 0 ? 0 : (each + PRIOR * (prior[level] as number)) / total));
    return bounded(m, at, bounds);
  });
}

/** u is what is left of all pairs when the true pairs are taken away. */
export function restU(patterns: readonly Pattern[], totals: Totals, rates: Rates): Float64Array[] {
  const { sums } = expect(patterns, rates, false);
  const met = rates.m.map((m) => new Float64Array(m.length));
  for (const { levels, count } of patterns)
    levels.forEach((level, at) => {
      const sum = met[at] as Float64Array;
      sum[level] = (sum[level] as number) + count;
    });
  return sums.map((sum, at) => {
    const left = sum.map((matched, level) => {
      const all = totals.levels[at]?.[level] as number;
      const seen = Math.max(0, (met[at]?.[level] as number) - matched) + 0.5;
      return level === 0 ? 0 : Math.max(seen, all > 0 ? all - matched : totals.unseen);
    });
    const total = left.reduce((all, each) => all + each, 0);
    return left.map((each) => each / total);
  });
}

const STEPS = 40;
const ROUNDS = 4;

/** One round: u stands still, lambda and m climb. */
function climb(
  patterns: readonly Pattern[],
  totals: Totals,
  from: Rates,
  priors: readonly Float64Array[],
  bounds: Bounds,
) {
  let rates = from;
  const likelihoods: number[] = [];
  for (let at = 0; at < STEPS; at++) {
    const step = expect(patterns, rates, false);
    // The constant of all pairs as other pairs, then what true pairs add.
    const strangers = totals.pairs * Math.log1p(-rates.lambda - (rates.roof?.share ?? 0));
    const likelihood = strangers + step.likelihood + priorOf(rates, priors) + roofPrior(rates, bounds.speaks);
    const last = likelihoods.at(-1);
    likelihoods.push(likelihood);
    if (last !== undefined && likelihood - last < 1e-7 * Math.abs(likelihood)) break;
    const lambda = Math.min(0.9, Math.max(step.total, 0.5) / totals.pairs);
    const roof = rates.roof && maximiseRoof(rates.roof, step, totals.pairs, rates.u, bounds.speaks);
    rates = { ...rates, lambda, m: maximiseM(step.sums, priors, bounds), roof };
  }
  return { rates, likelihoods };
}

/** All pairs without the true ones that are guessed: a telling value that two rows share is mostly one person's. */
function guessed(totals: Totals, { lambda, m }: Rates): Totals {
  const levels = totals.levels.map((sums, at) => {
    const fewer = Float64Array.from(sums);
    const same = sums[1] as number;
    fewer[1] = Math.max(0.1 * same, same - lambda * totals.pairs * (m[at]?.[1] as number));
    return fewer;
  });
  return { ...totals, levels };
}

/** Patterns below these odds at the first guess are no true pairs whatever is learned; they need no steps. */
const HOPELESS = -16;

export function learn(
  all: readonly Pattern[],
  totals: Totals,
  priors: readonly Float64Array[],
  guess: number,
  bounds: Bounds,
): Learned {
  const m = priors.map((prior) => Float64Array.from(prior));
  let rates: Rates = { lambda: guess, m, u: m, leans: [] };
  rates = { ...rates, u: restU([], guessed(totals, rates), rates) };
  rates = { ...rates, roof: firstRoof(rates.u, bounds.speaks, 0.5 * guess) };
  const first = strangerOddsBy(rates);
  const patterns = all.filter((pattern) => first(pattern.levels) > HOPELESS);
  rates = { ...rates, leans: findLeans(all, rates, bounds, true) };
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const climbed = climb(patterns, totals, rates, priors, bounds);
    rates = climbed.rates;
    rounds.push(climbed.likelihoods);
    const u = restU(patterns, totals, rates);
    rates = { ...rates, u, roof: roofOver(rates, u, bounds.speaks) };
    rates = { ...rates, leans: findLeans(all, rates, bounds, false) };
  }
  // A column's m is taken from pairs that were found without it: a rule finds only those that agree on what it needs.
  const step = expect(patterns, rates, true);
  rates = { ...rates, m: maximiseM(step.sums, rates.m, bounds) };
  return { rates: { ...rates, leans: findLeans(all, rates, bounds, false) }, rounds };
}

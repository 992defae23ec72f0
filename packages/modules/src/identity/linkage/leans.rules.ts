// Columns that lean on others, found in the pairs themselves: among pairs that the OTHER columns say are two people, how often
// does a column agree when another one does? Such agreement is no second sign.

import { type Bounds, bounded } from "./bounds.rules.ts";
import { SAME } from "./compare.rules.ts";
import type { Kin } from "./kin.rules.ts";
import {
  adderBy,
  contextOf,
  contextsOf,
  type Lean,
  type Pattern,
  probability,
  type Rates,
  statesOf,
  strangerOddsBy,
} from "./rates.rules.ts";
import { mix } from "./text.rules.ts";

const PARENTS = 3;
/** Pairs a context is trusted after, and what leaning must be worth: nats in all, and a pair. */
const TRUST_U = 6;
const TRUST_M = 20;
/** Where most pairs are true, the few others among them are likely true pairs misread: the share of those to outnumber. */
const DOUBT = 1;
const WORTH = 12;
const WORTH_A_PAIR = 0.4;

/** What a look for leans costs at most: patterns, times the pairs of columns in which each is asked. */
const MOST = 100_000_000;
export const patternsAsked = (columns: number): number => Math.floor(MOST / columns ** 2);
/** Odds from which a pattern may well be a true pair. */
const PERHAPS = -10;

/** Patterns of a wide file, so many that all columns can be asked: what may be true as it is, of the rest one in `times` for all. */
export function askedOf(
  all: readonly Pattern[],
  rates: Rates,
): { readonly asked: readonly Pattern[]; readonly times: number } {
  const times = Math.ceil(all.length / patternsAsked(rates.m.length));
  if (times <= 1) return { asked: all, times: 1 };
  const odds = strangerOddsBy(rates);
  const asked = all.flatMap((pattern, at) => {
    if (pattern.count > times || odds(pattern.levels) > PERHAPS) return [pattern];
    return mix(at) % times === 0 ? [{ ...pattern, count: pattern.count * times }] : [];
  });
  return { asked, times };
}

/** Patterns with how many are other and true pairs; their levels stand one after another, since each is asked so often. */
type Weighed = {
  readonly levels: Uint8Array;
  readonly columns: number;
  readonly other: Float64Array;
  readonly same: Float64Array;
};

/** What each column adds to each pattern, and all of them together. */
type Said = { readonly parts: readonly Float64Array[]; readonly whole: Float64Array };

function saidBy(all: readonly Pattern[], rates: Rates): Said {
  const add = adderBy(rates);
  const parts = rates.m.map((_, at) => Float64Array.from(all, (pattern) => add(at, pattern.levels)));
  const start = Math.log(rates.lambda / (1 - rates.lambda));
  const whole = Float64Array.from(all, (_, index) =>
    parts.reduce((sum, part) => sum + (part[index] as number), start),
  );
  return { parts, whole };
}

/**
 * Pairs found without the column, with how many are other and true pairs by what is said without it (and its kin). Later, two
 * values that are one and the same are heard as well: strangers come near each other's, they do not meet.
 */
function weighWithout(
  all: readonly Pattern[],
  { parts, whole }: Said,
  at: number,
  kin: number | undefined,
  isAnother: (levels: Uint8Array) => boolean,
): Weighed {
  const out = parts.filter((_, column) => column === at || ((kin ?? 0) >>> column) & 1);
  const columns = parts.length;
  const weighed = {
    levels: new Uint8Array(all.length * columns),
    columns,
    other: new Float64Array(all.length),
    same: new Float64Array(all.length),
  };
  let size = 0;
  const put = (levels: Uint8Array, other: number, same: number): void => {
    weighed.levels.set(levels, size * columns);
    weighed.other[size] = other;
    weighed.same[size++] = same;
  };
  all.forEach(({ levels, count, apart }, index) => {
    if (((apart >>> at) & 1) === 0 || levels[at] === 0) return;
    if (isAnother(levels)) {
      put(levels, count, 0);
      return;
    }
    const odds = whole[index] as number;
    const heard =
      kin === undefined && levels[at] === SAME
        ? odds
        : out.reduce((sum, part) => sum - (part[index] as number), odds);
    // Squared: what may well be a true pair counts for little.
    put(levels, count * (1 - probability(heard)) ** 2, count * probability(odds));
  });
  return { ...weighed, other: weighed.other.subarray(0, size), same: weighed.same.subarray(0, size) };
}

/** Whatever else agrees: all that is said of the person alone is different. */
function anotherBy(rates: Rates, { own, another }: Bounds, at: number): (levels: Uint8Array) => boolean {
  const others = own.filter((column) => column !== at);
  return (levels) => {
    let said = 0;
    for (const column of others) {
      const level = levels[column] as number;
      if (level === 0) continue;
      const last = (rates.m[column] as Float64Array).length - 2;
      if (level > last || level <= last - (another[column] ?? 1)) return false;
      said++;
    }
    return said > 0;
  };
}

type Shape = Pick<Lean, "on" | "agreeing">;

type Sums = { readonly other: readonly Float64Array[]; readonly same: readonly Float64Array[] };

/** A context, then a level of the column. */
function sumsBy({ levels, columns, other, same }: Weighed, shape: Shape, at: number, most: number): Sums {
  const contexts = contextsOf(shape);
  const [others, sames] = [new Float64Array(contexts * most), new Float64Array(contexts * most)];
  for (let index = 0; index < other.length; index++) {
    const from = index * columns;
    const place = contextOf(shape, levels, from) * most + (levels[from + at] as number);
    others[place] = (others[place] as number) + (other[index] as number);
    sames[place] = (sames[place] as number) + (same[index] as number);
  }
  const cut = (flat: Float64Array): Float64Array[] =>
    Array.from({ length: contexts }, (_, context) => flat.subarray(context * most, (context + 1) * most));
  return { other: cut(others), same: cut(sames) };
}

const total = (sums: Float64Array): number => sums.reduce((all, each) => all + each, 0);

/** Shares of a context, drawn towards those of the whole where little was seen. */
const drawn = (sums: Float64Array, whole: Float64Array, trust: number, doubt = 0): Float64Array => {
  const all = total(sums) + trust + doubt;
  return sums.map((sum, level) =>
    level === 0 ? 0 : (sum + (trust + doubt) * (whole[level] as number)) / all,
  );
};

/** That what it leans on agrees makes two strangers no less likely to agree in this too: to have seen little is no such news. */
function noLess(said: Float64Array, own: Float64Array): Float64Array {
  const raised = said.map((each, level) =>
    level > own.length - 3 ? each : Math.max(each, own[level] as number),
  );
  const all = total(raised);
  return raised.map((each) => each / all);
}

/** How often other pairs are in a context, were the parents apart from each other. */
function shareOf(shape: Shape, context: number, rates: Rates): number {
  return statesOf(shape, context).reduce((share, state, index) => {
    const u = rates.u[shape.on[index] as number] as Float64Array;
    const same = u[1] as number;
    const alike = total(u.subarray(2, (shape.agreeing[index] as number) + 1));
    return share * ([1 - same - alike, alike, same][state] as number);
  }, 1);
}

/** What is left for pairs whose parents do not agree. */
function restOf(whole: Float64Array, shape: Shape, u: readonly Float64Array[], rates: Rates): Float64Array {
  const left = Float64Array.from(whole);
  for (let context = 1; context < u.length - 1; context++) {
    const share = shareOf(shape, context, rates);
    (u[context] as Float64Array).forEach((each, own) => {
      left[own] = (left[own] as number) - share * each;
    });
  }
  const kept = left.map((each, level) => Math.max(each, 0.1 * (whole[level] as number)));
  const all = total(kept);
  return kept.map((each) => each / all);
}

function leanBy(weighed: Weighed, shape: Shape, at: number, rates: Rates, bounds: Bounds): Lean {
  const [ownM, ownU] = [rates.m[at] as Float64Array, rates.u[at] as Float64Array];
  const { other, same } = sumsBy(weighed, shape, at, ownM.length);
  const m = same.map((sums) => bounded(drawn(sums, ownM, TRUST_M), at, bounds));
  const u = other.map((sums, context) =>
    context === 0 || context === same.length - 1
      ? ownU
      : noLess(drawn(sums, ownU, TRUST_U, DOUBT * total(same[context] as Float64Array)), ownU),
  );
  m[m.length - 1] = ownM;
  u[0] = restOf(ownU, shape, u, rates);
  return { ...shape, m, u };
}

const gainOf = (sums: Float64Array, said: Float64Array, own: Float64Array): number =>
  sums.reduce(
    (sum, each, level) =>
      level === 0 ? sum : sum + each * Math.log((said[level] as number) / (own[level] as number)),
    0,
  );

type Worth = { readonly worth: number; readonly clear: boolean };

/** What it is worth to know the parents' context, in nats of the other pairs whose parents agree; and whether some context clearly tells. */
function worthOf(weighed: Weighed, shape: Shape, at: number, rates: Rates, least: number): Worth {
  const own = rates.u[at] as Float64Array;
  const { other, same } = sumsBy(weighed, shape, at, own.length);
  let [worth, clear] = [0, false];
  other.forEach((sums, context) => {
    if (context === 0 || context === same.length - 1) return;
    const said = drawn(sums, own, TRUST_U, DOUBT * total(same[context] as Float64Array));
    const here = gainOf(sums, said, own);
    worth += here;
    if (statesOf(shape, context).at(-1) !== 0 && here > least && here > WORTH_A_PAIR * total(sums))
      clear = true;
  });
  return { worth, clear };
}

/** `repeated` lie under it whatever the pairs say; others only when they are worth it. */
function shapeOf(
  weighed: Weighed,
  at: number,
  rates: Rates,
  before: readonly number[],
  repeated: readonly number[],
  least: number,
): Shape {
  // Levels of a kind: its own, then "different", then the place of a swap.
  const agreeing = (column: number): number => (rates.m[column] as Float64Array).length - 3;
  const on = repeated.slice(0, PARENTS);
  let shape: Shape = { on, agreeing: on.map(agreeing) };
  let { worth } = worthOf(weighed, shape, at, rates, least);
  while (shape.on.length < PARENTS) {
    const options = before
      .filter((column) => !shape.on.includes(column))
      .map((column) => {
        const next = { on: [...shape.on, column], agreeing: [...shape.agreeing, agreeing(column)] };
        return { next, ...worthOf(weighed, next, at, rates, least) };
      })
      .filter((option) => option.clear && option.worth > 1.1 * worth + least)
      .sort((one, other) => other.worth - one.worth);
    const [best] = options;
    if (best === undefined) break;
    [shape, worth] = [best.next, best.worth];
  }
  return shape;
}

/** The more telling first, but what repeats others after them: a column leans on earlier ones only, never in a circle. */
function orderOf(rates: Rates, kin: Kin): number[] {
  const u = (at: number): number => rates.u[at]?.[1] as number;
  const waiting = [...rates.u.keys()].sort((one, other) => u(one) - u(other) || one - other);
  const order: number[] = [];
  while (waiting.length > 0) {
    const next = waiting.find(
      (at) => !waiting.some((other) => other !== at && ((kin.repeats[at] as number) >>> other) & 1),
    );
    order.push(...waiting.splice(next === undefined ? waiting.length - 1 : waiting.indexOf(next), 1));
  }
  return order;
}

export function findLeans(
  all: readonly Pattern[],
  rates: Rates,
  bounds: Bounds,
  skeptical: boolean,
): (Lean | undefined)[] {
  const { kin } = bounds;
  const order = orderOf(rates, kin);
  const { asked, times } = askedOf(all, rates);
  const said = saidBy(asked, rates);
  return rates.m.map((_, at) => {
    const before = order.slice(0, order.indexOf(at));
    const near = skeptical ? (kin.near[at] as number) : undefined;
    const weighed = weighWithout(asked, said, at, near, anotherBy(rates, bounds, at));
    const repeated = before.filter((column) => ((kin.repeats[at] as number) >>> column) & 1);
    const shape = shapeOf(weighed, at, rates, before, repeated, WORTH * times);
    return shape.on.length === 0 ? undefined : leanBy(weighed, shape, at, rates, bounds);
  });
}

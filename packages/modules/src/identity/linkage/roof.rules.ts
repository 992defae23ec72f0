// Two people under one roof: surname, home and now and then phone and mail in common, and twins the birthday; yet two people.
// A third kind of pair beside true ones and strangers, learned with them. Without it a family whose given names are missing
// would be one person.

import { SAME } from "./compare.rules.ts";
import type { Kind } from "./kinds/kind.rules.ts";
import type { Rates, Roof } from "./rates.rules.ts";

/** How a column speaks under one roof: as among strangers, but for twins, or in a way of its own. */
export type Speaks = "as strangers" | "twins" | "whole name" | "own way";

export function speaksOf(kind: Kind, alone: boolean): Speaks {
  if (!alone) return "own way";
  if (kind.another !== undefined) return "whole name";
  return kind.name === "name" || kind.name === "category" ? "as strangers" : "twins";
}

const TWINS = 0.02;
const TWINS_AT_MOST = 0.05;
const PRIOR = 4;
/** At first: under one roof the half of what is said of a home is the same. */
const SHARED = 0.5;

const twinned = (u: Float64Array, twins: number): Float64Array =>
  u.map((share, level) => (1 - twins) * share + (level === SAME ? twins : 0));

/** Under one roof the surname is in common, seldom more. */
const NAMESAKES = 0.1;
const HALF = 0.7;
const namesakes = (u: Float64Array): Float64Array =>
  u.map((share, level) => (1 - HALF) * share + (level === u.length - 3 ? HALF : 0));

/** Held so that no more than a few under one roof have one name. */
function withFewNamesakes(h: Float64Array): Float64Array {
  const [from, last] = [h.length - 3, h.length - 2];
  const same = h.reduce((sum, each, level) => (level >= from && level <= last ? sum : sum + each), 0);
  if (same <= NAMESAKES) return h;
  return h.map((each, level) =>
    level >= from && level <= last ? (each * (1 - NAMESAKES)) / (1 - same) : (each * NAMESAKES) / same,
  );
}

/** Before anything is learned. Where nothing is said of one person alone there is nothing to tell a family by. */
export function firstRoof(
  u: readonly Float64Array[],
  speaks: readonly Speaks[],
  share: number,
): Roof | undefined {
  const ownWay = speaks.filter((way) => way === "own way").length;
  if (ownWay === 0 || ownWay === speaks.length) return;
  const h = u.map((each, at) => {
    if (speaks[at] === "twins") return twinned(each, TWINS);
    if (speaks[at] === "as strangers") return each;
    if (speaks[at] === "whole name") return namesakes(each);
    return each.map((rate, level) => (1 - SHARED) * rate + (level === SAME ? SHARED : 0));
  });
  return { share, h, apart: speaks.flatMap((way, at) => (way === "as strangers" ? [] : [at])) };
}

type Seen = { readonly roofs: readonly Float64Array[]; readonly roofed: number };

/** What of a rate "same" is twins, when strangers have `u`. */
const twinsIn = (same: number, u: number): number => Math.max(1e-9, (same - u) / (1 - u));

/** The share of twins, of those who are born the same day and are no strangers by chance. */
function twinsOf(sum: Float64Array, total: number, before: Float64Array, u: number): number {
  const said = before[SAME] as number;
  const twins = ((sum[SAME] as number) * twinsIn(said, u)) / said;
  return Math.min(TWINS_AT_MOST, (twins + PRIOR * TWINS) / total);
}

/** The most likely rates under one roof, of the pairs at each level. */
export function maximiseRoof(
  roof: Roof,
  { roofs, roofed }: Seen,
  pairs: number,
  u: readonly Float64Array[],
  speaks: readonly Speaks[],
): Roof {
  const h = roofs.map((sum, at) => {
    const rate = u[at] as Float64Array;
    if (speaks[at] === "as strangers") return rate;
    const total = sum.reduce((whole, each, level) => (level === 0 ? whole : whole + each), PRIOR);
    if (speaks[at] === "twins")
      return twinned(rate, twinsOf(sum, total, roof.h[at] as Float64Array, rate[SAME] as number));
    const way = sum.map((each, level) =>
      level === 0 ? 0 : (each + PRIOR * (rate[level] as number)) / total,
    );
    return speaks[at] === "whole name" ? withFewNamesakes(way) : way;
  });
  return { ...roof, share: Math.min(0.4, Math.max(roofed, 0.5) / pairs), h };
}

/** The same, when strangers are known better. */
export function roofOver(
  { roof, u: before }: Rates,
  u: readonly Float64Array[],
  speaks: readonly Speaks[],
): Roof | undefined {
  return (
    roof && {
      ...roof,
      h: roof.h.map((own, at) => {
        const [rate, last] = [u[at] as Float64Array, before[at] as Float64Array];
        if (speaks[at] === "own way" || speaks[at] === "whole name") return own;
        return speaks[at] === "as strangers"
          ? rate
          : twinned(rate, twinsIn(own[SAME] as number, last[SAME] as number));
      }),
    }
  );
}

/** What the pseudo-counts add to the log likelihood. */
export function roofPrior({ roof, u }: Rates, speaks: readonly Speaks[]): number {
  let sum = 0;
  roof?.h.forEach((h, at) => {
    const rate = u[at] as Float64Array;
    if (speaks[at] === "as strangers") return;
    if (speaks[at] === "twins") {
      const twins = twinsIn(h[SAME] as number, rate[SAME] as number);
      sum += PRIOR * (TWINS * Math.log(twins) + (1 - TWINS) * Math.log(1 - twins));
      return;
    }
    h.forEach((share, level) => {
      if (level > 0) sum += PRIOR * (rate[level] as number) * Math.log(share);
    });
  });
  return sum;
}

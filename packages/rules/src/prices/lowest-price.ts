// LAW-32: a price that is said to be reduced stands beside the lowest price of the thirty days before the reduction. Directive
// 98/6/EC, article 6a (2019/2161); in Sweden prisinformationslagen (2004:347) 7 a §: when the price was reduced step by step in
// that time, beside the price before the first step. Pure.
import { type PriceStretch, stretchAt } from "./price-history.ts";

export const LOWEST_DAYS = 30;
const WINDOW_MS = LOWEST_DAYS * 86_400_000;

/** Countries where steps of one reduction count from the first of them, when that was taken within the thirty days. */
const STEP_BY_STEP: ReadonlySet<string> = new Set(["SE"]);

/** The lowest price between two moments; undefined: it was not sold then. */
function lowestBetween(stretches: readonly PriceStretch[], from: number, until: number): number | undefined {
  const inside = stretches.filter((one) => one.from < until && one.until > from);
  return inside.length === 0 ? undefined : Math.min(...inside.map(({ amountMinor }) => amountMinor));
}

/** Where the steps began that lead without a break down to the stretch of this number. */
function firstStep(stretches: readonly PriceStretch[], at: number): number {
  let first = at;
  while (first > 0) {
    const [before, one] = [stretches[first - 1], stretches[first]];
    if (before?.reduced !== true || one === undefined || before.amountMinor < one.amountMinor) break;
    first--;
  }
  return first;
}

export type PriceBefore =
  /** Nothing is said to be reduced. */
  | { readonly kind: "not_reduced" }
  /** It was never sold before: there is no earlier price to be lower than. */
  | { readonly kind: "no_price_before" }
  | {
      readonly kind: "lowest";
      readonly amountMinor: number;
      /** When the reduction began that it is compared with. */
      readonly since: number;
    };

/** What has to be shown beside the price at a moment, by the law of a country (ISO 3166-1). */
export function priceBefore(stretches: readonly PriceStretch[], at: number, country: string): PriceBefore {
  const now = stretchAt(stretches, at);
  if (now?.reduced !== true) return { kind: "not_reduced" };
  const place = firstAtThisPrice(stretches, stretches.indexOf(now));
  const began = stretches[place]?.from ?? now.from;
  const first = stretches[firstStep(stretches, place)]?.from ?? began;
  const since = STEP_BY_STEP.has(country) && first >= began - WINDOW_MS ? first : began;
  const amountMinor = lowestBetween(stretches, since - WINDOW_MS, since);
  return amountMinor === undefined ? { kind: "no_price_before" } : { kind: "lowest", amountMinor, since };
}

/** The reduction goes on while the price is the same, also where only the ordinary price beside it was changed. */
function firstAtThisPrice(stretches: readonly PriceStretch[], at: number): number {
  let first = at;
  while (
    stretches[first - 1]?.reduced === true &&
    stretches[first - 1]?.amountMinor === stretches[first]?.amountMinor
  )
    first--;
  return first;
}

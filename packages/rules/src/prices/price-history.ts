// What something cost at each moment, out of what was said of its price, in whatever order that came. Pure.

/** What was said of a price at a moment; it holds until the next is said. Amounts in minor units of one currency, tax included. */
export type PriceStatement = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly amountMinor: number;
  /** A reduced price, from and until; null: from when it was said, until another is said. */
  readonly sale: {
    readonly amountMinor: number;
    readonly from: number | null;
    readonly until: number | null;
  } | null;
};

/** A stretch of time with one price, from and up to (not with) `until`. */
export type PriceStretch = {
  readonly from: number;
  readonly until: number;
  readonly amountMinor: number;
  /** It is said to be lower than the ordinary price. */
  readonly reduced: boolean;
  /** The ordinary price beside it. */
  readonly ordinaryMinor: number;
};

/** Two of one moment: the one that stands later in the list holds. */
const inOrder = (statements: readonly PriceStatement[]): PriceStatement[] =>
  [...new Map(statements.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at);

function stretchesOf(one: PriceStatement, until: number): PriceStretch[] {
  const ordinary = { amountMinor: one.amountMinor, ordinaryMinor: one.amountMinor, reduced: false };
  if (one.sale === null) return [{ ...ordinary, from: one.at, until }];
  const from = Math.min(Math.max(one.sale.from ?? one.at, one.at), until);
  const to = Math.max(Math.min(one.sale.until ?? until, until), from);
  const { amountMinor } = one.sale;
  const sale = { amountMinor, ordinaryMinor: one.amountMinor, reduced: amountMinor < one.amountMinor };
  const all = [
    { ...ordinary, from: one.at, until: from },
    { ...sale, from, until: to },
    { ...ordinary, from: to, until },
  ];
  return all.filter((stretch) => stretch.from < stretch.until);
}

const isSame = (a: PriceStretch, b: PriceStretch): boolean =>
  a.amountMinor === b.amountMinor && a.reduced === b.reduced && a.ordinaryMinor === b.ordinaryMinor;

/** The whole history, oldest first, without gaps after its first moment; equal neighbours are one. The last ends at Infinity. */
export function priceStretches(statements: readonly PriceStatement[]): PriceStretch[] {
  const list = inOrder(statements);
  const all = list.flatMap((one, i) => stretchesOf(one, list[i + 1]?.at ?? Number.POSITIVE_INFINITY));
  const joined: PriceStretch[] = [];
  for (const one of all) {
    const last = joined.at(-1);
    if (last !== undefined && isSame(last, one)) joined[joined.length - 1] = { ...last, until: one.until };
    else joined.push(one);
  }
  return joined;
}

export const stretchAt = (stretches: readonly PriceStretch[], at: number): PriceStretch | undefined =>
  stretches.findLast(({ from, until }) => from <= at && at < until);

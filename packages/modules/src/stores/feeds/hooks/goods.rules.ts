// What the goods of all shops have in common. Pure.
import { type Json, latestOf, listIn, textIn, wholeIn } from "./json.rules.ts";

/** What the retailer calls it, else what the shop does. */
export const skuOf = (variant: Json): string => textIn(variant["sku"]) ?? textIn(variant["id"]) ?? "";

/** How many a shop says are at one of its places, less what it keeps for its own orders. */
export type ShopLevel = {
  readonly sku: string;
  readonly place: unknown;
  readonly there: unknown;
  readonly kept: unknown;
  readonly at: unknown;
};
/** As counts of ours; places that are none of ours are named. What says no place or number says nothing. */
export function figuresOf(
  levels: readonly ShopLevel[],
  placeOf: (theirs: string) => string | undefined,
  at: string,
): { readonly figures: readonly object[]; readonly unknownPlaces: readonly string[] } {
  const told = levels.flatMap(({ sku, place, there, kept, at: counted }) => {
    const [theirs, onHand] = [textIn(place), wholeIn(there)];
    if (theirs === undefined || onHand === undefined) return [];
    const figure = { sku, onHand: onHand - (wholeIn(kept) ?? 0), at: latestOf([counted]) ?? at };
    return [{ theirs, location: placeOf(theirs), figure }];
  });
  return {
    figures: told.flatMap(({ location, figure }) =>
      location === undefined ? [] : [{ ...figure, location }],
    ),
    unknownPlaces: told.flatMap(({ theirs, location }) => (location === undefined ? [theirs] : [])),
  };
}

/** So many variants a statement takes. */
const MOST = 200;
/** A product as statements that add up, since they are of one moment. */
export function inParts(product: object): object[] {
  const variants = listIn((product as Json)["variants"]);
  const parts = Math.ceil(variants.length / MOST);
  return parts < 2
    ? [product]
    : Array.from({ length: parts }, (_, i) => ({
        ...product,
        variants: variants.slice(i * MOST, (i + 1) * MOST),
      }));
}

/** Names and values where both are there. */
export const pairsOf = (
  list: readonly (readonly [name: string | undefined, value: string | undefined])[],
): Record<string, string> =>
  Object.fromEntries(
    list.flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [[name, value]])),
  );

// Products are looked for: by whatever stands on them, by words and their beginnings, by parts of words, and at last by what looks
// like what was written.
import type { Language } from "@somlos/contract";
import type { Tx } from "@somlos/kernel/db";
import { readCode } from "@somlos/rules/gs1/read-code";
import { findByGtin, findBySku, findProduct } from "../catalog.store.ts";
import { type Hit, inOrder, queryOf, wordsIn } from "./search.rules.ts";
import {
  countFacets,
  type FacetRow,
  type Filter,
  findAll,
  findByParts,
  findBySlips,
  findByWords,
  listLeastPrices,
  MOST_WEIGHED,
} from "./search.store.ts";

export type Sort = "best" | "price" | "-price";
export type Search = {
  readonly text: string;
  readonly language: Language;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Whose prices they are put in order by. */
  readonly entityId: string | null;
  readonly now: Date;
};
export type Found = {
  /** All that was found, best first. */
  readonly ids: readonly string[];
  /** There may be more: as many were weighed as are weighed at most. */
  readonly more: boolean;
  readonly facets: readonly FacetRow[];
};

/** Fewer than so many, and parts of words and slips are looked for too. */
const FEW = 10;
const LEAST_LETTERS = 3;

async function byCode(tx: Tx, text: string): Promise<readonly Hit[]> {
  const read = readCode(text);
  const found =
    (read && (await findByGtin(tx, read.gtin))?.productId) ??
    (await findBySku(tx, text))?.productId ??
    (await findProduct(tx, null, text))?.id;
  return found === undefined ? [] : [{ productId: found, rank: 1 }];
}

async function tiersOf(tx: Tx, { text, language, filter }: Search): Promise<(readonly Hit[])[]> {
  const words = wordsIn(text);
  const direct = await byCode(tx, text.trim());
  if (words.length === 0) return direct.length > 0 ? [direct] : [await findAll(tx, filter)];
  const exact = await findByWords(tx, queryOf(words), language, filter);
  const long = words.filter((word) => word.length >= LEAST_LETTERS);
  if (exact.length >= FEW || long.length === 0) return [direct, exact];
  const parts = await findByParts(tx, long, language, filter);
  if (exact.length + parts.length > 0) return [direct, exact, parts];
  return [direct, await findBySlips(tx, long, language, filter)];
}

export async function search(tx: Tx, asked: Search): Promise<Found> {
  const tiers = await tiersOf(tx, asked);
  const ids = inOrder(tiers);
  const facets = await countFacets(tx, ids);
  const more = tiers.some((tier) => tier.length >= MOST_WEIGHED);
  return { ids: await sorted(tx, ids, asked), more, facets };
}

/** Those that cost nothing known come last. */
async function sorted(
  tx: Tx,
  ids: readonly string[],
  { sort, entityId, now }: Search,
): Promise<readonly string[]> {
  if (sort === "best" || entityId === null) return ids;
  const prices = await listLeastPrices(tx, ids, entityId, now);
  const [up, last] = [sort === "price" ? 1 : -1, Number.POSITIVE_INFINITY];
  const keyOf = (id: string) => {
    const price = prices.get(id);
    return price === undefined ? last : price * up;
  };
  return [...ids].sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) - keyOf(b)));
}

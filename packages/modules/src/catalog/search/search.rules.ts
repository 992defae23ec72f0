// What somebody wrote to find something, taken apart; and what was found, put in order. Pure.
export type Hit = { readonly productId: string; readonly rank: number };

const MOST_WORDS = 8;
/** Letters and digits; what else they wrote is between words. */
export const wordsIn = (text: string): string[] =>
  [
    ...text
      .toLowerCase()
      .normalize("NFC")
      .matchAll(/[\p{L}\p{N}]+/gu),
  ]
    .map(([word]) => word)
    .slice(0, MOST_WORDS);

/** All of the words, the last of them perhaps not written to its end. */
export const queryOf = (words: readonly string[]): string =>
  words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(" & ");

/** Tiers one after the other, each by weight; one product once, where it stands best. */
export function inOrder(tiers: readonly (readonly Hit[])[]): string[] {
  const ordered = tiers.flatMap((tier) =>
    [...tier].sort((a, b) => b.rank - a.rank || (a.productId < b.productId ? -1 : 1)),
  );
  return [...new Set(ordered.map(({ productId }) => productId))];
}

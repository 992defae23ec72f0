// Where labels are read, and the only place: pairs that were suggested against pairs that are true.
type Pair = { readonly a: number; readonly b: number; readonly bits: number };
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

/** Who is who: a label a row, "" being nobody's; or the pairs themselves, as `pairKey` writes them. */
export type Truth = readonly string[] | ReadonlySet<string>;
export const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const isList = (truth: Truth): truth is readonly string[] => Array.isArray(truth);

/** True pairs, counted from the labels; with two files only pairs across them. */
export function truePairs(truth: Truth, split: number): number {
  if (!isList(truth)) return truth.size;
  const people = new Map<string, [number, number]>();
  truth.forEach((label, row) => {
    if (label === "") return;
    const seen = people.get(label) ?? [0, 0];
    seen[row < split ? 0 : 1]++;
    people.set(label, seen);
  });
  let pairs = 0;
  for (const [here, there] of people.values())
    pairs += split < truth.length ? here * there : (here * (here - 1)) / 2;
  return pairs;
}

const score = (right: number, said: number, all: number): Score => ({
  precision: said === 0 ? 1 : right / said,
  recall: all === 0 ? 1 : right / all,
  f1: said + all === 0 ? 1 : (2 * right) / (said + all),
});

const isTrue = (truth: Truth, { a, b }: Pair): boolean =>
  isList(truth) ? truth[a] !== "" && truth[a] === truth[b] : truth.has(pairKey(a, b));

export function scorePairs(pairs: readonly Pair[], truth: Truth, split: number): Score {
  const right = pairs.filter((pair) => isTrue(truth, pair)).length;
  return score(right, pairs.length, truePairs(truth, split));
}

/** The best F1 any threshold on single pairs could have had, chosen with the labels in hand. */
export function oracle(
  pairs: readonly Pair[],
  truth: Truth,
  split: number,
): Score & { readonly bits: number; readonly met: number } {
  const all = truePairs(truth, split);
  let [right, bits] = [0, 0];
  let best = score(0, 0, all);
  [...pairs]
    .sort((one, other) => other.bits - one.bits)
    .forEach((pair, index) => {
      if (isTrue(truth, pair)) right++;
      const here = score(right, index + 1, all);
      if (here.f1 <= best.f1) return;
      best = here;
      bits = pair.bits;
    });
  return { ...best, bits, met: score(right, 0, all).recall };
}

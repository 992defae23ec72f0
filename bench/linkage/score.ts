// Where labels are read, and the only place: pairs that were suggested against pairs that are true.
type Pair = { readonly a: number; readonly b: number; readonly bits: number };
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

/** True pairs, counted from the labels; with two files only pairs across them. An empty label is nobody's. */
export function truePairs(labels: readonly string[], split: number): number {
  const people = new Map<string, [number, number]>();
  labels.forEach((label, row) => {
    if (label === "") return;
    const seen = people.get(label) ?? [0, 0];
    seen[row < split ? 0 : 1]++;
    people.set(label, seen);
  });
  let pairs = 0;
  for (const [here, there] of people.values())
    pairs += split < labels.length ? here * there : (here * (here - 1)) / 2;
  return pairs;
}

const score = (right: number, said: number, all: number): Score => ({
  precision: said === 0 ? 1 : right / said,
  recall: all === 0 ? 1 : right / all,
  f1: said + all === 0 ? 1 : (2 * right) / (said + all),
});

const isTrue = (labels: readonly string[], { a, b }: Pair): boolean =>
  labels[a] !== "" && labels[a] === labels[b];

export function scorePairs(pairs: readonly Pair[], labels: readonly string[], split: number): Score {
  const right = pairs.filter((pair) => isTrue(labels, pair)).length;
  return score(right, pairs.length, truePairs(labels, split));
}

/** The best F1 any threshold on single pairs could have had, chosen with the labels in hand. */
export function oracle(
  pairs: readonly Pair[],
  labels: readonly string[],
  split: number,
): Score & { readonly bits: number; readonly met: number } {
  const all = truePairs(labels, split);
  let [right, bits] = [0, 0];
  let best = score(0, 0, all);
  [...pairs]
    .sort((one, other) => other.bits - one.bits)
    .forEach((pair, index) => {
      if (isTrue(labels, pair)) right++;
      const here = score(right, index + 1, all);
      if (here.f1 <= best.f1) return;
      best = here;
      bits = pair.bits;
    });
  return { ...best, bits, met: score(right, 0, all).recall };
}

// From weights of pairs to people: which pairs to believe, taken together.

/** Rows and what the pair weighs, in bits. */
export type Scored = { readonly a: number; readonly b: number; readonly bits: number };

const CLIP = 10;
const clip = (bits: number): number => Math.max(-CLIP, Math.min(CLIP, bits));
const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** The weight from which believing a pair raises the F1 that the model itself expects, and that F1. */
export function chooseThreshold(
  pairs: readonly Scored[],
  coverage: number,
): { bits: number; expectedF1: number } {
  const sorted = [...pairs].sort((one, other) => other.bits - one.bits);
  const expected = sorted.reduce((sum, pair) => sum + probabilityOf(pair.bits), 0) / coverage;
  let [right, best, bits] = [0, 0, 0];
  sorted.forEach((pair, index) => {
    right += probabilityOf(pair.bits);
    const f1 = (2 * right) / (index + 1 + expected);
    if (f1 < best) return;
    best = f1;
    bits = pair.bits;
  });
  // Never less than even odds by much, whatever a small file makes of it.
  return { bits: Math.min(0.5, Math.max(-1, bits)), expectedF1: best };
}

/** Heaviest first, each row once on its side: for two files without repetitions inside them. */
export function assignOneToOne(pairs: readonly Scored[], threshold: number): Scored[] {
  const taken = new Set<number>();
  const chosen: Scored[] = [];
  for (const pair of [...pairs].sort(
    (one, other) => other.bits - one.bits || one.a - other.a || one.b - other.b,
  )) {
    if (pair.bits < threshold) break;
    if (taken.has(pair.a) || taken.has(pair.b)) continue;
    taken.add(pair.a).add(pair.b);
    chosen.push(pair);
  }
  return chosen;
}

type Cluster = { readonly rows: number[]; readonly ties: Map<number, number> };

function seed(pairs: readonly Scored[]): Map<number, Cluster> {
  const clusters = new Map<number, Cluster>();
  const of = (row: number): Cluster => {
    const known = clusters.get(row) ?? { rows: [row], ties: new Map() };
    clusters.set(row, known);
    return known;
  };
  for (const { a, b, bits } of pairs) {
    of(a).ties.set(b, clip(bits));
    of(b).ties.set(a, clip(bits));
  }
  return clusters;
}

/** A tie between clusters is the mean over all pairs of their rows; a pair nobody weighed counts as a clear no. */
function unite(clusters: Map<number, Cluster>, into: number, from: number): void {
  const [kept, gone] = [clusters.get(into), clusters.get(from)];
  if (kept === undefined || gone === undefined) return;
  const [n, m] = [kept.rows.length, gone.rows.length];
  for (const other of new Set([...kept.ties.keys(), ...gone.ties.keys()])) {
    const third = clusters.get(other);
    if (other === into || other === from || third === undefined) continue;
    const mean = ((kept.ties.get(other) ?? -CLIP) * n + (gone.ties.get(other) ?? -CLIP) * m) / (n + m);
    kept.ties.set(other, mean);
    third.ties.set(into, mean);
    third.ties.delete(from);
  }
  kept.ties.delete(from);
  kept.rows.push(...gone.rows);
  clusters.delete(from);
}

/** The dearest tie of a cluster, or nothing above the threshold. */
function best(cluster: Cluster, threshold: number): { row: number; bits: number } | undefined {
  let found: { row: number; bits: number } | undefined;
  for (const [row, bits] of cluster.ties)
    if (
      bits >= threshold &&
      (found === undefined || bits > found.bits || (bits === found.bits && row < found.row))
    )
      found = { row, bits };
  return found;
}

/** Unites the two that are dearest to each other, again and again: what a group says outweighs what one pair says. */
export function gather(pairs: readonly Scored[], threshold: number): number[][] {
  const clusters = seed(pairs);
  const waiting = [...clusters.keys()].sort((one, other) => one - other);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const here = clusters.get(at);
    const to = here && best(here, threshold);
    if (to === undefined) continue;
    const back = clusters.get(to.row);
    const theirs = back && best(back, threshold);
    if (theirs !== undefined && theirs.bits <= to.bits) {
      unite(clusters, Math.min(at, to.row), Math.max(at, to.row));
      waiting.push(Math.min(at, to.row));
    } else {
      // Follow the dearer tie first, then come back.
      waiting.push(at, to.row);
    }
  }
  return [...clusters.values()].map((cluster) => cluster.rows).filter((rows) => rows.length > 1);
}

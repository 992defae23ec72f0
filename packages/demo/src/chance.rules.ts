// Chance with a seed: the same words give the same dice, on every machine, in any order of asking.

/** Something and how often it comes, against its neighbours. */
export type Weighted<T> = readonly [thing: T, weight: number];

export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  yes(probability: number): boolean;
  pick<T>(things: readonly T[]): T;
  weigh<T>(things: readonly Weighted<T>[]): T;
  /** Around a middle, most within one spread, none beyond three. */
  around(middle: number, spread: number): number;
  /** So many different things of a list, or all of them. */
  some<T>(things: readonly T[], count: number): T[];
};

/** Four 32-bit numbers out of a text (cyrb128). */
function seedsOf(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** A small fast generator (sfc32). */
function dice(text: string): () => number {
  let [a, b, c, d] = seedsOf(text);
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
}

export function chanceOf(...words: readonly (string | number)[]): Chance {
  const next = dice(words.join("/"));
  const pick = <T>(things: readonly T[]): T => {
    const thing = things[Math.floor(next() * things.length)];
    if (thing === undefined) throw new Error("nothing to pick from");
    return thing;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    yes: (probability) => next() < probability,
    pick,
    weigh: (things) => weighed(things, next()),
    around: (middle, spread) => middle + spread * (next() + next() + next() - 1.5) * 2,
    some(things, count) {
      const left = [...things];
      const taken = [];
      while (left.length > 0 && taken.length < count)
        taken.push(...left.splice(Math.floor(next() * left.length), 1));
      return taken;
    },
  };
}

function weighed<T>(things: readonly Weighted<T>[], at: number): T {
  let left = at * things.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of things) {
    left -= weight;
    if (left < 0) return thing;
  }
  const last = things.at(-1);
  if (last === undefined) throw new Error("nothing to weigh");
  return last[0];
}

/** `Anna:9 Maria:8 Eva`: words with their weights, 1 when none is given; _ stands for a blank. */
export const weights = (text: string): Weighted<string>[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [thing = "", weight] = word.split(":");
      return [thing.replaceAll("_", " "), weight === undefined ? 1 : Number(weight)];
    });

// Chance with a seed, and the slips people make when they type.
export type Draw = () => number;

export function drawer(seed: number): Draw {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The head of a list more often than its tail. */
export const pick = (list: readonly string[], draw: Draw, lean = 1.7): string =>
  list[Math.floor(draw() ** lean * list.length)] ?? "";
export const upTo = (most: number, draw: Draw): number => Math.floor(draw() * most);
export const digits = (count: number, draw: Draw): string =>
  String(upTo(10 ** count, draw)).padStart(count, "0");

export function slip(text: string, draw: Draw): string {
  if (text.length < 2) return text;
  const at = upTo(text.length - 1, draw);
  const digit = /\d/.test(text[at] ?? "");
  const other = digit ? String(upTo(10, draw)) : String.fromCharCode(97 + upTo(26, draw));
  const [before, here, next, after] = [
    text.slice(0, at),
    text[at] ?? "",
    text[at + 1] ?? "",
    text.slice(at + 2),
  ];
  const ways = [before + next + after, before + other + next + after, before + here + here + next + after];
  return draw() < 0.25 ? before + next + here + after : (ways[upTo(3, draw)] ?? text);
}

const OTHERWISE: readonly (readonly [string, string])[] = [
  ["å", "aa"],
  ["ä", "ae"],
  ["ö", "oe"],
  ["ø", "o"],
  ["æ", "ae"],
  ["ss", "s"],
  ["k", "c"],
  ["th", "t"],
];

/** As another hand would write it: Åsa, Aasa; Karl, Carl. */
export function otherwise(text: string, draw: Draw): string {
  const fitting = OTHERWISE.filter(([from]) => text.toLowerCase().includes(from));
  const [from, to] = fitting[upTo(fitting.length, draw)] ?? ["", ""];
  return from === "" ? text : text.replace(new RegExp(from, "i"), to);
}

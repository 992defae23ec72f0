// Free text: whole addresses, company names, anything longer.

import { folded, plain, sharedWords, sortedWords, words } from "../text.rules.ts";
import { apart, type Kind, similar, start, whole, worded } from "./kind.rules.ts";

const longest = (value: string): string =>
  words(value).reduce((best, word) => (word.length > best.length ? word : best), "");

export const textKind: Kind = {
  name: "text",
  levels: [
    "same",
    "same words",
    "one or two characters",
    "most words",
    "half the words",
    "similar",
    "different",
  ],
  swaps: true,
  keys: [
    whole,
    { name: "words in order", of: (value) => folded(sortedWords(value)) },
    { name: "longest word", of: longest },
    { name: "first and last word", of: (value) => `${words(value)[0] ?? ""} ${words(value).at(-1) ?? ""}` },
    start(5),
  ],
  fits: () => true,
  normalise: plain,
  prepare: worded,
  compare(a, b) {
    if (a.text === b.text) return 0;
    if (a.sorted === b.sorted || a.fold === b.fold) return 1;
    if (apart(a, b, 2) <= 2) return 2;
    const shared = sharedWords(a.words, b.words);
    if (shared > 0.7) return 3;
    if (shared >= 0.5) return 4;
    return similar(a, b) ? 5 : 6;
  },
};

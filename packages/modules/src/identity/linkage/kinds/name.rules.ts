// Names of people, streets and places: one to three words.

import { nicknamesBy } from "../nicknames.rules.ts";
import { folded, plain, sharedWords, sortedWords, sound } from "../text.rules.ts";
import { apart, type Kind, similar, start, type Value, whole, worded } from "./kind.rules.ts";

const fold = (raw: string): string => folded(plain(raw));
const nicknames = nicknamesBy(fold);
/** Whether a name, plain, is a given name that the table has. */
export const isGivenName = (text: string): boolean => nicknames.known(folded(text));
/** Whether two, plain, can be one given name by the table. */
export const isNickname = (one: string, other: string): boolean =>
  nicknames.alike(folded(one), folded(other));
const levels = [
  "same",
  "same spelled otherwise",
  "one character",
  "similar",
  "nickname, initial or part",
  "sounds alike",
  "different",
];

const isPart = (short: Value, long: Value): boolean =>
  short.text.length < long.text.length &&
  (long.text.startsWith(short.text) || long.words.includes(short.text));

function loosely(a: Value, b: Value): number {
  if (nicknames.alike(a.fold, b.fold)) return 4;
  if (a.text.length < b.text.length ? isPart(a, b) : isPart(b, a)) return 4;
  if (similar(a, b) || (Math.min(a.text.length, b.text.length) > 4 && apart(a, b, 2) <= 2)) return 3;
  const shared = sharedWords(a.words, b.words);
  if (shared >= 0.99) return 3;
  if (shared >= 0.5) return 4;
  return a.sound === b.sound ? 5 : 6;
}

export const nameKind: Kind = {
  name: "name",
  levels,
  swaps: true,
  keys: [
    whole,
    { name: "sound", of: (value) => (value.length > 1 ? sound(sortedWords(value)) : "") },
    start(3),
    { name: "first letter", of: (value) => value.slice(0, 1) },
    {
      name: "words in order",
      of: (value) => (value.includes(" ") ? folded(sortedWords(value)) : folded(value)),
    },
  ],
  fits: (profile) => profile.withDigit < 0.3 && profile.words < 3.5,
  normalise: plain,
  prepare: worded,
  compare(a, b) {
    if (a.text === b.text) return 0;
    if (a.fold === b.fold || a.sorted === b.sorted) return 1;
    if (Math.min(a.text.length, b.text.length) > 2 && apart(a, b, 1) === 1) return 2;
    return loosely(a, b);
  },
};

// A kind of field: how its values are recognised, made comparable, compared, and used as keys of blocks.

import { edits, folded, jaroWinkler, lettersOf, sortedWords, sound, unlike, words } from "../text.rules.ts";

/** What the values of a column look like: shares (0 to 1) of its filled cells, and how many are different. */
export type Profile = {
  readonly filled: number;
  readonly distinct: number;
  readonly dates: number;
  /** Of two figures before a year only the second can be the day, or only the first. */
  readonly monthFirst: number;
  readonly dayFirst: number;
  readonly mails: number;
  /** Written as only phones are, and not against being one. */
  readonly phones: number;
  readonly dialled: number;
  readonly withDigit: number;
  readonly words: number;
  readonly length: number;
  /** The head of the column, without case, accents and signs. */
  readonly head: string;
  /** A given name is among the words. */
  readonly named: number;
};

/** A value and what comparing it needs, worked out once. `fold`, `sorted`, `words` and `sound` only where a kind uses words. */
export type Value = {
  readonly text: string;
  readonly letters: number;
  readonly fold: string;
  readonly sorted: string;
  readonly words: readonly string[];
  readonly sound: string;
};

export const bare = (text: string): Value => ({
  text,
  letters: lettersOf(text),
  fold: text,
  sorted: text,
  words: NONE,
  sound: "",
});
const NONE: readonly string[] = [];

export function worded(text: string): Value {
  const sorted = sortedWords(text);
  const many = text.includes(" ") ? words(text) : NONE;
  return { text, letters: lettersOf(text), fold: folded(text), sorted, words: many, sound: sound(text) };
}

/** Edits between two values, at most `most + 1`; letters in the way are seen before anything is counted. */
export const apart = (a: Value, b: Value, most: number): number =>
  unlike(a.letters, b.letters) > 2 * most ? most + 1 : edits(a.text, b.text, most);

/** Whether Jaro–Winkler reaches a share of at least 0.88: more unlike letters than this rule it out. */
export const similar = (a: Value, b: Value): boolean =>
  unlike(a.letters, b.letters) <= 0.6 * Math.max(a.text.length, b.text.length) &&
  jaroWinkler(a.text, b.text) >= 0.88;

export type KeyPart = { readonly name: string; of(value: string): string };

export type Kind = {
  readonly name: string;
  /** Best first; the last means "different". */
  readonly levels: readonly string[];
  /** How many levels, from the last, two people mostly reach; 1 where it is not said. */
  readonly another?: number;
  readonly keys: readonly KeyPart[];
  /** Whether values of two columns of this kind may have changed places. */
  readonly swaps: boolean;
  fits(profile: Profile): boolean;
  prepare(text: string): Value;
  /** "" is missing. */
  normalise(raw: string): string;
  /** Place in `levels`; symmetric. */
  compare(a: Value, b: Value): number;
};

export const whole: KeyPart = { name: "whole", of: (value) => value };
export const start = (length: number): KeyPart => ({
  name: `first ${length}`,
  of: (value) => (value.length > length ? value.slice(0, length) : ""),
});
export const end = (length: number): KeyPart => ({
  name: `last ${length}`,
  of: (value) => (value.length > length ? value.slice(-length) : ""),
});

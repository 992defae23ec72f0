// The same words in English, Swedish and Danish, in this order.
import type { Language } from "@somlos/contract";

export type Words = readonly [en: string, sv: string, da: string];
export type Dictionary = Readonly<Record<string, Words>>;

const PLACE: Readonly<Record<Language, number>> = { en: 0, sv: 1, da: 2 };
export const inLanguage = (words: Words, language: Language): string => words[PLACE[language]] ?? words[0];

/** Undefined when the dictionary has no such word: a name of an object's own prototype is none. */
export const lookUp = (dictionary: Dictionary, name: string, language: Language): string | undefined => {
  const words = Object.hasOwn(dictionary, name) ? dictionary[name] : undefined;
  return words === undefined ? undefined : inLanguage(words, language);
};

// A person's whole name in one cell: "Svensson, Anna Maria", "Fru Anna Svensson", "A. Svensson". Which of the words is the surname
// is not said, so none is: the words are compared in any order.

import { folded, plain, sound, words } from "../text.rules.ts";
import { type Kind, type Profile, type Value, whole, worded } from "./kind.rules.ts";
import { isGivenName, isNickname } from "./name.rules.ts";

const TITLES = new Set(
  "mr mrs ms miss mx sir dr prof herr hr frau fru froken frk mme mlle monsieur madame dipl ing phd".split(
    " ",
  ),
);

/** Heads of columns, without case, accents and signs, that hold whole names; and those that may. */
const HEAD =
  /^(full|whole|complete|person|personal|customer|client|contact|member)s?name$|^(hela|fullstandigt|fullt|kund|person|kontakt|medlems)namn(et)?$|^(fulde|fuldt|hele|kunde|person|kontakt|medlems)navn$|^(voller|vollstandiger|kunden)name$|^(kokonimi|nomcomplet|nometprenom|nombrecompleto|volledigenaam)$/;
const PERHAPS =
  /^(name|namn|navn|nimi|nom|nombre|naam|kund|kunde|customer|client|contact|kontakt|member|medlem|person)$/;
const GIVEN =
  /^(given|first|fore|christian|middle)names?$|^(for|tilltals|mellan)namn$|^(for|mellem)navn$|^vorname$|^prenom$|^titel$|^title$/;

const named = (head: string, share: number): boolean =>
  HEAD.test(head) || share > (PERHAPS.test(head) ? 0.1 : 0.3);

/** Whether a text has a given name among its words that the table has. */
export const hasGivenName = (text: string): boolean => words(plain(text)).some(isGivenName);

const isNear = (one: string, other: string): boolean =>
  folded(one) === folded(other) || (Math.min(one.length, other.length) > 3 && oneApart(one, other));

/** One letter more, less, other or in its neighbour's place. */
function oneApart(one: string, other: string): boolean {
  if (one.length > other.length) return oneApart(other, one);
  if (other.length - one.length > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

const isLoose = (one: string, other: string): boolean =>
  isNickname(one, other) || (one.length < other.length ? isShort(one, other) : isShort(other, one));
const isShort = (short: string, long: string): boolean =>
  (short.length === 1 || short.length >= 3) && long.startsWith(short);

/** Takes from both sides the words that are alike; how many. */
function take(few: string[], many: string[], alike: (one: string, other: string) => boolean): number {
  let taken = 0;
  for (let at = few.length - 1; at >= 0; at--) {
    const to = many.findIndex((other) => alike(few[at] as string, other));
    if (to < 0) continue;
    few.splice(at, 1);
    many.splice(to, 1);
    taken++;
  }
  return taken;
}

const isSame = (one: string, other: string): boolean => one.length > 1 && one === other;

function levelBy(few: string[], many: string[]): number {
  const [shorter, longer] = [few.length, many.length];
  const whole = take(few, many, isSame);
  const near = take(few, many, isNear);
  const full = whole + near;
  const loose = full < shorter ? take(few, many, isLoose) : 0;
  if (full === 0) return 6;
  if (full + loose < shorter || shorter === 1) return 5;
  if (loose > 0) return 4;
  return shorter === longer ? 2 : 3;
}

/** The shorter first, or the first in order of letters: the same from either side. */
function compare(a: Value, b: Value): number {
  if (a.text === b.text) return 0;
  if (a.fold === b.fold) return 1;
  const turned = a.words.length > b.words.length || (a.words.length === b.words.length && a.text > b.text);
  const [few, many] = turned ? [b, a] : [a, b];
  return levelBy([...few.words], [...many.words]);
}

const byLength = (value: string): string[] =>
  words(value).sort((one, other) => other.length - one.length || (one < other ? -1 : 1));

export const wholeNameKind: Kind = {
  name: "whole name",
  levels: [
    "same",
    "same spelled otherwise",
    "one or two characters",
    "most words",
    "nickname, initial or part",
    "half the words",
    "different",
  ],
  another: 2,
  swaps: false,
  keys: [
    whole,
    { name: "sound", of: (value) => words(value).map(sound).sort().join(" ") },
    { name: "two longest words", of: (value) => byLength(value).slice(0, 2).map(sound).sort().join(" ") },
    { name: "longest word", of: (value) => byLength(value)[0] ?? "" },
    { name: "first word", of: (value) => words(value).find((word) => word.length > 1) ?? "" },
    { name: "last word", of: (value) => words(value).at(-1) ?? "" },
  ],
  fits: ({ withDigit, words: count, head, named: share }: Profile) =>
    withDigit < 0.05 && count > 1.7 && count < 4.5 && !GIVEN.test(head) && named(head, share),
  normalise: (raw) => {
    const all = words(plain(raw));
    const kept = all.filter((word) => !TITLES.has(word));
    return (kept.length > 0 ? kept : all).sort().join(" ");
  },
  prepare: (text) => ({ ...worded(text), words: words(text) }),
  compare,
};

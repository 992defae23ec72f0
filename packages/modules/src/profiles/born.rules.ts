// Out of everything that was said of somebody: when they were born at the latest, and who says so. Pure.
import { birthIn, type Span } from "./births.rules.ts";
import { byStanding, type Origin, type Word } from "./facts.rules.ts";

/** A word with the record that said it: the stream of a login, of an identifier or of a device. */
export type RecordWord = Word & { readonly record: string };
/** `day`: the youngest that they may be (YYYY-MM-DD). */
export type Born = { readonly day: string; readonly origin: Origin; readonly at: Date };

/** Who corrects whom: the person everybody, a colleague the retailer's systems, and these what a browser stated. */
const classes: readonly (readonly Origin[])[] = [["person"], ["staff"], ["proven"], ["stated", "inferred"]];

type Heard = Span & { readonly word: RecordWord };

/** The last word of each record about each fact; `null` takes back what the same record said at the same rank. */
function heardIn(words: readonly RecordWord[]): Heard[] {
  const said = Map.groupBy(words, ({ record, name, origin }) => `${record} ${origin} ${name}`);
  return [...said.values()].flatMap((list) => {
    const [word] = list.toSorted(byStanding);
    const span = word === undefined ? undefined : birthIn(word.name, word.value, word.at);
    return word === undefined || span === undefined ? [] : [{ ...span, word }];
  });
}

const isWithin = (a: Heard, b: Heard): boolean =>
  a !== b && a.from >= b.from && a.to <= b.to && (a.from > b.from || a.to < b.to);

/**
 * Of the highest class that tells anything, the youngest of all records and readings: where two people are one record, or two
 * records one person, a child among them is a child. A vague word (an age, a year) says no more than an exact one within it.
 */
export function bornOfWords(words: readonly RecordWord[]): Born | undefined {
  const heard = heardIn(words);
  const top = classes
    .map((origins) => heard.filter(({ word }) => origins.includes(word.origin)))
    .find((found) => found.length > 0);
  if (top === undefined) return undefined;
  const exact = top.filter((vague) => !top.some((other) => isWithin(other, vague)));
  const [youngest] = exact.toSorted((a, b) =>
    a.to < b.to ? 1 : a.to > b.to ? -1 : byStanding(a.word, b.word),
  );
  return youngest === undefined
    ? undefined
    : { day: youngest.to, origin: youngest.word.origin, at: new Date(youngest.word.at) };
}

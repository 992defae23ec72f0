// Names of months, whole and shortened, in the languages that exports come in.

import { plain } from "../text.rules.ts";

/** Where two languages mean different months by one word, as listopad, the one that more write in stands here. */
const LANGUAGES = "en sv da nb fi de nl fr es ca pt it pl cs sk hu tr ro el ru uk bg sl et lv lt is".split(
  " ",
);

function namesIn(language: string): (readonly [name: string, month: number])[] {
  const ways = (["long", "short"] as const).flatMap((month) => [
    { month, timeZone: "UTC" } as const,
    { month, day: "numeric", timeZone: "UTC" } as const,
  ]);
  return ways.flatMap((way) => {
    const format = new Intl.DateTimeFormat(language, way);
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(Date.UTC(2001, at, 15));
      return [plain(parts.find(({ type }) => type === "month")?.value ?? ""), at + 1] as const;
    });
  });
}

function readAll(): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, month] of LANGUAGES.flatMap(namesIn))
    if (/^\p{L}{2,}$/u.test(name) && !found.has(name)) found.set(name, month);
  return found;
}

let known: ReadonlyMap<string, number> | undefined;

/** The month that a word, plain, names or begins to name; undefined is none. */
export function monthOf(word: string): number | undefined {
  known ??= readAll();
  const exact = known.get(word);
  if (exact !== undefined || word.length < 3) return exact;
  for (const [name, month] of known) if (name.startsWith(word)) return month;
  return known.get(word.slice(0, 3));
}

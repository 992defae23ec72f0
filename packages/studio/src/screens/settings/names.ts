// Currencies, countries, languages and time zones by name, for lists to choose from: the near ones first.

import type { Language } from "@somlos/look/language";
import { listCurrencies } from "@somlos/rules/currency";
import { listCountries, listLanguages } from "@somlos/rules/regions";

export type Choice = { readonly value: string; readonly word: string };

function namer(language: Language, type: Intl.DisplayNamesType): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type, fallback: "code" });
  return (code) => {
    const name = names.of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  };
}

export const languageNamer = (language: Language) => namer(language, "language");
export const countryNamer = (language: Language) => namer(language, "region");

function sorted(codes: readonly string[], language: Language, name: (code: string) => string): Choice[] {
  const order = new Intl.Collator(language);
  return codes.map((value) => ({ value, word: name(value) })).sort((a, b) => order.compare(a.word, b.word));
}

/** The near ones in their order, then all the others by name. */
function nearFirst(
  near: readonly string[],
  all: readonly string[],
  language: Language,
  name: (code: string) => string,
): Choice[] {
  const others = all.filter((code) => !near.includes(code));
  return [...near.map((value) => ({ value, word: name(value) })), ...sorted(others, language, name)];
}

export function currencyChoices(language: Language): Choice[] {
  const name = namer(language, "currency");
  return nearFirst(
    ["SEK", "DKK", "NOK", "EUR", "ISK"],
    listCurrencies(),
    language,
    (code) => `${code} · ${name(code)}`,
  );
}
export const countryChoices = (language: Language): Choice[] =>
  nearFirst(["SE", "DK", "NO", "FI", "IS"], listCountries(), language, countryNamer(language));
export const languageChoices = (language: Language): Choice[] =>
  nearFirst(["sv", "da", "nb", "fi", "is", "en", "de"], listLanguages(), language, languageNamer(language));

/** Zones have no names of their own; they are written with blanks instead of underscores. */
export const zoneWord = (zone: string): string => zone.replaceAll("_", " ");
const nearZones = [
  "Europe/Stockholm",
  "Europe/Copenhagen",
  "Europe/Oslo",
  "Europe/Helsinki",
  "Atlantic/Reykjavik",
];
export const zoneChoices = (): Choice[] => {
  const all = Intl.supportedValuesOf("timeZone").filter((zone) => !nearZones.includes(zone));
  return [...nearZones, ...all].map((value) => ({ value, word: zoneWord(value) }));
};

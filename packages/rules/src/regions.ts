// Countries, languages and time zones as the standards name them, asked of the engine (ISO 3166-1, ISO 639-1, IANA).

const names = (type: Intl.DisplayNamesType) => new Intl.DisplayNames("en", { type, fallback: "none" });
const regions = names("region");
const tongues = names("language");

export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !/^(EU|EZ|UN|XA|XB|XK|ZZ)$/.test(code) && regions.of(code) !== undefined;
export const isLanguage = (code: string): boolean =>
  /^[a-z]{2}$/.test(code) && tongues.of(code) !== undefined;

/** A zone with a name: offsets like +02:00 know no summer. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const pairs = (): string[] => LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
/** Every country, for a list to choose from. */
export const listCountries = (): string[] =>
  pairs()
    .map((code) => code.toUpperCase())
    .filter(isCountry);
export const listLanguages = (): string[] => pairs().filter(isLanguage);

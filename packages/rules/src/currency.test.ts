import { describe, expect, it } from "vitest";
import { isCurrency, listCurrencies, placesOf } from "./currency.ts";
import { isCountry, isLanguage, isTimeZone } from "./regions.ts";

describe("currencies of ISO 4217", () => {
  it("have as many decimals as the standard says", () => {
    expect(["SEK", "DKK", "EUR", "JPY", "ISK", "KWD", "CLF"].map(placesOf)).toEqual([2, 2, 2, 0, 0, 3, 4]);
    expect(isCurrency("SEK")).toBe(true);
    for (const no of ["sek", "kr", "XXX", "XAU", "SEKK", ""]) expect(isCurrency(no)).toBe(false);
  });

  it("are known to the engine that writes them, but for units of account", () => {
    const known = new Set(Intl.supportedValuesOf("currency"));
    expect(listCurrencies().filter((code) => !known.has(code))).toEqual(["CLF", "UYI", "UYW", "VED"]);
    expect(listCurrencies().length).toBeGreaterThan(150);
  });
});

describe("countries, languages and time zones", () => {
  it("are those of the standards", () => {
    for (const yes of ["SE", "DK", "NO", "GL"]) expect(isCountry(yes)).toBe(true);
    for (const no of ["se", "EU", "ZZ", "QQ", "Sverige"]) expect(isCountry(no)).toBe(false);
    for (const yes of ["sv", "da", "nb", "fi"]) expect(isLanguage(yes)).toBe(true);
    for (const no of ["SV", "qq", "sv-SE", "svenska"]) expect(isLanguage(no)).toBe(false);
  });

  it("a time zone has a name: an offset knows no summer", () => {
    for (const yes of ["Europe/Stockholm", "America/Argentina/Buenos_Aires", "UTC"])
      expect(isTimeZone(yes)).toBe(true);
    for (const no of ["+02:00", "Europe/Malmo", "Stockholm", "", "../etc"])
      expect(isTimeZone(no)).toBe(false);
  });
});

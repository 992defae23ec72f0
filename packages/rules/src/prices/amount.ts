// Amounts as people and systems write them, in minor units of their currency (ISO 4217). Exact or nothing. Pure.
import { isCurrency, placesOf } from "../currency.ts";

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,12}))?$/;

/** `1249.00` of SEK is 124900; undefined: no such currency, more decimals than it has, below nothing or no number. */
export function minorOf(amount: string, currency: string): number | undefined {
  const [, whole = "", decimals = ""] = DECIMAL.exec(amount.trim()) ?? [];
  if (whole === "" || !isCurrency(currency)) return undefined;
  const places = placesOf(currency);
  const kept = decimals.replace(/0+$/, "");
  if (kept.length > places) return undefined;
  const minor = Number(`${whole}${kept.padEnd(places, "0")}`);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** The other way: `1249.00`. */
export function decimalOf(minor: number, currency: string): string {
  const places = placesOf(currency);
  const digits = String(minor).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

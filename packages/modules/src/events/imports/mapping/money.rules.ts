// Amounts in the minor units of their currency (ISO 4217).
import { isCurrency, placesOf } from "@somlos/rules/currency";
import { type Decimal, readDecimal, toPlaces } from "./decimal.rules.ts";

const SIGNS: Readonly<Record<string, RegExp>> = {
  kr: /^(SEK|DKK|NOK|ISK)$/,
  "kr.": /^(SEK|DKK|NOK|ISK)$/,
  "€": /^EUR$/,
  "£": /^(GBP|GIP|FKP|SHP)$/,
  $: /^(USD|CAD|AUD|NZD|SGD|HKD|MXN)$/,
};

export { isCurrency, placesOf };

/** A decimal with the sign or code of its own currency before or after it. */
export function readAmount(raw: string, currency: string, separator: "." | ","): Decimal | undefined {
  const text = raw.trim();
  const found = /^(kr\.?|[€£$]|[A-Z]{3})\s*(.+)$|^(.+?)\s*(kr\.?|[€£$]|[A-Z]{3})$/u.exec(text);
  if (found === null) return readDecimal(text, separator);
  const sign = found[1] ?? found[4] ?? "";
  if (sign !== currency && SIGNS[sign]?.test(currency) !== true) return undefined;
  return readDecimal(found[2] ?? found[3] ?? "", separator);
}

/** Minor units of an amount; undefined when it has more decimals than its currency or is larger than a number can count. */
export function toMinor(amount: Decimal, currency: string): number | undefined {
  const { units, exact } = toPlaces(amount, placesOf(currency));
  const minor = Number(units);
  return exact && Number.isSafeInteger(minor) ? minor : undefined;
}

/** Minor units of a product of price and quantity, rounded once for the line. */
export function toMinorRounded(amount: Decimal, currency: string): number | undefined {
  const minor = Number(toPlaces(amount, placesOf(currency)).units);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

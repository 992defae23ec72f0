// Amounts in the minor units of their currency (ISO 4217).
import { type Decimal, readDecimal, toPlaces } from "./decimal.rules.ts";

const PLACES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};
const KNOWN: ReadonlySet<string> = new Set(
  (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP " +
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR " +
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT " +
    "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD " +
    "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS " +
    "VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
  ).split(" "),
);
const SIGNS: Readonly<Record<string, RegExp>> = {
  kr: /^(SEK|DKK|NOK|ISK)$/,
  "kr.": /^(SEK|DKK|NOK|ISK)$/,
  "€": /^EUR$/,
  "£": /^(GBP|GIP|FKP|SHP)$/,
  $: /^(USD|CAD|AUD|NZD|SGD|HKD|MXN)$/,
};

export const isCurrency = (code: string): boolean => KNOWN.has(code);
export const placesOf = (currency: string): number => PLACES[currency] ?? 2;

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

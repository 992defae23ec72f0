// Identifier values in one form each, so that the same thing written differently is the same identifier.
// Undefined: the text is no such identifier (it may still be kept as a fact).
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { readableDomain } from "./domains.ts";

const MOST = 500;
/** Letters and figures of any language; signs are for domains of pictures, dots for those of Catalan, Japanese and Hebrew. */
const LABEL = String.raw`[\p{L}\p{N}\p{M}\p{So}\u00b7\u30fb\u05f3\u05f4-]`;
const EMAIL = new RegExp(String.raw`^[^\s@<>"(),:;[\]\\]{1,64}@(?:${LABEL}{1,63}\.)+${LABEL}{2,63}$`, "u");

/** Signs that nobody sees: zero-width blanks, soft hyphens, marks of direction. They come along when text is pasted. */
const UNSEEN = /\p{Cf}/gu;
const PLAIN = /^[!-~]+$/;
/** What lists, quotes and sentences leave around an address: `'anna@example.se';`, `(anna@example.se)`, `anna@example.se.` */
const AROUND = /^[\s'"‘’“”„«»([{<]+|[\s'"‘’“”„«»)\]}>.,;:]+$/gu;
/** As mail programs write an address: `Anna Ek <anna@example.se>`, `mailto:anna@example.se`. */
const WRITTEN = /^(?:[^<>]*<)?\s*(?:mailto:)?([^<>]*)$/;

/**
 * Lower case, NFC, only the address itself, a domain with other letters than a to z as people read it. Dots and plus-parts are
 * left: they may be another person's.
 */
export function normalEmail(raw: string): string | undefined {
  if (raw.length > 1000) return undefined;
  const seen = PLAIN.test(raw) ? raw : raw.replace(UNSEEN, "").trim().normalize("NFC");
  const bare = WRITTEN.exec(seen.toLowerCase().replace(AROUND, ""))?.[1] ?? "";
  const address = bare.replace(AROUND, "");
  const at = address.lastIndexOf("@");
  const value = address.slice(0, at + 1) + readableDomain(address.slice(at + 1));
  return value.length <= 320 && EMAIL.test(value) ? value : undefined;
}

/** E.164, with the country to assume when the number has none (ISO 3166, two letters). */
export function normalPhone(raw: string, country: string): string | undefined {
  if (raw.length > 40) return undefined;
  const found = parsePhoneNumberFromString(raw, country as CountryCode);
  return found?.isPossible() === true ? found.number : undefined;
}

/** Numbers people read from a card: without blanks and dashes, capital letters. */
export function normalCode(raw: string): string | undefined {
  const value = raw.replace(/[\s\-–.]/gu, "").toUpperCase();
  return value.length > 0 && value.length <= MOST ? value : undefined;
}

/** Ids made by machines: as they are, without blanks around. */
export function normalId(raw: string): string | undefined {
  const value = raw.trim();
  return value.length > 0 && value.length <= MOST ? value : undefined;
}

type Address = {
  street?: unknown;
  postalCode?: unknown;
  postal_code?: unknown;
  zip?: unknown;
  city?: unknown;
  country?: unknown;
};

/** Street, postal code and country of an address in one line; undefined when street or postal code is missing. */
export function normalAddress(raw: unknown, country: string): string | undefined {
  const line =
    typeof raw === "string"
      ? squeeze(raw)
      : typeof raw === "object" && raw !== null
        ? oneLine(raw, country)
        : "";
  return line.length >= 8 && line.length <= MOST && /\d/.test(line) ? line : undefined;
}

/** As on letters from abroad: SE-211 45, DK-2100. */
const BEFORE_CODE = /^[a-z]{1,2}-(?=\d{3})/;

function oneLine(a: Address, country: string): string {
  const code = a.postalCode ?? a.postal_code ?? a.zip;
  if (typeof a.street !== "string" || (typeof code !== "string" && typeof code !== "number")) return "";
  const land = typeof a.country === "string" && a.country !== "" ? a.country : country;
  const digits = squeeze(String(code)).replaceAll(" ", "").replace(BEFORE_CODE, "");
  return `${squeeze(a.street)}|${digits}|${squeeze(land)}`;
}

const LINE = /^(.*\S)[\s,|]+((?:[a-z]{1,2}-)?(?:\d{3} ?\d{2}|\d{4,5}))(?:[\s,|]+(.*))?$/isu;
const COUNTRY = /(?:^|[,|\n])\s*([a-z]{2})\s*$/i;

/** Street, postal code and country as people write them in one line: `Storgatan 1, 211 45 Malmö`. Undefined: no such line. */
export function addressIn(
  text: string,
): { street: string; postalCode: string; country: string | undefined } | undefined {
  const [, street, postalCode, rest = ""] = (text.length > MOST ? null : LINE.exec(text.trim())) ?? [];
  if (street === undefined || postalCode === undefined) return undefined;
  return { street: street.replaceAll("|", " "), postalCode, country: COUNTRY.exec(rest)?.[1] };
}

const squeeze = (text: string): string =>
  text
    .trim()
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s,.]+/gu, " ")
    .trim();

/** 13 to 19 digits that pass the Luhn check: what a payment card number looks like. */
export function looksLikeCardNumber(raw: string): boolean {
  const digits = raw.replace(/[\s-]/g, "");
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

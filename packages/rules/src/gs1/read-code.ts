// Any code that somebody scans or types, read as the thing that it names. Pure.
import { endsInCheckDigit, gtinOf } from "../gtin.ts";
import { type Element, parseDigitalLink } from "./digital-link.ts";
import { parseBracketed, parseElementString } from "./element-string.ts";

export type ReadCode = {
  /** Of 14 digits. */
  readonly gtin: string;
  readonly batch?: string;
  readonly serial?: string;
  /** YYMMDD as it is marked. */
  readonly expires?: string;
};

/** UPC-E, zeros left out, as the UPC-A that it stands for (GS1 General Specifications, 5.2.2.4.2). */
function fromUpcE(text: string): string | undefined {
  const [, system = "", six = "", check = ""] = /^([01])(\d{6})(\d)$/.exec(text) ?? [];
  if (six === "") return undefined;
  const last = Number(six[5]);
  const body =
    last <= 2
      ? `${six.slice(0, 2)}${last}0000${six.slice(2, 5)}`
      : last === 3
        ? `${six.slice(0, 3)}00000${six.slice(3, 5)}`
        : last === 4
          ? `${six.slice(0, 4)}00000${six[4]}`
          : `${six.slice(0, 5)}0000${last}`;
  const upc = `${system}${body}${check}`;
  return endsInCheckDigit(upc) ? upc : undefined;
}

function fromElements(elements: readonly Element[] | undefined): ReadCode | undefined {
  const saidOf = (ai: string): string | undefined => elements?.find((one) => one.ai === ai)?.value;
  const gtin = saidOf("01") ?? saidOf("02");
  if (gtin === undefined) return undefined;
  const more = { batch: saidOf("10"), serial: saidOf("21"), expires: saidOf("17") };
  return { gtin, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };
}

/** Symbology identifiers (ISO/IEC 15424) that scanners may send before what they read. */
const SYMBOLOGY = /^\](?:C1|e0|d2|Q3|J1|E0|E4|d1|Q1|C0|I1|I0)/;

/**
 * EAN-8, EAN-13, UPC-A, UPC-E, ITF-14, GS1-128, DataMatrix or QR with element strings, what is printed below one, or a Digital
 * Link; undefined: it names no goods by a GTIN.
 */
export function readCode(text: string): ReadCode | undefined {
  const code = text.trim().replace(SYMBOLOGY, "");
  if (/^https?:/i.test(code)) return fromElements(parseDigitalLink(code, { shortGtin: true }));
  const digits = code.replace(/[ -]/g, "");
  if (/^\d+$/.test(digits) && digits.length <= 14) {
    const gtin = gtinOf(digits) ?? gtinOf(fromUpcE(digits) ?? "");
    return gtin === undefined ? undefined : { gtin };
  }
  return fromElements(code.startsWith("(") ? parseBracketed(code) : parseElementString(code));
}

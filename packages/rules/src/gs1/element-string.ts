// GS1 element strings: as a scanner reads them out of a bar code, and with brackets as they are printed below one. Pure.
import type { Element } from "./digital-link.ts";
import { type ApplicationIdentifier, identifierAt, identifierOf, isValue, longestOf } from "./identifiers.ts";

/** FNC1, which ends a value of open length, as scanners send it. */
const FNC1 = "\u001d";

function valueAt(found: ApplicationIdentifier, text: string, at: number): string {
  const rest = text.slice(at);
  if (found.fixed) return rest.slice(0, longestOf(found));
  const end = rest.indexOf(FNC1);
  return end < 0 ? rest : rest.slice(0, end);
}

/** What a scanner reads out of GS1-128, DataMatrix or QR, without its symbology identifier. */
export function parseElementString(text: string): Element[] | undefined {
  const elements: Element[] = [];
  let at = text.startsWith(FNC1) ? 1 : 0;
  while (at < text.length) {
    const found = identifierAt(text, at);
    if (found === undefined) return undefined;
    const value = valueAt(found, text, at + found.ai.length);
    if (!isValue(found, value)) return undefined;
    elements.push({ ai: found.ai, value });
    at += found.ai.length + value.length;
    if (text[at] === FNC1) at++;
  }
  return elements.length === 0 ? undefined : elements;
}

/** `(01)07350000000016(10)ABC`, as it is printed. */
export function parseBracketed(text: string): Element[] | undefined {
  const parts = text.split(/\((\d{2,4})\)/);
  if (parts.length < 3 || parts[0] !== "") return undefined;
  const elements: Element[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const [ai = "", value = ""] = [parts[i], parts[i + 1]];
    const found = identifierOf(ai);
    if (found === undefined || !isValue(found, value)) return undefined;
    elements.push({ ai, value });
  }
  return elements;
}

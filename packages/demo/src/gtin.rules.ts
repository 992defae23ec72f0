// Article numbers of our own make. GS1 gives the prefixes 20 to 29 to nobody: a chain may use them inside its own walls.
import { checkDigitOf, isGtin as isAnyGtin } from "@somlos/rules/gtin";

/** A GTIN-13 that is valid inside the chain only. */
export function ownGtin(number: number): string {
  const digits = `20${String(number).padStart(10, "0")}`;
  return `${digits}${checkDigitOf(digits)}`;
}

export const isGtin = (text: string): boolean => text.length === 13 && isAnyGtin(text);

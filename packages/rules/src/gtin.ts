// GTIN: the number of a product that is the same in every shop (8, 12, 13 or 14 digits, the last a check digit). Pure.

const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/** The digit that ends a GTIN, GLN or SSCC: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function checkDigitOf(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether the last digit is the check digit of those before it. */
export const endsInCheckDigit = (digits: string): boolean =>
  /^\d{2,}$/.test(digits) && Number(digits.at(-1)) === checkDigitOf(digits.slice(0, -1));

export const isGtin = (text: string): boolean =>
  LENGTHS.has(text.length) && !/^0+$/.test(text) && endsInCheckDigit(text);

/** A GTIN in its longest form, in which GTINs of all lengths are told apart; undefined: it is none. */
export const gtinOf = (text: string): string | undefined =>
  isGtin(text) ? text.padStart(14, "0") : undefined;

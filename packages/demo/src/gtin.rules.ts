// Article numbers of our own make. GS1 gives the prefixes 20 to 29 to nobody: a chain may use them inside its own walls.

/** The last digit of a GTIN: weights 3 and 1 from the right. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit * 3 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** A GTIN-13 that is valid inside the chain only. */
export function ownGtin(number: number): string {
  const digits = `20${String(number).padStart(10, "0")}`;
  return `${digits}${checkDigit(digits)}`;
}

export const isGtin = (text: string): boolean =>
  /^\d{13}$/.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1));

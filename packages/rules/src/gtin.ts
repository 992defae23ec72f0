// GTIN: the number of a product that is the same in every shop (8, 12, 13 or 14 digits, the last a check digit). Pure.

const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

export function isGtin(text: string): boolean {
  if (!LENGTHS.has(text.length) || !/^\d+$/.test(text) || /^0+$/.test(text)) return false;
  const sum = [...text.padStart(14, "0")].reduce(
    (all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

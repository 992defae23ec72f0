// What is typed for a fact, as the kind of value that it was: a number stays a number. Nothing typed: there is none.
export type FactValue = string | number | boolean | null;

/** The sign before decimals as it is written in a shop of the North, too. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

export function valueTyped(typed: string, before: unknown): FactValue {
  const text = typed.trim();
  if (text === "") return null;
  if (typeof before === "number" && NUMBER.test(text)) return Number(text.replace(",", "."));
  return text;
}

/** One value that fits a line; a list or an object is corrected where it comes from. */
export const isCorrectable = (value: unknown): value is FactValue =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

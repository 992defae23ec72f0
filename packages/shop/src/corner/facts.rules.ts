// Facts as people read them.

/** What is shown among the identifiers, not among the facts. */
const identifying = new Set(["email", "phone", "club_card", "clubCard", "userId", "user_id", "id"]);

type Named = { readonly name: string; readonly value: unknown };

/** In the order of their names; what stands elsewhere, and what is nested too deep to be read, is in the export. */
export const shownFacts = <F extends Named>(facts: readonly F[]): F[] =>
  facts
    .filter(({ name, value }) => !identifying.has(name) && readable(value, { yes: "+", no: "-" }) !== "")
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

export type YesNo = { readonly yes: string; readonly no: string };

/** A plain value, a list of them, or the plain values of a thing, as one line. */
export function readable(value: unknown, words: YesNo): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value)
    .map((one) => readable(one, words))
    .filter(Boolean)
    .join(", ");
}

/** `shoe_size` and `shoeSize` are both "Shoe size". */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-zåäöæø\d])([A-ZÅÄÖÆØ])/g, "$1 $2")
    .replace(/[_\-.]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

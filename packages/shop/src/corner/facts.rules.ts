// Facts as people read them.

type Named = { readonly name: string; readonly value: unknown };
type Identifier = { readonly kind: string; readonly value: string };

/** The facts that say an identifier too, and its kind. */
const kinds = new Map([
  ["email", "email"],
  ["phone", "phone"],
  ["club_card", "club_card"],
  ["clubCard", "club_card"],
  ["userId", "login"],
  ["user_id", "login"],
  ["id", "login"],
]);
const DIGITS = /^\d{5,}$/;
const squeezed = (value: string): string => value.toLowerCase().replace(/[\s\-–().+]/gu, "");

/** "070-123 45 67" is +46701234567. */
function isSame(said: string, held: string): boolean {
  const [a, b] = [squeezed(said), squeezed(held)];
  return a === b || (DIGITS.test(a) && DIGITS.test(b) && b.endsWith(a.replace(/^0+/, "")));
}

/** Whether it stands among the identifiers already. */
const isHeld = ({ name, value }: Named, identifiers: readonly Identifier[]): boolean =>
  identifiers.some(({ kind, value: held }) => kind === kinds.get(name) && isSame(String(value), held));

/** In the order of their names; what stands among the identifiers, and what is nested too deep to be read, is left out. */
export const shownFacts = <F extends Named>(facts: readonly F[], identifiers: readonly Identifier[]): F[] =>
  facts
    .filter((fact) => !isHeld(fact, identifiers) && readable(fact.value, { yes: "+", no: "-" }) !== "")
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

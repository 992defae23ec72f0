// Values of facts as a person reads them; their names are shared with the corner.
type Said = { readonly yes: string; readonly no: string; readonly none: string };

/** A value as text; the false and the empty are facts too ("no balcony"). */
export function factValue(value: unknown, said: Said): string {
  if (value === true) return said.yes;
  if (value === false) return said.no;
  if (value === null || value === undefined || value === "") return said.none;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => factValue(one, said)).join(", ");
  return Object.values(value)
    .map((one) => factValue(one, said))
    .join(", ");
}

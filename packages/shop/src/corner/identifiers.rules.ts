// Identifiers as their owner reads them: in an order, and those made by machines by both ends only.

const order = ["login", "email", "phone", "club_card", "address"];
const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);

/** What people know by heart first; of one kind in the order we came to know them. */
export const inOrder = <I extends { readonly kind: string; readonly firstSeenAt: string }>(
  list: readonly I[],
): I[] =>
  list.toSorted(
    (a, b) =>
      rank(a.kind) - rank(b.kind) ||
      a.kind.localeCompare(b.kind) ||
      a.firstSeenAt.localeCompare(b.firstSeenAt),
  );

const machines = new Set(["visitor", "device", "distinct_id", "card_token"]);

/** Nobody reads a machine's id, and whoever looks over a shoulder need not either. An address is kept as `street|code|country`. */
export function written(kind: string, value: string): string {
  if (machines.has(kind) && value.length > 8) return `${value.slice(0, 4)}…${value.slice(-4)}`;
  if (kind !== "address" || !value.includes("|")) return value;
  const [street = "", code = "", country = ""] = value.split("|");
  const named = street.replace(/(^|\s)\p{Ll}/gu, (first) => first.toLocaleUpperCase());
  return [named, code, country.toLocaleUpperCase()].filter(Boolean).join(", ");
}

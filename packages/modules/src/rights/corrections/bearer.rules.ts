// Which of somebody's identifiers a correction goes with: it stays with that identifier when two people turn out to be two. Pure.
type Named = { readonly fp: string; readonly kind: string };

/** Strongest first. A home is shared and a browser passes on: no word of staff goes with them. */
const order = [
  "login",
  "club_card",
  "email",
  "phone",
  "card_token",
  "distinct_id",
  "order",
  "receipt",
  "device",
];

export const bearerOf = <One extends Named>(identifiers: readonly One[]): One | undefined =>
  identifiers
    .filter(({ kind }) => order.includes(kind))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.fp < b.fp ? -1 : 1))[0];

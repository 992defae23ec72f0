// What a person may write about pairs of kinds, and how a form's text becomes a number within bounds.
import type { RuleBody, RuleKind } from "@somlos/contract/rooms/identity-rules";

export type Says = RuleBody["ties"][number]["says"];

/** Pairs that a shop asks about, the stronger kind first. */
export const askedPairs: readonly (readonly [RuleKind, RuleKind])[] = [
  ["login", "lane"],
  ["club_card", "lane"],
  ["email", "lane"],
  ["phone", "lane"],
  ["login", "device"],
  ["email", "device"],
  ["card_token", "receipt"],
  ["club_card", "card_token"],
  ["email", "card_token"],
];

const isPair = (tie: RuleBody["ties"][number], [a, b]: readonly [RuleKind, RuleKind]): boolean =>
  (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a);

export const saysOf = (ties: RuleBody["ties"], pair: readonly [RuleKind, RuleKind]): Says =>
  ties.find((tie) => isPair(tie, pair))?.says ?? "full";

export function withTie(
  ties: RuleBody["ties"],
  pair: readonly [RuleKind, RuleKind],
  says: Says,
): RuleBody["ties"] {
  const rest = ties.filter((tie) => !isPair(tie, pair));
  return says === "full" ? rest : [...rest, { a: pair[0], b: pair[1], says }];
}

/** A whole number within bounds; what is no number leaves it as it was. */
export function numberIn(text: string, [least, most]: readonly [number, number], before: number): number {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? before : Math.min(most, Math.max(least, number));
}

// What of a person is to be erased, as the form holds it, and the scope it stands for. Pure.
import type { ScopeWish } from "@somlos/contract/rooms/rights";

export type Part = {
  /** "whole", "span", "source 3" or "identifier email anna@exempel.se". */
  readonly of: string;
  /** Days, as the form writes them; both are within. */
  readonly from: string;
  readonly to: string;
};
type Identifier = { readonly kind: string; readonly value: string };

export const WHOLE = "whole";
export const SPAN = "span";
export const wholePart: Part = { of: WHOLE, from: "", to: "" };
export const nameOfSource = (id: number): string => `source ${id}`;
export const nameOfIdentifier = ({ kind, value }: Identifier): string => `identifier ${kind} ${value}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Midnight by the clock of whoever asks; `days` later. */
const midnight = (day: string, days = 0): Date => {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + days);
  return at;
};
export const isBackwards = ({ of, from, to }: Part): boolean =>
  of === SPAN && DAY.test(from) && DAY.test(to) && from > to;

/** Undefined while the form says nothing whole. */
export function scopeOfPart(part: Part, identifiers: readonly Identifier[]): ScopeWish | undefined {
  if (part.of === WHOLE) return { kind: "whole" };
  if (part.of === SPAN)
    return DAY.test(part.from) && DAY.test(part.to) && !isBackwards(part)
      ? { kind: "span", from: midnight(part.from).toISOString(), to: midnight(part.to, 1).toISOString() }
      : undefined;
  const own = identifiers.find((one) => nameOfIdentifier(one) === part.of);
  if (own !== undefined) return { kind: "identifier", identifier: { kind: own.kind, value: own.value } };
  const sourceId = Number(/^source (\d+)$/.exec(part.of)?.[1]);
  return sourceId > 0 ? { kind: "source", sourceId } : undefined;
}

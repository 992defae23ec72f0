// How the ledger names what somebody holds: as those legal entities do who share their people. Pure.
import { type Identifier, identifierOf, inCircle, type Naming } from "../../events/index.ts";
import { alsoListedAs } from "../lists/homes.rules.ts";

/** `circle`: whose people hold it, where that is known; of an address that is nobody's yet it is not. */
export type Bearer = Pick<Identifier, "kind" | "fp" | "circle"> & {
  /** Its fingerprint among the people of another circle. */
  readonly inCircle?: (circle: number) => string;
  /** Uuid texts by which an address may stand in a register besides. */
  readonly also?: readonly string[];
};

/** An identifier that is known, as one circle of legal entities names it. */
export function bearerOf(
  naming: Naming,
  { kind, value, circle = 0 }: Pick<Identifier, "kind" | "value" | "circle">,
): Bearer | undefined {
  const own = identifierOf(inCircle(naming, circle), kind, value);
  if (own === undefined) return undefined;
  const named = (other: number): string => identifierOf(inCircle(naming, other), kind, value)?.fp ?? own.fp;
  const also = alsoListedAs(naming, own);
  return { kind, fp: own.fp, circle, inCircle: named, ...(also.length > 0 && { also }) };
}

/**
 * Every fingerprint under which something may have been said of it to a legal entity: entities begin and end to share their
 * people, and what was said to one of them, a no above all, was said to it.
 */
export const saidOf = ({ fp, inCircle: named }: Bearer, circles: readonly number[]): string[] =>
  named === undefined || circles.length < 2 ? [fp] : [...new Set([fp, ...circles.map(named)])];

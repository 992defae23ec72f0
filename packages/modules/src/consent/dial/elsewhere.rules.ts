// What was said to a legal entity under the names that people have in its other circles: its own, and those it once shared. Pure.
import type { CompanyView, Span } from "../../company/index.ts";
import { type IdentifierKind, identifierOf, inCircle, type Naming } from "../../events/index.ts";
import type { DialAct } from "./dial.rules.ts";

/** By what it is known where else somebody may have spoken. */
export type Elsewhere = {
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "saidTo">;
};

/** Other circles in which the legal entities of this one were spoken to. */
export const othersOf = (company: Elsewhere["company"], circle: number): readonly number[] =>
  [...new Set(company.saidTo(circle).flatMap((spans) => spans.map((span) => span.circle)))].filter(
    (one) => one !== circle,
  );

type Value = { readonly kind: string; readonly value: string };

/** A value as the people of a circle are named by it. */
export const namedIn = ({ naming }: Elsewhere, { kind, value }: Value, circle: number): string | undefined =>
  identifierOf(inCircle(naming, circle), kind as IdentifierKind, value)?.fp;

/** An act, and the circle in which it was said. */
export type ActThere = { readonly act: DialAct; readonly circle: number };

const isWithin = ({ act, circle }: ActThere, spans: readonly Span[]): boolean =>
  spans.some((span) => span.circle === circle && act.at >= span.from && act.at < span.to);

/**
 * The acts that were said to each legal entity by itself. What was said to all who share is said to each; what was said to one
 * before they shared holds for what they share too, as long as nothing later was said to it.
 */
export const saidToEach = (
  said: readonly ActThere[],
  entities: readonly (readonly Span[])[],
): readonly (readonly DialAct[])[] =>
  entities.map((spans) => said.filter((one) => isWithin(one, spans)).map(({ act }) => act));

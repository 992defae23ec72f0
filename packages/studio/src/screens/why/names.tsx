// Identifiers by sign, word and value, as this screen says them.
import { useText } from "@somlos/look/language";
import { IdentifierSign, identifierTexts, shortValue } from "../../identifiers.tsx";
import type { Named } from "./grouped.rules.ts";

export const kindOf = (kind: string): string => (kind === "lane" ? "visitor" : kind);

/** "E-mail astrid@posten.se", for those who hear it. */
export function useNaming(): (one: Named) => string {
  const { kinds } = useText(identifierTexts);
  return ({ kind, value }) => `${kinds[kindOf(kind)] ?? kind} ${value ?? ""}`.trim();
}

export function End({ kind, value }: Named) {
  const { kinds } = useText(identifierTexts);
  const own = kindOf(kind);
  return (
    <span className="wy-end" title={`${kinds[own] ?? own}: ${value ?? ""}`}>
      <IdentifierSign kind={own} />
      <span className="vh">{kinds[own] ?? own}</span>
      <span className="el">{value === null ? (kinds[own] ?? own) : shortValue(own, value)}</span>
    </span>
  );
}

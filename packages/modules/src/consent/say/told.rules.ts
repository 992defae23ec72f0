// What a body names, in the words of the ledger. Pure.

import type { ToldAct } from "@somlos/contract/rooms/consent-say";
import { hmac, uuidOf } from "@somlos/kernel/ids";
import { type identifierOf, identifiersIn, inCountry, type Naming } from "../../events/index.ts";
import { type Named, namedOf, type PermissionAct, type Unwilling } from "./acts.rules.ts";

type Written = { readonly kind: Parameters<typeof identifierOf>[1]; readonly value: string };

/** As each of these circles of legal entities names them. Undefined: one of them is no identifier of its kind. */
function nameAll(
  naming: Naming,
  written: readonly Written[],
  circles: readonly number[],
): Named[] | undefined {
  const found = new Map<string, Named>();
  for (const { kind, value } of written) {
    const ids = identifiersIn(naming, circles, kind, value);
    if (ids.length === 0) return undefined;
    for (const id of ids) found.set(id.fp, namedOf(id, uuidOf(id.fp)));
  }
  return [...found.values()];
}

export type Entities = {
  /** Id of the legal entity with an id or code. */
  readonly idOf: (idOrCode: string) => string | undefined;
  /** The circles whose people an act for a legal entity is about; for none in particular, all of them. */
  readonly circlesOf: (entityId: string | null) => readonly number[];
  /** Country of what is said to a legal entity; none: of each as it is. */
  readonly countryOf?: (entityId: string | null) => string | undefined;
};

/** What is written to a legal entity, as the people of its circles are named by it. */
export function nameTo(
  naming: Naming,
  { circlesOf, countryOf }: Pick<Entities, "circlesOf" | "countryOf">,
  entityId: string | null,
  written: readonly Written[],
): Named[] | undefined {
  const country = countryOf?.(entityId);
  const own = country === undefined ? naming : inCountry(naming, country);
  return nameAll(own, written, circlesOf(entityId));
}
export type Teller = {
  readonly naming: Naming;
  readonly secret: string;
  /** Whose ids of acts they are. */
  readonly source: string;
  readonly entities: Entities;
  readonly now: Date;
};
export type Understood = { readonly act: PermissionAct } | { readonly refused: Unwilling | "entity" };

/** An id of another system's act, as an act of ours: the same again is the same. */
export const actIdOf = (secret: string, source: string, id: string): string =>
  uuidOf(hmac(secret, `consent act ${source}\0${id}`));

export function understand(teller: Teller, told: ToldAct): Understood {
  const entityId = told.entity === null ? null : teller.entities.idOf(told.entity);
  const named = nameTo(teller.naming, teller.entities, entityId ?? null, told.identifiers);
  if (named === undefined) return { refused: { code: "consent.identifier_bad" } };
  if (entityId === undefined) return { refused: "entity" };
  const actId = actIdOf(teller.secret, teller.source, told.id);
  const at = told.at === undefined ? teller.now : new Date(told.at);
  const { purpose } = told;
  if (told.act === "withdraw") {
    const { channel, cause = null, collectedBy = teller.source } = told;
    const no = { act: told.act, actId, named, purpose, channel, entityId, at, cause, collectedBy };
    return { act: { ...no, imported: false } };
  }
  if (entityId === null) return { refused: "entity" };
  const { channels, textId, textHash, collectedBy, evidence, soft = null, guardian } = told;
  return {
    act: {
      ...{
        act: told.act,
        actId,
        named,
        purpose: told.purpose,
        channels,
        entityId,
        textId,
        at,
        soft,
        guardian,
      },
      ...{ imported: false, evidence: { ...evidence, textHash, collectedBy } },
    },
  };
}

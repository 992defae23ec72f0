// The door through which the retailer's own systems ask before they act.
import { Refusal, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-say";
import { type Door, handle } from "@somlos/kernel/http";
import { identifierOf, inCountry } from "../../events/index.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { readEntities } from "../say/entities.actions.ts";
import { mayUseOf, usePermission, type WhomWish } from "./use.actions.ts";

type Asked = (typeof words.usePermission.body & object)["_zod"]["output"];
const DAY_MS = 86_400_000;

/** What the asking system knows itself. A day begins a day earlier somewhere on earth. */
function toldIn({ country, born, guardian, relation }: Asked, now: Date): Partial<WhomWish> {
  const ahead = [
    ...(born === undefined ? [] : [Date.parse(born) - DAY_MS]),
    ...(relation === undefined ? [] : [Date.parse(relation.fulfilledAt)]),
  ];
  if (ahead.some((at) => at > now.getTime())) throw new Refusal("consent.told_ahead");
  return {
    ...(country === undefined ? {} : { country }),
    ...(born === undefined ? {} : { born }),
    ...(guardian === undefined ? {} : { guardian }),
    ...(relation === undefined
      ? {}
      : { relation: { ...relation, fulfilledAt: new Date(relation.fulfilledAt) } }),
  };
}

export const useDoors: readonly Door<ConsentHouse>[] = [
  handle(words.usePermission, async (house: ConsentHouse, { body, caller, language }) => {
    const actor = { kind: "key", id: caller.kind === "key" ? caller.keyId : "" } as const;
    const { purpose, channel, recipientKind, message, categories, topics } = body;
    const answer = await house.db.work(actor, async (work) => {
      const { idOf, countryOf } = await readEntities(work.tx);
      const entityId = idOf(body.entity);
      if (entityId === undefined) throw new Refusal("company.entity_unknown");
      const own = inCountry(house.naming, countryOf?.(entityId) ?? house.naming.country);
      const identifier = identifierOf(own, body.identifier.kind, body.identifier.value);
      if (identifier === undefined) throw new Refusal("consent.identifier_bad");
      const wish = { purpose, channel, entityId, recipientKind, scope: message, categories, topics };
      const asked = { ...wish, ...toldIn(body, work.now) };
      return (body.count ? usePermission : mayUseOf)(work, house, { identifier }, asked);
    });
    const { allowed, basis, ruleVersion, minor, reason, until } = answer;
    const told = reason === null ? null : { code: reason, sentence: sentenceOf(reason, language) };
    return { allowed, basis, ruleVersion, minor, reason: told, until: until?.toISOString() ?? null };
  }),
];

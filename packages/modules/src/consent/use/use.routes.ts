// The door through which the retailer's own systems ask before they act.
import { Refusal, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-say";
import { type Door, handle } from "@somlos/kernel/http";
import { identifierOf } from "../../events/index.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { readEntities } from "../say/say.routes.ts";
import { mayUseOf, usePermission } from "./use.actions.ts";

export const useDoors: readonly Door<ConsentHouse>[] = [
  handle(words.usePermission, async ({ db, naming }: ConsentHouse, { body, caller, language }) => {
    const identifier = identifierOf(naming, body.identifier.kind, body.identifier.value);
    if (identifier === undefined) throw new Refusal("consent.identifier_bad");
    const actor = { kind: "key", id: caller.kind === "key" ? caller.keyId : "" } as const;
    const { purpose, channel, recipientKind, message, categories, country, topics } = body;
    const {
      identifiers: _,
      contact: __,
      until,
      ...answer
    } = await db.work(actor, async (work) => {
      const entityId = (await readEntities(work.tx)).idOf(body.entity);
      if (entityId === undefined) throw new Refusal("company.entity_unknown");
      return (body.count ? usePermission : mayUseOf)(
        work,
        naming,
        { identifier },
        {
          ...{ purpose, channel, entityId, recipientKind, scope: message, categories, topics },
          ...(country === undefined ? {} : { country }),
        },
      );
    });
    const reason = answer.reason;
    return {
      ...answer,
      until: until?.toISOString() ?? null,
      reason: reason === null ? null : { code: reason, sentence: sentenceOf(reason, language) },
    };
  }),
];

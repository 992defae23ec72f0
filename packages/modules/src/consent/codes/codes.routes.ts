// Doors through which a number or a device confirms, by the retailer's gateway.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-codes";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import type { ConsentHouse } from "../consent.house.ts";
import { answerCode, askByCode } from "./codes.actions.ts";

const keyOf = (caller: Caller) => {
  if (caller.kind !== "key") throw new Refusal("door.not_signed_in");
  return { actor: { kind: "key", id: caller.keyId } as const, source: `source:${caller.sourceId}` };
};

export const codeDoors: readonly Door<ConsentHouse>[] = [
  handle(words.askByCode, (house: ConsentHouse, { body, caller }) =>
    house.db.work(keyOf(caller).actor, (work) => askByCode(work, house, body)),
  ),
  handle(words.answerCode, async (house: ConsentHouse, { body, caller }) => {
    const { actor, source } = keyOf(caller);
    const answer = await house.db.work(actor, (work) => answerCode(work, house, { ...body, source }));
    if (answer instanceof Refusal) throw answer;
    return answer;
  }),
];

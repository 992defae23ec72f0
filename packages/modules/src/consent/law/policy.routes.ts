// Doors of what counsel decides.
import * as words from "@somlos/contract/rooms/consent-policies";
import { type Door, handle } from "@somlos/kernel/http";
import { type ConsentHouse, change } from "../consent.house.ts";
import { decidePolicy, demandCountry, showPolicies } from "./policy.actions.ts";

export const policyDoors: readonly Door<ConsentHouse>[] = [
  handle(words.listPolicies, ({ db }: ConsentHouse) => db.read(showPolicies)),
  handle(words.decidePolicy, (house: ConsentHouse, knock) =>
    change(house, knock, words.decidePolicy.id, async (work, grants) => {
      await demandCountry(work.tx, grants, knock.body.country);
      const number = await decidePolicy(work, knock.params.id, knock.body);
      return { answer: { number }, object: String(number) };
    }),
  ),
];

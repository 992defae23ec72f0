// Doors of purposes and the words that ask for them.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-purposes";
import { type Door, handle } from "@somlos/kernel/http";
import { type ConsentHouse, change, demandEntities } from "../consent.house.ts";
import { enterPurpose, publishText } from "./purposes.actions.ts";
import { countTexts, findPurpose, listPurposes, listTexts } from "./purposes.store.ts";

export const purposeDoors: readonly Door<ConsentHouse>[] = [
  handle(words.listPurposes, ({ db }: ConsentHouse) =>
    db.read(async (tx) => {
      const counts = await countTexts(tx);
      const items = await listPurposes(tx);
      return {
        items: items.map((one) => ({
          ...one,
          madeAt: one.madeAt.toISOString(),
          texts: counts.get(one.code) ?? 0,
        })),
      };
    }),
  ),
  handle(words.enterPurpose, (house: ConsentHouse, knock) =>
    change(house, knock, words.enterPurpose.id, async (work) => {
      await enterPurpose(work, knock.body);
      return { answer: { code: knock.body.code } };
    }),
  ),
  handle(words.listTexts, ({ db }: ConsentHouse, { params }) =>
    db.read(async (tx) => {
      if ((await findPurpose(tx, params.purpose)) === undefined) throw new Refusal("consent.purpose_unknown");
      const items = await listTexts(tx, params.purpose);
      return {
        items: items.map(({ purpose: _, channels, ...text }) => ({
          ...text,
          ...{ channels: [...channels], scopes: [...text.scopes], categories: [...text.categories] },
          ...{ entityIds: [...text.entityIds], publishedAt: text.publishedAt.toISOString() },
        })),
      };
    }),
  ),
  handle(words.publishText, (house: ConsentHouse, knock) =>
    change(house, knock, words.publishText.id, async (work, grants) => {
      demandEntities(grants, "consent.manage", knock.body.entityIds);
      const answer = await publishText(work, { ...knock.body, purpose: knock.params.purpose });
      return { answer, object: answer.id };
    }),
  ),
];

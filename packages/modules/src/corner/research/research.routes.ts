// The doors to what one looked at: seen, taken along, brought.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/research";
import type { Actor } from "@somlos/kernel/db";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { personOf } from "../corner.house.ts";
import { fpsOf } from "../sessions/sessions.actions.ts";
import { bring, putAway, type ResearchHouse, showMine, writeChosen } from "./research.actions.ts";
import { deleteAllBrought, deleteBrought } from "./research.store.ts";

export type { ResearchHouse } from "./research.actions.ts";

const actorOf = (caller: Caller): Actor => ({ kind: "person", id: personOf(caller).sessionId });

export const researchDoors: readonly Door<ResearchHouse>[] = [
  handle(words.readMyResearch, (house: ResearchHouse, { caller }) =>
    house.db.read((tx, now) => showMine(tx, house, caller, now)),
  ),
  handle(words.writeMyResearch, (house: ResearchHouse, knock) =>
    house.db.read((tx, now) => writeChosen(tx, house, knock, now)),
  ),
  handle(words.putAwayThing, async (house: ResearchHouse, { caller, params }) => {
    await house.db.work(actorOf(caller), (work) => putAway(work, house, caller, params.id));
    return {};
  }),
  handle(words.putAwayAll, async (house: ResearchHouse, { caller }) => {
    await house.db.work(actorOf(caller), (work) => putAway(work, house, caller));
    return {};
  }),
  handle(words.bringResearch, (house: ResearchHouse, { caller, body }) =>
    house.db.work(actorOf(caller), async (work) => {
      const { skipped } = await bring(work, caller, body.file);
      return { ...(await showMine(work.tx, house, caller, work.now)), skipped };
    }),
  ),
  handle(words.dropBrought, async (house: ResearchHouse, { caller, params }) => {
    await house.db.work(actorOf(caller), async ({ tx }) => {
      if ((await deleteBrought(tx, params.id, await fpsOf(tx, caller))) === 0)
        throw new Refusal("me.not_found");
    });
    return {};
  }),
  handle(words.dropAllBrought, async (house: ResearchHouse, { caller }) => {
    await house.db.work(actorOf(caller), async ({ tx }) => deleteAllBrought(tx, await fpsOf(tx, caller)));
    return {};
  }),
];

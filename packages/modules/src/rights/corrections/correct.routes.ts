// The doors to putting a fact right: one's own, or a person's by staff.
import * as words from "@somlos/contract/rooms/rights";
import { handle } from "@somlos/kernel/http";
import { fpsOf, personOf } from "../../corner/index.ts";
import { correctFacts } from "../../profiles/index.ts";
import { actorOf, staffIdOf } from "../callers.ts";
import type { RightsRoomHouse } from "../rights.house.ts";
import { correctForPerson, demandNoErasure, takeBackForPerson } from "./correct.actions.ts";

export const correctionDoors = [
  handle(words.correct, async (house: RightsRoomHouse, knock) => {
    const { fp } = personOf(knock.caller);
    await house.db.work(actorOf(knock), async (work) => {
      await demandNoErasure(work.tx, { ids: [], fps: await fpsOf(work.tx, knock.caller) });
      await correctFacts(work, { origin: "person", subject: fp }, { [knock.params.name]: knock.body.value });
    });
    return {};
  }),
  handle(words.correctForPerson, (house: RightsRoomHouse, knock) => {
    const who = staffIdOf(knock);
    const { id: personId, name } = knock.params;
    const { value, identifier, reason } = knock.body;
    return house.db.work({ kind: "staff", id: who }, async (work) => {
      const said = await correctForPerson(work, { personId, name, value, identifier });
      const note = { who, what: words.correctForPerson.id, personId: said.personId, reason, ip: knock.ip };
      await house.audit.note(work, { ...note, object: name });
      return { at: said.at.toISOString() };
    });
  }),
  handle(words.takeBackForPerson, async (house: RightsRoomHouse, knock) => {
    const who = staffIdOf(knock);
    const { id: personId, name } = knock.params;
    await house.db.work({ kind: "staff", id: who }, async (work) => {
      const { taken, ...of } = await takeBackForPerson(work, {
        personId,
        name,
        at: new Date(knock.query.at),
      });
      if (taken === 0) return;
      const note = { who, what: words.takeBackForPerson.id, personId: of.personId, ip: knock.ip };
      await house.audit.note(work, { ...note, object: name });
    });
    return {};
  }),
];

// The doors to restrictions of use: one's own, and a person's by whoever answers for rights.
import * as words from "@somlos/contract/rooms/restriction";
import type { Work } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import { actorOf, staffIdOf } from "../callers.ts";
import type { RightsRoomHouse } from "../rights.house.ts";
import { BY_THEMSELVES, lift, readRestrictions, restrict } from "./restrict.actions.ts";
import { type Whose, whoseOfPerson, whoseOfSelf } from "./whom.actions.ts";

const ownDoors = [
  handle(words.listMyRestrictions, ({ db }: RightsRoomHouse, knock) =>
    db.read(async (tx, now) => readRestrictions(tx, await whoseOfSelf({ tx, now }, knock))),
  ),
  handle(words.restrictMyself, (house: RightsRoomHouse, knock) =>
    house.db.work(actorOf(knock), async (work) => {
      const whose = await whoseOfSelf(work, knock);
      const wish = { ground: knock.body.ground, language: knock.language };
      await restrict(work, house, whose, wish, BY_THEMSELVES);
      return readRestrictions(work.tx, whose);
    }),
  ),
  handle(words.takeBackMyRestriction, (house: RightsRoomHouse, knock) =>
    house.db.work(actorOf(knock), async (work) => {
      const whose = await whoseOfSelf(work, knock);
      const of = { id: knock.params.id, language: knock.language };
      await lift(work, house, whose, of, BY_THEMSELVES);
      return readRestrictions(work.tx, whose);
    }),
  ),
];

type StaffKnock = Parameters<typeof staffIdOf>[0] & { readonly ip: string };
type Acted = { readonly what: string; readonly personId: string; readonly reason: string };

/** An act for a person, with its line in the audit. */
function actFor(
  house: RightsRoomHouse,
  knock: StaffKnock,
  { what, personId, reason }: Acted,
  go: (work: Work, whose: Whose, by: Parameters<typeof lift>[4]) => Promise<string>,
) {
  const staffId = staffIdOf(knock);
  return house.db.work({ kind: "staff", id: staffId }, async (work) => {
    const whose = await whoseOfPerson(work, personId);
    const object = await go(work, whose, { kind: "staff", id: staffId, note: reason });
    const note = { who: staffId, what, object, personId: whose.personId, reason, ip: knock.ip };
    await house.audit.note(work, note);
    return readRestrictions(work.tx, whose);
  });
}

const staffDoors = [
  handle(words.listRestrictions, ({ db }: RightsRoomHouse, { params }) =>
    db.read(async (tx) => readRestrictions(tx, await whoseOfPerson({ tx }, params.id))),
  ),
  handle(words.restrictPerson, (house: RightsRoomHouse, knock) => {
    const { ground, reason } = knock.body;
    const acted = { what: words.restrictPerson.id, personId: knock.params.id, reason };
    return actFor(house, knock, acted, (work, whose, by) =>
      restrict(work, house, whose, { ground, language: knock.language }, by),
    );
  }),
  handle(words.liftRestriction, (house: RightsRoomHouse, knock) => {
    const { id: personId, restriction: id } = knock.params;
    const acted = { what: words.liftRestriction.id, personId, reason: knock.body.reason };
    return actFor(house, knock, acted, async (work, whose, by) => {
      await lift(work, house, whose, { id, language: knock.language }, by);
      return id;
    });
  }),
];

export const restrictionDoors = [...ownDoors, ...staffDoors] as const;

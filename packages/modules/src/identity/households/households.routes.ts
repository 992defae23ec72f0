// The doors of households: every one over what is one's own, and one for colleagues that tells that there is one.
import * as words from "@somlos/contract/rooms/households";
import type { Work } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { leave, put, remove, showHouseholds } from "./households.actions.ts";
import { type HouseholdHouse, type HouseholdKnock, personIn } from "./households.house.ts";
import { accept, invite, lookAt, takeBack, takeCodeTry, takeMailTry } from "./invitations.actions.ts";
import { showOfPerson } from "./of-person.actions.ts";
import { share, showLog, showScreen, showShared, unshare, unshareEverything } from "./shares.actions.ts";

const within = <T>(house: HouseholdHouse, knock: HouseholdKnock, act: (work: Work) => Promise<T>) =>
  house.db.work({ kind: "person", id: personIn(knock.caller).sessionId }, act);

/** Does it, and answers how all of it stands then. */
const changing = (house: HouseholdHouse, knock: HouseholdKnock, act: (work: Work) => Promise<void>) =>
  within(house, knock, async (work) => {
    await act(work);
    return showHouseholds(work.tx, house, knock, work.now);
  });

const householdsThemselves = [
  handle(words.readHouseholds, (house: HouseholdHouse, knock) =>
    house.db.read((tx, now) => showHouseholds(tx, house, knock, now)),
  ),
  handle(words.putHousehold, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => put(work, knock, { id: knock.params.id, ...knock.body })),
  ),
  handle(words.leaveHousehold, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => leave(work, knock, knock.params.id)),
  ),
  handle(words.removeMember, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => remove(work, house, knock, knock.params.id)),
  ),
];

const invitations = [
  handle(words.inviteToHousehold, async (house: HouseholdHouse, knock) => {
    const wish = { id: knock.params.id, ...knock.body };
    await takeMailTry(house, knock, wish);
    return changing(house, knock, (work) => invite(work, house, knock, wish));
  }),
  handle(words.uninvite, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => takeBack(work, knock, knock.params.id)),
  ),
  handle(words.lookAtInvitation, async (house: HouseholdHouse, knock) => {
    await takeCodeTry(house, knock);
    return within(house, knock, (work) => lookAt(work, house, knock, knock.body.code));
  }),
  handle(words.acceptInvitation, async (house: HouseholdHouse, knock) => {
    await takeCodeTry(house, knock);
    return changing(house, knock, (work) => accept(work, house, knock, knock.body));
  }),
];

const shares = [
  handle(words.shareWith, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => share(work, knock, knock.params)),
  ),
  handle(words.unshareWith, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => unshare(work, knock, knock.params)),
  ),
  handle(words.unshareAll, (house: HouseholdHouse, knock) =>
    changing(house, knock, (work) => unshareEverything(work, knock)),
  ),
  handle(words.readShared, (house: HouseholdHouse, knock) =>
    within(house, knock, (work) => showShared(work, house, knock, knock.params)),
  ),
  handle(words.readScreen, (house: HouseholdHouse, knock) =>
    within(house, knock, (work) => showScreen(work, knock)),
  ),
  handle(words.readHouseholdLog, (house: HouseholdHouse, knock) => house.db.read((tx) => showLog(tx, knock))),
];

const ofStaff = [
  handle(words.personHouseholds, (house: HouseholdHouse, { params, caller, language }) =>
    house.db.snapshot((tx) =>
      showOfPerson(tx, params.id, {
        language,
        names: caller.kind === "staff" && caller.may.includes("rights.manage"),
      }),
    ),
  ),
];

export const householdDoors: readonly Door<HouseholdHouse>[] = [
  ...householdsThemselves,
  ...invitations,
  ...shares,
  ...ofStaff,
];

// The doors for managing colleagues.
import * as words from "@somlos/contract/rooms/access-staff";
import { handle } from "@somlos/kernel/http";
import { type AccessHouse, act } from "../access.house.ts";
import { deactivateColleague, grantColleague, inviteColleague } from "./staff.actions.ts";
import { stateOfColleague } from "./staff.rules.ts";
import { type ListedColleague, listStaff } from "./staff.store.ts";

const shown = (c: ListedColleague): words.ColleagueAnswer => ({
  id: c.id,
  name: c.name,
  email: c.email,
  language: c.language,
  state: stateOfColleague(c),
  grants: c.grants.map((g) => ({ ...g, locationIds: [...g.locationIds] })),
  passkeys: c.passkeys,
  invitedAt: c.createdAt.toISOString(),
  joinedAt: c.joinedAt?.toISOString() ?? null,
  lastSeenAt: c.lastSeenAt?.toISOString() ?? null,
});

export const staffDoors = [
  handle(words.listStaff, async (house: AccessHouse) => ({
    items: (await house.db.read((tx) => listStaff(tx))).map(shown),
  })),
  handle(words.inviteColleague, async (house: AccessHouse, knock) => {
    const id = await act(house, knock, words.inviteColleague.id, async (work) => {
      const answer = await inviteColleague(work, house, knock.body);
      return { answer, object: answer };
    });
    return { id };
  }),
  handle(words.grantColleague, async (house: AccessHouse, knock) => {
    const { id } = knock.params;
    await act(house, knock, words.grantColleague.id, async (work) => ({
      answer: await grantColleague(work, id, knock.body.grants),
      object: id,
    }));
    return {};
  }),
  handle(words.deactivateColleague, async (house: AccessHouse, knock) => {
    const { id } = knock.params;
    await act(house, knock, words.deactivateColleague.id, async (work) => ({
      answer: await deactivateColleague(work, id),
      object: id,
    }));
    return {};
  }),
];

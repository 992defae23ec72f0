// What an erasure takes out of what colleagues wrote of legal entities: nothing here is a person's own.
import { identifiersIn, needlesOf, type RoomRights } from "@somlos/kernel/rights";
import { cleanWhys } from "./sharing/whys.store.ts";

export const companyRights: RoomRights = {
  room: "company",
  tables: ["company.sharings"],
  async erase({ tx }, whom, scope) {
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (pattern === undefined) return { removed: {} };
    return { removed: { "company.sharings (cleaned)": await cleanWhys(tx, pattern) } };
  },
};

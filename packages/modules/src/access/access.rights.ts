// What a person may ask of the staff audit: who opened them, and their name out of it.
import type { RoomRights } from "@somlos/kernel/rights";
import { deleteActsAbout, listActsAbout } from "./audit/about.store.ts";

export const accessRights: RoomRights = {
  room: "access",
  tables: ["access.acts"],
  stays: "access.acts",
  async export(tx, { ids }) {
    return { items: (await listActsAbout(tx, ids)).map((act) => ({ table: "access.acts", ...act })) };
  },
  async erase({ tx }, { ids }, scope) {
    return { removed: { "access.acts": scope.kind === "whole" ? await deleteActsAbout(tx, ids) : 0 } };
  },
};

// What a person may ask of the staff audit: who opened them; their name out of it, and out of what colleagues said of others.

import type { Tx } from "@somlos/kernel/db";
import { type Erased, identifiersIn, needlesOf, type RoomRights, type Whom } from "@somlos/kernel/rights";
import {
  cleanActs,
  deleteActsAbout,
  findActsPortion,
  listActsAbout,
  listActsNaming,
} from "./audit/about.store.ts";

const READ_AT_ONCE = 20_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** A page of what colleagues said: an act about somebody else's customer speaks of somebody else. */
async function othersWords(
  tx: Tx,
  { circle }: Whom,
  pattern: string,
  after: string,
  circlesOf: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>,
): Promise<Erased> {
  const upTo = await findActsPortion(tx, after, READ_AT_ONCE);
  if (upTo === undefined) return { removed: {} };
  const found = await listActsNaming(tx, after, upTo, pattern);
  const about = [...new Set(found.flatMap(({ personId }) => personId ?? []))];
  const circles = about.length === 0 ? new Map<string, number>() : await circlesOf(tx, about);
  const ours = found.filter(({ personId }) => (circles.get(personId ?? "") ?? circle) === circle);
  const cleaned = await cleanActs(
    tx,
    ours.map(({ id }) => id),
    pattern,
  );
  return { removed: { "access.acts (cleaned)": cleaned }, next: upTo };
}

export const accessRights: RoomRights = {
  room: "access",
  tables: ["access.acts"],
  stays: "access.acts",
  async export(tx, { ids }) {
    return { items: (await listActsAbout(tx, ids)).map((act) => ({ table: "access.acts", ...act })) };
  },
  async erase({ tx }, whom, scope, after, { circlesOf }) {
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (after !== undefined && pattern !== undefined) return othersWords(tx, whom, pattern, after, circlesOf);
    const freed = scope.kind === "whole" ? await deleteActsAbout(tx, whom.ids) : 0;
    return { removed: { "access.acts": freed }, ...(pattern === undefined ? {} : { next: FIRST }) };
  },
};

// The one question about a person, by id or by one of their identifiers; what was allowed and is done is counted with it.
import type { Tx, Work } from "@somlos/kernel/db";
import { findCircles } from "../../company/index.ts";
import type { Identifier, Naming } from "../../events/index.ts";
import { findFirst } from "../../identity/index.ts";
import { type Bearer, bearerOf } from "../ledger/bearers.rules.ts";
import { noteUse } from "../ledger/ledger.actions.ts";
import { noteContact } from "../wishes/wishes.actions.ts";
import { bearersOf, mayUse, type UseAnswer, type UseWish } from "./may-use.actions.ts";

export type Whom = { readonly personId: string } | { readonly identifier: Identifier };
export type WhomWish = Omit<UseWish, "identifiers" | "now">;

/** All that a person holds at this moment; of an address that is nobody's yet, the address. */
async function heldBy(tx: Tx, naming: Naming, whom: Whom, entityId: string): Promise<readonly Bearer[]> {
  if ("personId" in whom) return bearersOf(tx, naming, whom.personId);
  const circles = await findCircles(tx, entityId);
  const named = [...new Set([circles.now, circles.own])].flatMap(
    (circle) => bearerOf(naming, { ...whom.identifier, circle }) ?? [],
  );
  const found = await findFirst(tx, named);
  return found === undefined ? named.slice(0, 1) : bearersOf(tx, naming, found.personId);
}

/** May this be done to them, now. Holds until the work is over whatever it answered. */
export const mayUseOf = async (work: Work, naming: Naming, whom: Whom, wish: WhomWish): Promise<UseAnswer> =>
  mayUse(work.tx, {
    ...wish,
    identifiers: await heldBy(work.tx, naming, whom, wish.entityId),
    now: work.now,
  });

/** The same, in the work that does it: an allowed use is counted on the permission that it rests on. */
export async function usePermission(
  work: Work,
  naming: Naming,
  whom: Whom,
  wish: WhomWish,
): Promise<UseAnswer> {
  const answer = await mayUseOf(work, naming, whom, wish);
  if (!answer.allowed) return answer;
  await noteUse(work, answer.identifiers, wish);
  if (answer.contact) await noteContact(work, answer.identifiers, wish.channel);
  return answer;
}

// The one question about a person, by id or by one of their identifiers; what was allowed and is done is counted with it.
import type { Tx, Work } from "@somlos/kernel/db";
import type { Identifier, Naming } from "../../events/index.ts";
import { findPerson } from "../../identity/index.ts";
import { type Bearer, noteUse } from "../ledger/ledger.actions.ts";
import { bearersOf, mayUse, type UseAnswer, type UseWish } from "./may-use.actions.ts";

export type Whom = { readonly personId: string } | { readonly identifier: Identifier };
export type WhomWish = Omit<UseWish, "identifiers" | "now">;

/** All that a person holds at this moment; of an address that is nobody's yet, the address. */
async function heldBy(tx: Tx, naming: Naming, whom: Whom): Promise<readonly Bearer[]> {
  if ("personId" in whom) return bearersOf(tx, naming, whom.personId);
  const { identifier } = whom;
  const id = await findPerson(tx, identifier);
  const held = id === undefined ? [] : await bearersOf(tx, naming, id);
  return held.some(({ fp }) => fp === identifier.fp) ? held : [...held, identifier];
}

/** May this be done to them, now. Holds until the work is over whatever it answered. */
export const mayUseOf = async (work: Work, naming: Naming, whom: Whom, wish: WhomWish): Promise<UseAnswer> =>
  mayUse(work.tx, { ...wish, identifiers: await heldBy(work.tx, naming, whom), now: work.now });

/** The same, in the work that does it: an allowed use is counted on the permission that it rests on. */
export async function usePermission(
  work: Work,
  naming: Naming,
  whom: Whom,
  wish: WhomWish,
): Promise<UseAnswer> {
  const answer = await mayUseOf(work, naming, whom, wish);
  if (answer.allowed) await noteUse(work, answer.identifiers, wish);
  return answer;
}

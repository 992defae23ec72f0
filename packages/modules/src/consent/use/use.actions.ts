// The one question about a person, by id or by one of their identifiers; what was allowed and is done is counted with it.
import type { Tx, Work } from "@somlos/kernel/db";
import { findCircles } from "../../company/index.ts";
import type { Identifier, Naming } from "../../events/index.ts";
import { findFirst } from "../../identity/index.ts";
import type { Ages } from "../consent.house.ts";
import { type Bearer, bearerOf } from "../ledger/bearers.rules.ts";
import { noteUse } from "../ledger/ledger.actions.ts";
import { noteContact } from "../wishes/wishes.actions.ts";
import { type Minor, minorOf, youngest } from "./ages.rules.ts";
import { bearersOf, mayUse, type UseAnswer, type UseWish } from "./may-use.actions.ts";

export type Whom = { readonly personId: string } | { readonly identifier: Identifier };
export type WhomWish = Omit<UseWish, "identifiers" | "now">;
export type UseHouse = { readonly naming: Naming; readonly ages: Pick<Ages, "bornOf"> };
/** `minor`: why a person is too young, and who says so; "asked": whoever asks. Their day of birth is not told. */
export type WhomAnswer = UseAnswer & { readonly minor: Minor | null };

type Found = { readonly personId: string | undefined; readonly bearers: readonly Bearer[] };

/** All that a person holds at this moment; of an address that is nobody's yet, the address. */
async function find(tx: Tx, naming: Naming, whom: Whom, entityId: string): Promise<Found> {
  const whole = async (personId: string): Promise<Found> => ({
    personId,
    bearers: await bearersOf(tx, naming, personId),
  });
  if ("personId" in whom) return whole(whom.personId);
  const circles = await findCircles(tx, entityId);
  const named = [...new Set([circles.now, circles.own])].flatMap(
    (circle) => bearerOf(naming, { ...whom.identifier, circle }) ?? [],
  );
  const found = await findFirst(tx, named);
  return found === undefined ? { personId: undefined, bearers: named.slice(0, 1) } : whole(found.personId);
}

/** May this be done to them, now. Holds until the work is over whatever it answered. Children are asked for by what is known here. */
export async function mayUseOf(
  { tx, now }: Pick<Work, "tx" | "now">,
  { naming, ages }: UseHouse,
  whom: Whom,
  wish: WhomWish,
): Promise<WhomAnswer> {
  const { personId, bearers } = await find(tx, naming, whom, wish.entityId);
  const known = personId === undefined ? undefined : await ages.bornOf(tx, personId);
  const born = youngest(known, wish.born ?? null);
  const answer = await mayUse(tx, { ...wish, born: born?.day ?? null, identifiers: bearers, now });
  return { ...answer, minor: minorOf(answer.under, born) };
}

/** The same, in the work that does it: an allowed use is counted on the permission that it rests on. */
export async function usePermission(
  work: Work,
  house: UseHouse,
  whom: Whom,
  wish: WhomWish,
): Promise<WhomAnswer> {
  const answer = await mayUseOf(work, house, whom, wish);
  if (!answer.allowed) return answer;
  await noteUse(work, answer.identifiers, wish);
  if (answer.contact) await noteContact(work, answer.identifiers, wish.channel);
  return answer;
}

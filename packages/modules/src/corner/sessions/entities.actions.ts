// Whose customer somebody is, when several legal entities know the same address apart: told and chosen only after the address
// was proven, so that no stranger learns who knows it.
import { Refusal } from "@somlos/contract";
import type { PersonSession } from "@somlos/contract/rooms/corner";
import type { Tx } from "@somlos/kernel/db";
import { type Identifier, identifiersIn } from "../../events/index.ts";
import { findPerson } from "../../identity/index.ts";
import { type CornerHouse, personOf } from "../corner.house.ts";
import { lockLinksOfSession, useLinks } from "../sign-in/links.store.ts";
import { type AnyKnock, loadSession, showSession } from "./sessions.actions.ts";
import { type Session, saveIdentifier } from "./sessions.store.ts";

/** The address of a session as each circle names it that knows it, the session's own always. */
async function knownBy(house: CornerHouse, tx: Tx, session: Session): Promise<readonly Identifier[]> {
  if (session.how !== "link" || session.kind !== "email") return [];
  const circles = house.company.circlesFor(undefined) ?? [];
  const known: Identifier[] = [];
  for (const one of identifiersIn(house.naming, circles, "email", session.value))
    if (one.fp === session.fp || (await findPerson(tx, one)) !== undefined) known.push(one);
  return known;
}

export async function listEntities(house: CornerHouse, tx: Tx, { caller }: AnyKnock, now: Date) {
  const session = await loadSession(tx, personOf(caller).sessionId, now);
  return (await knownBy(house, tx, session)).map(({ circle = 0, fp }) => ({
    circle,
    names: house.company.ownersOf(circle).map(({ name }) => name),
    current: fp === session.fp,
  }));
}

/** What was proven besides, and codes that are on their way, were about the other customer. */
export async function switchEntity(
  house: CornerHouse,
  { caller }: AnyKnock,
  wish: { readonly circle: number },
): Promise<PersonSession> {
  const { sessionId } = personOf(caller);
  return house.db.work({ kind: "person", id: sessionId }, async (work) => {
    const { tx, now } = work;
    const session = await loadSession(tx, sessionId, now);
    const known = await knownBy(house, tx, session);
    const chosen = known.find(({ circle = 0 }) => circle === wish.circle);
    if (chosen === undefined) throw new Refusal("me.not_found");
    if (chosen.fp !== session.fp) {
      const links = await lockLinksOfSession(tx, sessionId, now);
      await useLinks(
        tx,
        links.map(({ id }) => id),
        now,
      );
      await saveIdentifier(tx, sessionId, chosen.fp);
      work.record({ name: "person.changed_entity", v: 1, data: { sessionId } });
    }
    return showSession(house, await loadSession(tx, sessionId, now), now);
  });
}

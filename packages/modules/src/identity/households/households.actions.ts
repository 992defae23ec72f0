// Households: made, named, left, ended; and what each looks like to one of its members.
import { Refusal } from "@somlos/contract";
import type { Households, HouseholdView } from "@somlos/contract/rooms/households";
import type { Tx, Work } from "@somlos/kernel/db";
import { hmac, uuid7 } from "@somlos/kernel/ids";
import { findSelf } from "../rights/self.store.ts";
import { fpsOfPerson, type HouseholdHouse, type HouseholdKnock, personIn } from "./households.house.ts";
import {
  codeOf,
  drawHouseholds,
  freePlace,
  type Member,
  MOST_HOUSEHOLDS,
  type MyHousehold,
  slotOf,
} from "./households.rules.ts";
import {
  deleteMembers,
  findMember,
  type Invitation,
  listHouseholds,
  listInvitations,
  listMembers,
  lockHousehold,
  renameHousehold,
  saveCalled,
  saveHousehold,
  saveMember,
} from "./households.store.ts";
import { shareKinds } from "./kinds/kinds.rules.ts";
import { removedLetter } from "./letters.rules.ts";
import { findAnchors, listShares, saveLog } from "./shares.store.ts";

/** What is in an invitation's link: made of its id, so that nothing of it is stored. */
export const codeFor = (house: HouseholdHouse, invitationId: string): string =>
  codeOf(hmac(house.access.secret, `household invitation ${invitationId}`));
export const linkFor = (house: HouseholdHouse, code: string): string =>
  `${house.access.place.url}/corner/household#${code}`;

export async function listMine(tx: Tx, fps: readonly string[]): Promise<MyHousehold[]> {
  const households = await listHouseholds(tx, fps);
  if (households.length === 0) return [];
  const ids = households.map(({ id }) => id);
  const members = await listMembers(tx, ids);
  const shares = await listShares(tx, ids);
  const anchors = await findAnchors(
    tx,
    members.map(({ fp }) => fp),
  );
  const anchorsOf = new Map(members.map(({ id, fp }) => [id, anchors.get(fp) ?? [fp]]));
  return drawHouseholds({ households, members, shares, anchorsOf }, fps);
}

export async function showHouseholds(
  tx: Tx,
  house: HouseholdHouse,
  { caller, language }: HouseholdKnock,
  now: Date,
): Promise<Households> {
  const mine = await listMine(tx, await fpsOfPerson(tx, personIn(caller).fp));
  const open = await listInvitations(
    tx,
    mine.flatMap((one) => one.mine.map(({ id }) => id)),
    now,
  );
  return {
    items: mine.map((one) => showOne(house, one, open)),
    kinds: shareKinds.map(({ name, title, theirs, sees, opens }) => ({
      ...{ kind: name, title: title[language], theirs: theirs[language], sees: sees[language], opens },
    })),
  };
}

function showOne(house: HouseholdHouse, one: MyHousehold, open: readonly Invitation[]): HouseholdView {
  const { household, mine, others } = one;
  return {
    ...{ id: household.id, name: household.name, madeAt: household.madeAt.toISOString() },
    maker: mine.some(({ maker }) => maker),
    called: mine[0]?.called ?? "",
    members: others.map(({ id, called, maker, joinedAt }) => ({
      ...{ id, called, maker, joinedAt: joinedAt.toISOString() },
    })),
    shares: one.shares.map(({ since, ...share }) => ({ ...share, since: since.toISOString() })),
    sharedWithMe: [...one.sharedWithMe],
    invitations: open
      .filter(({ householdId }) => householdId === household.id)
      .map(({ id, forFp, madeAt, endsAt }) => {
        const code = codeFor(house, id);
        const times = { madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString() };
        return { id, code, url: linkFor(house, code), mailed: forFp !== null, ...times };
      }),
  };
}

/** A household of one's own and one's place in it; anybody else's is not there. Held, so that nobody enters or leaves it now. */
export async function loadOwn(
  work: Work,
  householdId: string,
  fps: readonly string[],
): Promise<{ readonly name: string; readonly mine: readonly Member[]; readonly others: readonly Member[] }> {
  const household = await lockHousehold(work.tx, householdId);
  const members = household === undefined ? [] : await listMembers(work.tx, [householdId]);
  const mine = members.filter(({ fp }) => fps.includes(fp));
  if (household === undefined || mine.length === 0) throw new Refusal("me.not_found");
  return { name: household.name, mine, others: members.filter(({ fp }) => !fps.includes(fp)) };
}

/** Another member of a household of one's own. */
export async function loadOther(work: Work, memberId: string, fps: readonly string[]) {
  const found = await findMember(work.tx, memberId);
  if (found === undefined) throw new Refusal("me.not_found");
  const own = await loadOwn(work, found.householdId, fps);
  const member = own.others.find(({ id }) => id === memberId);
  if (member === undefined) throw new Refusal("me.not_found");
  return { ...own, member, language: found.language };
}

export async function refuseTooMany(tx: Tx, fps: readonly string[]): Promise<void> {
  if ((await listHouseholds(tx, fps)).length >= MOST_HOUSEHOLDS) throw new Refusal("household.too_many");
}

/** A new member, in the lowest place that is free. */
export async function enter(
  work: Work,
  { householdId, taken }: { readonly householdId: string; readonly taken: readonly number[] },
  who: Pick<Member, "fp" | "called" | "maker"> & Pick<HouseholdKnock, "language">,
): Promise<string> {
  const place = freePlace(taken);
  if (place === undefined) throw new Refusal("household.full");
  const id = uuid7(work.now.getTime());
  await saveMember(work.tx, { ...who, id, householdId, place, joinedAt: work.now });
  return id;
}

type Naming = { readonly id: string; readonly name: string; readonly called: string };

/** Makes it, or changes what it and oneself are called there. */
export async function put(work: Work, knock: HouseholdKnock, { id, name, called }: Naming): Promise<void> {
  const { fp } = personIn(knock.caller);
  const { tx, now } = work;
  const { language } = knock;
  const fps = await fpsOfPerson(tx, fp);
  if ((await lockHousehold(tx, id)) !== undefined) {
    const own = await loadOwn(work, id, fps);
    if (own.name !== name && !own.mine.some(({ maker }) => maker)) throw new Refusal("household.not_maker");
    await renameHousehold(tx, id, name);
    await saveCalled(tx, id, fps, { called, language });
    return;
  }
  await refuseTooMany(tx, fps);
  if ((await saveHousehold(tx, { id, name, madeAt: now })) === 0) throw new Refusal("me.not_found");
  const memberId = await enter(work, { householdId: id, taken: [] }, { fp, called, maker: true, language });
  work.record({ name: "household.made", v: 1, data: { householdId: id, memberId } });
}

/** At once, in one act: shares of both ways and open invitations go with the membership. */
export async function leave(work: Work, knock: HouseholdKnock, householdId: string): Promise<void> {
  const { mine, others } = await loadOwn(
    work,
    householdId,
    await fpsOfPerson(work.tx, personIn(knock.caller).fp),
  );
  const ids = mine.map(({ id }) => id);
  await deleteMembers(work.tx, ids);
  work.record({ name: "household.left", v: 1, data: { householdId, memberIds: ids } });
  if (others.length === 0) work.record({ name: "household.ended", v: 1, data: { householdId } });
}

/** By the maker alone, and never silently: it stands in the corner of who was taken out, and goes to their addresses. */
export async function remove(
  work: Work,
  house: HouseholdHouse,
  knock: HouseholdKnock,
  memberId: string,
): Promise<void> {
  const { tx, now } = work;
  const fps = await fpsOfPerson(tx, personIn(knock.caller).fp);
  const { name, mine, member, language } = await loadOther(work, memberId, fps);
  if (!mine.some(({ maker }) => maker)) throw new Refusal("household.not_maker");
  const { householdId } = member;
  await deleteMembers(tx, [memberId]);
  const line = { id: uuid7(now.getTime()), fp: member.fp, householdId, household: name };
  const lines = [{ ...line, otherFp: null, other: null }];
  await saveLog(tx, "removed", { kind: null, slot: slotOf(now), at: now, lines });
  const { identifiers } = await findSelf(tx, member.fp);
  for (const { fp, kind, value: to } of identifiers)
    if (kind === "email")
      await house.mail.send(work, {
        ...removedLetter({ language, house: house.installation.name }, `${house.access.place.url}/corner`),
        ...{ to, language, purpose: "identity.household_removed", key: keyOf(memberId, fp) },
      });
  work.record({ name: "household.removed", v: 1, data: { householdId, memberId } });
}

const keyOf = (memberId: string, fp: string): string =>
  `identity.household_removed ${memberId} ${Buffer.from(fp, "latin1").toString("hex")}`;

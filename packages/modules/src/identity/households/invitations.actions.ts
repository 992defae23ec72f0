// Invitations to a household: handed over or mailed, looked at, accepted once, taken back.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { takeTry } from "../../access/index.ts";
import { identifierOf, inCircle } from "../../events/index.ts";
import { circleOfNodes } from "../circles.store.ts";
import { codeFor, enter, linkFor, listMine, loadOwn, refuseTooMany } from "./households.actions.ts";
import { fpsOfPerson, type HouseholdHouse, type HouseholdKnock, personIn } from "./households.house.ts";
import { INVITATION_MS, limits, MOST_INVITATIONS, readCode } from "./households.rules.ts";
import {
  deleteInvitation,
  findInvitation,
  findInvitationById,
  type Invitation,
  listInvitations,
  listMembers,
  lockHousehold,
  saveInvitation,
  useInvitation,
} from "./households.store.ts";
import { invitationLetter } from "./letters.rules.ts";

const SPACE = "household code";
type Wish = { readonly id: string; readonly householdId: string; readonly email?: string | undefined };

/** Before the work: a try counts whatever comes after it. */
export async function takeMailTry(house: HouseholdHouse, knock: HouseholdKnock, wish: Wish): Promise<void> {
  if (wish.email === undefined) return;
  const { sessionId } = personIn(knock.caller);
  await takeTry(house, limits.mail, { subject: `session ${sessionId}`, ip: knock.ip });
  await takeTry(house, limits.mailTo, { subject: `address ${wish.email.toLowerCase()}` });
}

/** The same id again is the same invitation: its code is made of it, and its mail goes once. */
export async function invite(
  work: Work,
  house: HouseholdHouse,
  knock: HouseholdKnock,
  { id, householdId, email }: Wish,
): Promise<void> {
  const { tx, now } = work;
  const fps = await fpsOfPerson(tx, personIn(knock.caller).fp);
  const { mine } = await loadOwn(work, householdId, fps);
  const there = await findInvitationById(tx, id);
  if (there !== undefined) {
    if (!mine.some((member) => member.id === there.memberId)) throw new Refusal("me.not_found");
    return;
  }
  const memberIds = mine.map((member) => member.id);
  if ((await listInvitations(tx, memberIds, now)).length >= MOST_INVITATIONS)
    throw new Refusal("household.invited_enough");
  const circle = await circleOfNodes(tx, fps);
  const named =
    email === undefined ? undefined : identifierOf(inCircle(house.naming, circle), "email", email);
  if (email !== undefined && named === undefined) throw new Refusal("mail.address_bad");
  const code = codeFor(house, id);
  const endsAt = new Date(now.getTime() + INVITATION_MS);
  const memberId = memberIds[0] ?? "";
  const print = house.naming.print(SPACE, code);
  const kept = { id, memberId, code: print, forFp: named?.fp ?? null, madeAt: now, endsAt };
  if ((await saveInvitation(tx, kept)) === 0) throw new Refusal("me.not_found");
  work.record({ name: "household.invited", v: 1, data: { householdId, memberId, invitationId: id } });
  if (email === undefined) return;
  const { language } = knock;
  await house.mail.send(work, {
    ...invitationLetter({ language, house: house.installation.name }, linkFor(house, code)),
    ...{ to: named?.value ?? email, language, purpose: "identity.household_invited" },
    ...{ key: `identity.household_invited ${id}`, hasOneTimeLink: true },
  });
}

export async function takeBack(work: Work, knock: HouseholdKnock, id: string): Promise<void> {
  const fps = await fpsOfPerson(work.tx, personIn(knock.caller).fp);
  const mine = (await listMine(work.tx, fps)).flatMap((one) => one.mine.map((member) => member.id));
  if ((await deleteInvitation(work.tx, id, mine)) === 0) throw new Refusal("me.not_found");
}

export const takeCodeTry = (house: HouseholdHouse, { caller }: HouseholdKnock): Promise<unknown> =>
  takeTry(house, limits.code, { subject: `session ${personIn(caller).sessionId}` });

async function loadByCode({ tx, now }: Work, house: HouseholdHouse, typed: string): Promise<Invitation> {
  const code = readCode(typed);
  const found =
    code === undefined ? undefined : await findInvitation(tx, house.naming.print(SPACE, code), now);
  if (found === undefined) throw new Refusal("household.invitation_dead");
  return found;
}

const isFor = ({ forFp }: Invitation, fps: readonly string[]): boolean =>
  forFp === null || fps.includes(forFp);

export async function lookAt(work: Work, house: HouseholdHouse, knock: HouseholdKnock, code: string) {
  const invitation = await loadByCode(work, house, code);
  if (invitation.usedAt !== null) throw new Refusal("household.invitation_dead");
  if (!isFor(invitation, await fpsOfPerson(work.tx, personIn(knock.caller).fp)))
    throw new Refusal("household.invitation_elsewhere");
  const household = await lockHousehold(work.tx, invitation.householdId);
  const members = (await listMembers(work.tx, [invitation.householdId])).length;
  const { by, endsAt } = invitation;
  return { household: household?.name ?? "", by, members, endsAt: endsAt.toISOString() };
}

/** Who is in already stays as they are; the invitation is then not used up. */
export async function accept(
  work: Work,
  house: HouseholdHouse,
  knock: HouseholdKnock,
  { code, called }: { readonly code: string; readonly called: string },
): Promise<void> {
  const { tx, now } = work;
  const { fp } = personIn(knock.caller);
  const fps = await fpsOfPerson(tx, fp);
  const invitation = await loadByCode(work, house, code);
  if (!isFor(invitation, fps)) throw new Refusal("household.invitation_elsewhere");
  const { householdId } = invitation;
  if ((await lockHousehold(tx, householdId)) === undefined) throw new Refusal("household.invitation_dead");
  const members = await listMembers(tx, [householdId]);
  if (members.some((member) => fps.includes(member.fp))) return;
  await refuseTooMany(tx, fps);
  if ((await useInvitation(tx, invitation.id, now)) === 0) throw new Refusal("household.invitation_dead");
  const taken = members.map(({ place }) => place);
  const who = { fp, called, maker: false, language: knock.language };
  const memberId = await enter(work, { householdId, taken }, who);
  work.record({
    name: "household.joined",
    v: 1,
    data: { householdId, memberId, invitationId: invitation.id },
  });
}

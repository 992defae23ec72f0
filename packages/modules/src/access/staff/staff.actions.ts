// Colleagues: invited, granted, deactivated, joined.
import { type Language, Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { findUnknownPlace } from "../../company/index.ts";
import type { AccessHouse } from "../access.house.ts";
import { deletePasskeysOf } from "../passkeys/passkeys.store.ts";
import { deleteSessions } from "../sessions/session.store.ts";
import { inviteLetter } from "./letters.rules.ts";
import { makeLink, takeLink } from "./links.actions.ts";
import { type LinkRow, withdrawLinksOf, withdrawOwnerLinks } from "./links.store.ts";
import {
  addressOf,
  checkGrants,
  checkOwnerRemains,
  type Grant,
  placesToCheck,
  stateOfColleague,
} from "./staff.rules.ts";
import {
  deleteGrants,
  findStaff,
  findStaffByEmail,
  insertGrant,
  listGrants,
  listOwners,
  lockStaff,
  type StaffRow,
  saveDeactivated,
  saveInvited,
  saveJoined,
} from "./staff.store.ts";

export type MailingHouse = Pick<AccessHouse, "mail" | "installation" | "access">;

async function replaceGrants(work: Work, staffId: string, grants: readonly Grant[]): Promise<void> {
  checkGrants(grants);
  const unknown = await findUnknownPlace(work.tx, placesToCheck(grants, await listGrants(work.tx, staffId)));
  if (unknown !== undefined) throw new Refusal("staff.place_unknown", unknown);
  await deleteGrants(work.tx, staffId);
  for (const grant of grants)
    await insertGrant(work.tx, {
      ...grant,
      id: uuid7(work.now.getTime()),
      staffId,
      at: work.now,
      by: work.actor.id,
    });
}

/** Ends everything a colleague could come in with. */
async function closeDoors(work: Work, staffId: string): Promise<void> {
  await deleteSessions(work.tx, staffId, null);
  await withdrawLinksOf(work.tx, staffId, work.now);
}

/** Invites by mail. Who was invited before gets a new link; who was deactivated comes back as a newcomer. */
export async function inviteColleague(
  work: Work,
  house: MailingHouse,
  who: {
    readonly email: string;
    readonly name: string;
    readonly language: Language;
    readonly grants: readonly Grant[];
  },
): Promise<string> {
  await lockStaff(work.tx);
  const email = addressOf(who.email);
  const there = await findStaffByEmail(work.tx, email);
  if (there !== undefined && stateOfColleague(there) === "active") throw new Refusal("staff.already_here");
  const at = work.now;
  const id = await saveInvited(work.tx, { ...who, email, id: uuid7(at.getTime()), at, by: work.actor.id });
  await closeDoors(work, id);
  await deletePasskeysOf(work.tx, id);
  await replaceGrants(work, id, who.grants);
  const link = await makeLink(work, house.access.place, "invite", id);
  await house.mail.send(work, {
    to: email,
    ...inviteLetter(who.language, house.installation.name, link),
    language: who.language,
    purpose: "access.invite",
    key: `access.invite ${uuid7(at.getTime())}`,
    hasOneTimeLink: true,
  });
  return id;
}

async function lockColleague(work: Work, id: string): Promise<StaffRow> {
  await lockStaff(work.tx);
  const there = await findStaff(work.tx, id);
  if (there === undefined) throw new Refusal("staff.unknown");
  return there;
}

export async function grantColleague(work: Work, id: string, grants: readonly Grant[]): Promise<void> {
  await lockColleague(work, id);
  if (!grants.some((grant) => grant.role === "owner")) checkOwnerRemains(await listOwners(work.tx), id);
  await replaceGrants(work, id, grants);
}

export async function deactivateColleague(work: Work, id: string): Promise<void> {
  await lockColleague(work, id);
  checkOwnerRemains(await listOwners(work.tx), id);
  await saveDeactivated(work.tx, id, work.now);
  await closeDoors(work, id);
}

export type Joining = {
  readonly token: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly language: Language;
  readonly passwordHash: string | null;
};

const OWNER: Grant = { role: "owner", legalEntityId: null, locationIds: [] };

/** The very first colleague: nobody else may be an owner yet, and every other set-up link ends here. */
async function joinAsOwner(work: Work, who: Joining): Promise<string> {
  if ((await listOwners(work.tx)).length > 0) throw new Refusal("set_up.link_dead");
  if (who.email === undefined) throw new Refusal("set_up.email_missing");
  const email = addressOf(who.email);
  const at = work.now;
  const { name, language } = who;
  const id = await saveInvited(work.tx, {
    id: uuid7(at.getTime()),
    email,
    name,
    language,
    at,
    by: work.actor.id,
  });
  await closeDoors(work, id);
  await deletePasskeysOf(work.tx, id);
  await replaceGrants(work, id, [OWNER]);
  await withdrawOwnerLinks(work.tx, at);
  return id;
}

/** Redeems a set-up or invitation link: of two at once one comes in. */
export async function joinByLink(work: Work, who: Joining): Promise<{ staffId: string; link: LinkRow }> {
  await lockStaff(work.tx);
  const link = await takeLink(work, who.token, ["owner", "invite"]);
  const staffId = link.staffId ?? (await joinAsOwner(work, who));
  const { name, language, passwordHash } = who;
  await saveJoined(work.tx, { id: staffId, name, language, passwordHash, at: work.now });
  return { staffId, link };
}

// One's own account: password, passkeys.
import { Refusal } from "@somlos/contract";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";
import type { Work } from "@somlos/kernel/db";
import type { AccessHouse } from "../access.house.ts";
import { takeTry } from "../limits/limits.actions.ts";
import { limits } from "../limits/limits.rules.ts";
import { askForNewPasskey, keepNewPasskey } from "../passkeys/passkeys.actions.ts";
import { deletePasskey, listPasskeys } from "../passkeys/passkeys.store.ts";
import { demandFresh } from "../sessions/session.actions.ts";
import { deleteSessions } from "../sessions/session.store.ts";
import { tellChanged } from "./forgotten.actions.ts";
import { withdrawLinksOf } from "./links.store.ts";
import { hashPassword, matchPassword } from "./password.hash.ts";
import { checkPassword } from "./password.rules.ts";
import { findStaff, lockOneStaff, type StaffRow, savePassword } from "./staff.store.ts";

/** Who asks, by which session, from where. */
export type Self = { readonly id: string; readonly sessionHash: Buffer; readonly ip: string };

async function lockSelf(work: Work, self: Self): Promise<StaffRow> {
  const who = await lockOneStaff(work.tx, self.id);
  if (who === undefined) throw new Refusal("door.not_signed_in");
  return who;
}

/** The old password, checked as slowly and as rarely as at sign-in; where there is none, a fresh sign-in. */
async function checkOld(
  house: AccessHouse,
  who: StaffRow,
  self: Self,
  oldPassword: string | undefined,
): Promise<void> {
  if (who.passwordHash === null) return house.db.read((tx, now) => demandFresh(tx, self.sessionHash, now));
  await takeTry(house, limits.oldPassword, { ip: self.ip, subject: who.id });
  if (!(await matchPassword(oldPassword ?? "", who.passwordHash)))
    throw new Refusal("account.old_password_wrong");
}

/** A new password ends every other session and every link that waits. */
export async function changePassword(
  house: AccessHouse,
  self: Self,
  given: { readonly oldPassword?: string | undefined; readonly newPassword: string },
): Promise<void> {
  const who = await house.db.read((tx) => findStaff(tx, self.id));
  if (who === undefined) throw new Refusal("door.not_signed_in");
  await checkOld(house, who, self, given.oldPassword);
  checkPassword(given.newPassword, [who.email, who.name, house.installation.name]);
  const hash = await hashPassword(given.newPassword);
  await house.db.work({ kind: "staff", id: self.id }, async (work) => {
    const still = await lockSelf(work, self);
    if (still.passwordHash !== who.passwordHash) throw new Refusal("account.old_password_wrong");
    await savePassword(work.tx, self.id, hash);
    await deleteSessions(work.tx, self.id, self.sessionHash);
    await withdrawLinksOf(work.tx, self.id, work.now);
    await tellChanged(work, house, who, "password");
    await house.audit.note(work, { who: self.id, what: "account.password", ip: self.ip });
  });
}

export async function askToAddPasskey(work: Work, house: AccessHouse, self: Self) {
  await demandFresh(work.tx, self.sessionHash, work.now);
  const { email, name } = await lockSelf(work, self);
  return askForNewPasskey(work, house.access.place, "add", {
    staffId: self.id,
    email,
    name,
    house: house.installation.name,
  });
}

export async function addPasskey(
  work: Work,
  house: AccessHouse,
  self: Self,
  given: { readonly name: string; readonly passkey: PasskeyAnswer },
): Promise<string> {
  await demandFresh(work.tx, self.sessionHash, work.now);
  const who = await lockSelf(work, self);
  const id = await keepNewPasskey(work, house.access.place, {
    answer: given.passkey,
    purpose: "add",
    staffId: self.id,
    askedFor: self.id,
    name: given.name,
  });
  await tellChanged(work, house, who, "passkey");
  return id;
}

/** The last way in stays. The colleague's row is locked: two cannot each remove the last but one. */
export async function removePasskey(work: Work, self: Self, id: string): Promise<void> {
  await demandFresh(work.tx, self.sessionHash, work.now);
  const { passwordHash } = await lockSelf(work, self);
  const held = await listPasskeys(work.tx, self.id);
  if (!held.some((passkey) => passkey.id === id)) throw new Refusal("account.not_found");
  if (held.length === 1 && passwordHash === null) throw new Refusal("account.last_way_in");
  await deletePasskey(work.tx, id, self.id);
}

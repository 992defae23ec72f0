// Signing in. Wrong, unknown, invited and deactivated take the same road, do the same work and get the same answer.
import { type Language, Refusal } from "@somlos/contract";
import type { PasskeyAnswer, SessionAnswer } from "@somlos/contract/rooms/access";
import type { Tx, Work } from "@somlos/kernel/db";
import { type AccessHouse, ADMIN_TOKEN_ID, type Staff } from "../access.house.ts";
import { giveTryBack, type Tried, takeTry } from "../limits/limits.actions.ts";
import { limits } from "../limits/limits.rules.ts";
import { matchPasskey } from "../passkeys/passkeys.actions.ts";
import { matchPassword } from "../staff/password.hash.ts";
import { addressOf, mayOf, stateOfColleague, strongestOf } from "../staff/staff.rules.ts";
import { findStaff, findStaffByEmail, listRoles, lockOneStaff } from "../staff/staff.store.ts";
import { beginSession, type Headers } from "./session.actions.ts";
import type { How } from "./session.rules.ts";

export type Browser = { readonly headers: Headers; readonly ip: string };
export type SignedIn = { readonly token: string; readonly answer: SessionAnswer };

const NOBODY = "nobody";

const installationOf = (house: AccessHouse): SessionAnswer["installation"] => ({
  name: house.installation.name,
  logo: house.installation.logo,
  writeKey: house.keyring.writeKey(house.access.writeKey) ?? null,
  url: house.access.place.url,
});

/** What the studio needs to know of the one who is signed in. */
export async function sessionAnswer(house: AccessHouse, tx: Tx, staffId: string): Promise<SessionAnswer> {
  const who = await findStaff(tx, staffId);
  const held = await listRoles(tx, staffId);
  const role = strongestOf(held);
  if (who === undefined || role === undefined) throw new Refusal("door.not_signed_in");
  const { id, name, email, language } = who;
  return {
    staff: { id, name, email, role, permissions: [...mayOf(held)], language },
    installation: installationOf(house),
  };
}

export const tokenAnswer = (house: AccessHouse, { role, may }: Staff, language: Language): SessionAnswer => ({
  staff: { id: ADMIN_TOKEN_ID, name: "Admin token", email: null, role, permissions: [...may], language },
  installation: installationOf(house),
});

/** Begins the session of somebody who has just proven who they are, and writes it in the audit. */
export async function enter(
  work: Work,
  house: AccessHouse,
  entry: { readonly staffId: string; readonly how: How; readonly what: string; readonly browser: Browser },
): Promise<SignedIn> {
  const { staffId, how, what, browser } = entry;
  const token = await beginSession(work, staffId, how, {
    headers: browser.headers,
    place: house.access.place,
  });
  await house.audit.note(work, { who: staffId, what, ip: browser.ip });
  return { token, answer: await sessionAnswer(house, work.tx, staffId) };
}

/** Writes a failed sign-in down and refuses it. */
async function refuse(house: AccessHouse, what: string, who: string, ip: string): Promise<never> {
  await house.db.work({ kind: "system", id: "access" }, (work) =>
    house.audit.note(work, { who, what, ip, refused: true }),
  );
  throw new Refusal("session.refused");
}

export async function signInWithPassword(
  house: AccessHouse,
  given: { readonly email: string; readonly password: string },
  browser: Browser,
): Promise<SignedIn> {
  const what = "session.sign_in";
  const email = addressOf(given.email);
  const tried = await takeTry(house, limits.signIn, { ip: browser.ip, subject: email });
  const there = await house.db.read((tx) => findStaffByEmail(tx, email));
  const right = await matchPassword(given.password, there?.passwordHash);
  if (!right || there === undefined || stateOfColleague(there) !== "active")
    return refuse(house, what, there?.id ?? NOBODY, browser.ip);
  return house.db.work({ kind: "staff", id: there.id }, async (work) => {
    const still = await lockOneStaff(work.tx, there.id); // the password may have changed while we were hashing
    if (
      still === undefined ||
      stateOfColleague(still) !== "active" ||
      still.passwordHash !== there.passwordHash
    )
      throw new Refusal("session.refused");
    await giveTryBack(work, tried);
    return enter(work, house, { staffId: there.id, how: "password", what, browser });
  });
}

const withPasskey = (house: AccessHouse, answer: PasskeyAnswer, browser: Browser, tried: Tried) =>
  house.db.work({ kind: "system", id: "access" }, async (work) => {
    const staffId = await matchPasskey(work, house.access.place, answer);
    await giveTryBack(work, tried);
    return enter(work, house, { staffId, how: "passkey", what: "session.passkey", browser });
  });

export async function signInWithPasskey(
  house: AccessHouse,
  answer: PasskeyAnswer,
  browser: Browser,
): Promise<SignedIn> {
  const tried = await takeTry(house, limits.signIn, { ip: browser.ip });
  try {
    return await withPasskey(house, answer, browser, tried);
  } catch (error) {
    if (error instanceof Refusal && error.code === "session.refused")
      return refuse(house, "session.passkey", NOBODY, browser.ip);
    throw error;
  }
}

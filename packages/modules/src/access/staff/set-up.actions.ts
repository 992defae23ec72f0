// Coming in the first time: the link is redeemed, the way in is made and the session begins in one transaction.
import { type Language, Refusal } from "@somlos/contract";
import type { PasskeyAnswer } from "@somlos/contract/rooms/access";
import type { AccessHouse } from "../access.house.ts";
import { keepNewPasskey } from "../passkeys/passkeys.actions.ts";
import { type Browser, enter, type SignedIn } from "../sessions/sign-in.actions.ts";
import { loadLink } from "./links.actions.ts";
import { hashPassword } from "./password.hash.ts";
import { checkPassword } from "./password.rules.ts";
import { joinByLink } from "./staff.actions.ts";
import { findStaff } from "./staff.store.ts";

export type SetUpWish = {
  readonly token: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly language?: Language | undefined;
  readonly password?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
};

/** Looks first: a dead link must not cost a hash, and rules on the password need the address it belongs to. */
async function prepare(
  house: AccessHouse,
  wish: SetUpWish,
): Promise<{ email: string; language: Language | undefined }> {
  const who = await house.db.read(async (tx, now) => {
    const link = await loadLink(tx, wish.token, ["owner", "invite"], now);
    return link.staffId === null ? undefined : findStaff(tx, link.staffId);
  });
  const email = who?.email ?? wish.email;
  if (email === undefined) throw new Refusal("set_up.email_missing");
  if (wish.password !== undefined) checkPassword(wish.password, [email, wish.name, house.installation.name]);
  return { email, language: who?.language };
}

export async function redeem(
  house: AccessHouse,
  wish: SetUpWish,
  spoken: Language,
  browser: Browser,
): Promise<SignedIn> {
  const { email, language } = await prepare(house, wish);
  const passwordHash = wish.password === undefined ? null : await hashPassword(wish.password);
  return house.db.work({ kind: "system", id: "access" }, async (work) => {
    const { staffId, link } = await joinByLink(work, {
      token: wish.token,
      name: wish.name,
      email,
      language: wish.language ?? language ?? spoken,
      passwordHash,
    });
    if (wish.passkey !== undefined)
      await keepNewPasskey(work, house.access.place, {
        answer: wish.passkey,
        purpose: "set_up",
        staffId,
        ...(link.staffId === null ? {} : { askedFor: link.staffId }),
      });
    return enter(work, house, { staffId, how: "link", what: "set_up.redeem", browser });
  });
}

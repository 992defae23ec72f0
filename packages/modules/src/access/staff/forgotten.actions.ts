// A forgotten password. Asking only writes the request down, for every address alike: whether we know it is found out
// afterwards, so neither the answer nor its time can tell. The request is durable; a crash answers it later.
import type { Language } from "@somlos/contract";
import { Refusal } from "@somlos/contract";
import { answerEach, type Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { AccessHouse } from "../access.house.ts";
import { takeTry } from "../limits/limits.actions.ts";
import { limits } from "../limits/limits.rules.ts";
import { deleteSessions } from "../sessions/session.store.ts";
import { changedLetter, forgottenLetter } from "./letters.rules.ts";
import { loadLink, makeLink, takeLink } from "./links.actions.ts";
import { type Forgotten, insertForgotten, takeForgotten, withdrawLinksOf } from "./links.store.ts";
import { hashPassword } from "./password.hash.ts";
import { checkPassword } from "./password.rules.ts";
import type { MailingHouse } from "./staff.actions.ts";
import { addressOf, type Colleague, stateOfColleague } from "./staff.rules.ts";
import { findStaff, findStaffByEmail, savePassword } from "./staff.store.ts";

const SYSTEM = { kind: "system", id: "access" } as const;

export async function askForgotten(
  house: AccessHouse,
  typed: string,
  language: Language,
  from: { readonly ip: string; readonly answerAfterMs: number },
): Promise<void> {
  const email = addressOf(typed);
  await takeTry(house, limits.forgot, { ip: from.ip, subject: email });
  await house.db.work(SYSTEM, (work) =>
    insertForgotten(work.tx, { id: uuid7(work.now.getTime()), email, language, at: work.now }),
  );
  // When this process ends before it comes to it, the schedule answers.
  setTimeout(() => void answerForgotten(house).catch(() => undefined), from.answerAfterMs).unref();
}

async function mailLink(work: Work, house: MailingHouse, asked: Forgotten): Promise<void> {
  const who = await findStaffByEmail(work.tx, asked.email);
  if (who === undefined || stateOfColleague(who) !== "active") return;
  const link = await makeLink(work, house.access.place, "reset", who.id);
  await house.mail.send(work, {
    to: who.email,
    ...forgottenLetter(who.language, house.installation.name, link),
    language: who.language,
    purpose: "access.forgotten",
    key: `access.forgotten ${asked.id}`,
    hasOneTimeLink: true,
  });
}

/** Answers every request that waits. */
export const answerForgotten = (house: Pick<AccessHouse, "db"> & MailingHouse): Promise<void> =>
  answerEach(house.db, SYSTEM, {
    take: takeForgotten,
    answer: (work, asked) => mailLink(work, house, asked),
  });

/** Tells the colleague that a way in changed. */
export async function tellChanged(
  work: Work,
  house: MailingHouse,
  who: Pick<Colleague, "email" | "language">,
  what: "password" | "passkey",
): Promise<void> {
  await house.mail.send(work, {
    to: who.email,
    ...changedLetter(who.language, house.installation.name, what, `${house.access.place.url}/account`),
    language: who.language,
    purpose: `access.${what}_changed`,
    key: `access.${what}_changed ${uuid7(work.now.getTime())}`,
  });
}

/** A new password by the link from the mail: every session and every other link of the colleague ends. */
export async function resetPassword(
  house: AccessHouse,
  given: { readonly token: string; readonly password: string },
  ip: string,
): Promise<void> {
  const who = await house.db.read(async (tx, now) => {
    const { staffId } = await loadLink(tx, given.token, ["reset"], now);
    return staffId === null ? undefined : findStaff(tx, staffId);
  });
  if (who === undefined) throw new Refusal("set_up.link_dead");
  checkPassword(given.password, [who.email, who.name, house.installation.name]);
  const hash = await hashPassword(given.password);
  await house.db.work({ kind: "staff", id: who.id }, async (work) => {
    await takeLink(work, given.token, ["reset"]);
    await savePassword(work.tx, who.id, hash);
    await deleteSessions(work.tx, who.id, null);
    await withdrawLinksOf(work.tx, who.id, work.now);
    await tellChanged(work, house, who, "password");
    await house.audit.note(work, { who: who.id, what: "password.reset", ip });
  });
}

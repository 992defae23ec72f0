// The outbox and the mails that left, for colleagues who may read mail.

import { Refusal } from "@somlos/contract";
import { listMails, type MailRow, openMail } from "@somlos/contract/rooms/mail";
import { type Caller, handle } from "../http/index.ts";
import { hideLinks } from "./mail.rules.ts";
import { findMail, listMailsBefore, type MailLine, type WholeMail } from "./mail.store.ts";

const rowOf = (m: MailLine): MailRow => ({
  id: m.id,
  to: m.to_address,
  subject: m.subject,
  purpose: m.purpose,
  language: m.language,
  state: m.state,
  at: m.created_at.toISOString(),
  settledAt: m.settled_at?.toISOString() ?? null,
  tries: m.tries,
  nextTryAt: m.state === "waiting" ? m.due_at.toISOString() : null,
});

/** A sign-in link is a key to somebody's account: seen only where there is no other way to it, by who could make one. */
const mayUseLinks = (caller: Caller, mail: WholeMail): boolean =>
  mail.state === "outbox" && caller.kind === "staff" && caller.may.includes("staff.manage");

export const mailDoors = [
  handle(listMails, async ({ db }, { query }) => {
    const found = await db.read((tx) => listMailsBefore(tx, query, query.limit + 1));
    const items = found.slice(0, query.limit).map(rowOf);
    return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }),
  handle(openMail, async ({ db }, { params, caller }) => {
    const mail = await db.read((tx) => findMail(tx, params.id));
    if (mail === undefined) throw new Refusal("mail.unknown");
    const linksHidden = mail.has_one_time_link && !mayUseLinks(caller, mail);
    const shown = (text: string | null) => (text === null || !linksHidden ? text : hideLinks(text));
    return {
      ...rowOf(mail),
      html: shown(mail.body_html),
      text: shown(mail.body_text),
      linksHidden,
      answer: mail.answer,
    };
  }),
];

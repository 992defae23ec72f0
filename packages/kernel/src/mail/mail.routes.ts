// The outbox and the mails that left, for colleagues who may read mail.

import { type Permission, Refusal } from "@somlos/contract";
import { listMails, type MailRow, openMail } from "@somlos/contract/rooms/mail";
import type { Tx } from "../db/index.ts";
import { type Caller, type House, handle } from "../http/index.ts";
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

export type MailHouse = House & {
  /** Whom a colleague sees: people lie in rooms above, the house brings it down. */
  readonly sight: {
    hiddenAddresses(
      tx: Tx,
      caller: Caller,
      may: Permission,
      addresses: readonly string[],
    ): Promise<ReadonlySet<string>>;
  };
};

export const mailDoors = [
  handle(listMails, async ({ db, sight }: MailHouse, { query, caller }) => {
    const { found, hidden } = await db.read(async (tx) => {
      const page = await listMailsBefore(tx, query, query.limit + 1);
      const addresses = page.map((mail) => mail.to_address);
      return { found: page, hidden: await sight.hiddenAddresses(tx, caller, "mail.read", addresses) };
    });
    const page = found.slice(0, query.limit);
    const items = page.filter((mail) => !hidden.has(mail.to_address)).map(rowOf);
    return { items, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }),
  handle(openMail, async ({ db, sight }: MailHouse, { params, caller }) => {
    const mail = await db.read(async (tx) => {
      const found = await findMail(tx, params.id);
      const to = found === undefined ? [] : [found.to_address];
      return (await sight.hiddenAddresses(tx, caller, "mail.read", to)).size > 0 ? undefined : found;
    });
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

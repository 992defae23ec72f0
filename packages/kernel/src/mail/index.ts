// Transactional mail. A mail is written in the transaction of what caused it and leaves after the commit; without a
// mail server it stays in the local outbox, where the studio shows it.
import { type Language, Refusal } from "@somlos/contract";
import type { Database, Work } from "../db/index.ts";
import { uuid7 } from "../ids/index.ts";
import type { Logger } from "../log/index.ts";
import {
  CONTENT_DAYS,
  clean,
  cleanSubject,
  isAddress,
  LINK_SECONDS,
  MOST_TRIES,
  ROW_DAYS,
} from "./mail.rules.ts";
import { type From, makeSender } from "./mail.sender.ts";
import { blankMails, deleteOldMails, giveUpMails, insertMail } from "./mail.store.ts";

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Room and reason: `access.forgot_password`. */
  readonly purpose: string;
  /** What caused it, made of ids, never of a person's data: the same key is one mail, however often it is sent. */
  readonly key: string;
  /** The body carries a secret that is over in an hour: then neither tried nor kept longer, and hidden in the studio. */
  readonly hasOneTimeLink?: boolean;
};

export type Mail = {
  /** Writes the mail down in this transaction; it leaves after the commit. A repeated key changes nothing. */
  send(work: Work, mail: OutgoingMail): Promise<{ readonly id: string; readonly repeated: boolean }>;
  /** Where mails go: to a mail server, or nowhere but the local outbox. */
  readonly to: "server" | "outbox";
  /** Begins to send what waits. Processes that only answer requests do not start it. */
  start(): void;
  /** Sends what is due now and says how many were tried. */
  deliver(): Promise<number>;
  stop(): Promise<void>;
};

export function openMail(settings: {
  readonly db: Database;
  readonly smtpUrl?: string | undefined;
  /** Asked for every mail: the company may be given another name. */
  readonly from: () => From;
  readonly log: Logger;
}): Mail {
  const { smtpUrl, from } = settings;
  const sender = smtpUrl === undefined ? undefined : makeSender({ ...settings, smtpUrl });
  const domain = /@([a-z0-9.-]+)$/i.exec(from().address)?.[1]?.toLowerCase() ?? "localhost";
  return {
    to: sender === undefined ? "outbox" : "server",
    async send({ tx, now }, mail) {
      if (!isAddress(mail.to)) throw new Refusal("mail.address_bad");
      const id = uuid7(now.getTime());
      const written = await insertMail(
        tx,
        {
          ...mail,
          id,
          subject: cleanSubject(mail.subject),
          text: clean(mail.text),
          html: clean(mail.html),
          hasOneTimeLink: mail.hasOneTimeLink ?? false,
          messageId: `<${id}@${domain}>`,
          state: sender === undefined ? "outbox" : "waiting",
        },
        now,
      );
      sender?.poke();
      return written;
    },
    start: () => sender?.start(),
    deliver: async () => (await sender?.deliver()) ?? 0,
    stop: async () => sender?.stop(),
  };
}

/**
 * Removes content and rows whose time is over, at most 1,000 of each: call it again while it answers more than 0.
 * To be called every few minutes, since one-time links are kept for an hour only.
 */
export async function pruneMails(
  { tx, now }: Work,
  days: { readonly content: number; readonly rows: number } = { content: CONTENT_DAYS, rows: ROW_DAYS },
): Promise<number> {
  const given = await giveUpMails(tx, now, MOST_TRIES, LINK_SECONDS, days.content);
  const blanked = await blankMails(tx, now, LINK_SECONDS, days.content);
  return given.length + blanked + (await deleteOldMails(tx, now, days.rows));
}

export { type Letter, letter } from "./letter.ts";
export { mailLifetimes } from "./mail.lifetimes.ts";
export { mailRights } from "./mail.rights.ts";
export { mailDoors } from "./mail.routes.ts";
export { countMails, deleteMailsTo, listMailsTo } from "./mail.store.ts";

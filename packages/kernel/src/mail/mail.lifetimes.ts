// How long mails are kept: the text, then the line that says one was sent. Mails with a one-time link go sooner (mail.rules).
import { COUNTED_MOST, type Lifetime } from "../operate/index.ts";
import { CONTENT_DAYS, LINK_SECONDS, ROW_DAYS } from "./mail.rules.ts";
import { blankMails, countOld, deleteOldMails } from "./mail.store.ts";

const DAY_MS = 86_400_000;
const daysSince = (now: Date, before: Date): number =>
  Math.round((now.getTime() - before.getTime()) / DAY_MS);

export const mailLifetimes: readonly Lifetime[] = [
  {
    kind: "mail_content",
    bounds: { own: CONTENT_DAYS, least: 1, most: 365 },
    foresee: async (tx, before) => ({ rows: (await countOld(tx, before, COUNTED_MOST)).content }),
    sweep: ({ tx, now }, before) => blankMails(tx, now, LINK_SECONDS, daysSince(now, before)),
  },
  {
    kind: "mails",
    bounds: { own: ROW_DAYS, least: 30, most: 3650 },
    foresee: async (tx, before) => ({ rows: (await countOld(tx, before, COUNTED_MOST)).rows }),
    sweep: ({ tx, now }, before) => deleteOldMails(tx, now, daysSince(now, before)),
  },
];

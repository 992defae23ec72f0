// The words about transactional mail: what was written to whom, and whether it left.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const mailRefusals = {
  "mail.unknown": {
    status: 404,
    en: "No mail with this id. It may be older than we keep mails.",
    sv: "Inget mejl med detta id. Det kan vara äldre än vi sparar mejl.",
    da: "Ingen mail med dette id. Den kan være ældre, end vi gemmer mails.",
  },
  "mail.address_bad": {
    status: 400,
    en: "This is not one e-mail address. Write it like name@example.com.",
    sv: "Det här är inte en e-postadress. Skriv den som namn@exempel.se.",
    da: "Dette er ikke én e-mailadresse. Skriv den som navn@eksempel.dk.",
  },
} as const satisfies Record<string, RefusalLine>;

const iso = z.string().describe("ISO 8601, UTC");

export const mailStates = ["waiting", "sent", "refused", "outbox"] as const;
export type MailState = (typeof mailStates)[number];

export const mailRow = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string().nullable().describe("null when the time of the content is over"),
  purpose: z.string().describe("room.what"),
  language: z.enum(["en", "sv", "da"]),
  state: z.enum(mailStates),
  at: iso,
  settledAt: iso.nullable().describe("when it was sent or given up"),
  tries: z.number(),
  nextTryAt: iso.nullable().describe("while it waits"),
});
export type MailRow = z.infer<typeof mailRow>;

export const listMails = endpoint({
  id: "mail.list",
  method: "GET",
  url: "/api/mails",
  who: { may: "mail.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Transactional mails, newest first, at most 100 a page; `next` goes into `before`; `address` keeps those to addresses that contain it. Without SMTP_URL every mail stays here with the state outbox.",
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: z.uuid().optional().describe("`next` of an earlier answer"),
    address: z.string().trim().max(320).optional(),
    state: z.enum(mailStates).optional(),
  }),
  answer: z.object({ items: z.array(mailRow), next: z.string().nullable() }),
});

export const openMail = endpoint({
  id: "mail.open",
  method: "GET",
  url: "/api/mails/:id",
  who: { may: "mail.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "One mail with its content. Show `html` in a frame without scripts. Content is blanked 30 days after the mail, one hour after for mails with a one-time link; such links are shown only in the local outbox and only to who may manage staff. Unknown: 404 mail.unknown.",
  params: z.object({ id: z.uuid() }),
  answer: mailRow.extend({
    html: z.string().nullable(),
    text: z.string().nullable(),
    linksHidden: z.boolean(),
    answer: z.string().nullable().describe("the last words of the mail server"),
  }),
});

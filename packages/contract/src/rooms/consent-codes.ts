// The words with which a number or a device confirms a yes: a code that the retailer's gateway sends, and what came back.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { lineText } from "./company.ts";
import { purposeCode } from "./consent-purposes.ts";

const identifier = z.object({
  kind: z.enum(["phone", "device"]).describe("a mail address is asked by a link that we send"),
  value: z.string().min(1).max(1000),
});
const entity = z.string().min(1).max(60).describe("id or code of the legal entity");

export const askByCode = endpoint({
  id: "permissions.codes_ask",
  method: "POST",
  url: "/v1/permissions/codes",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "A code for a yes that waits for the word from its number or device: your gateway sends it, with the words that were agreed to. Nothing waits: 404 consent.nothing_waits. At most three a day to one number or device: else 429 consent.codes_enough. It ends after 24 hours or five wrong codes. Nothing is allowed before it is answered.",
  body: z.object({ identifier, purpose: purposeCode, entity }),
  answer: z.object({
    code: z.string().describe("six digits; told here only"),
    until: z.string().describe("ISO 8601"),
    text: z.string().describe("the exact words that were agreed to"),
    language: z.enum(languages),
  }),
});

export const answerCode = endpoint({
  id: "permissions.codes_answer",
  method: "POST",
  url: "/v1/permissions/codes/answer",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "What came back: `code` as the person typed it into your page, or `reply` as your gateway had it from that number itself. A reply is the code, or a yes when one code alone is unanswered; a no is written down at once. The same message twice is once. Wrong: 400 consent.code_wrong; no code to answer: 410 consent.code_over; not understood, or a yes to one of several: 400 consent.reply_unread.",
  body: z
    .object({
      identifier,
      entity,
      code: z.string().min(1).max(20).optional(),
      reply: z.string().min(1).max(500).optional(),
      message: lineText(200).describe("id of the reply or of the form, in your system"),
    })
    .refine((b) => (b.code === undefined) !== (b.reply === undefined), { message: "has a code or a reply" }),
  answer: z.object({ said: z.enum(["yes", "no"]), entries: z.number() }),
});

// The words about purposes and the texts that ask for them.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { lineText } from "./company.ts";
import { permissionChannels } from "./consent.ts";

export const purposeKinds = [
  "marketing",
  "analysis",
  "health",
  "sensitive",
  "storage",
  "recognition",
  "sharing",
  "service",
] as const;
export const purposeBases = ["consent", "contract", "legitimate_interest", "legal_duty"] as const;

export const purposeCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,40}$/, "is a to z, digits and _, and begins with a letter");
const purpose = z.object({
  code: purposeCode,
  kind: z.enum(purposeKinds).describe("what kind of use it is: the law of each country goes by it"),
  basis: z.enum(purposeBases).describe("the one basis in law"),
  balance: lineText(2000).nullable().describe("for a legitimate interest: how it was weighed"),
  doubleOptIn: z.boolean().describe("a yes waits until it is confirmed from the address itself"),
});

export const listPurposes = endpoint({
  id: "consent.purposes_list",
  method: "GET",
  url: "/api/permissions/purposes",
  who: { may: "settings.read" },
  owns: "installation",
  summary: "Every purpose, with its kind, its one basis and how many texts ask for it.",
  answer: z.object({ items: z.array(purpose.extend({ madeAt: z.string(), texts: z.number() })) }),
});

export const enterPurpose = endpoint({
  id: "consent.purposes_enter",
  method: "POST",
  url: "/api/permissions/purposes",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Enters a purpose. It never changes afterwards. Service, recognition and sharing go by its basis: a consent needs a yes, a legitimate interest ends with a no. The code is taken: 409 consent.purpose_exists. A legitimate interest without `balance`: 400.",
  body: purpose.refine((p) => p.basis !== "legitimate_interest" || p.balance !== null, {
    path: ["balance"],
    message: "says how a legitimate interest was weighed",
  }),
  answer: z.object({ code: z.string() }),
});

const words = z.object({
  basis: z.enum(["consent", "soft"]).describe("a consent, or the notice at a sale"),
  language: z.enum(languages),
  body: z.string().trim().min(10).max(10_000).describe("the words exactly as they are shown"),
  scopes: z.array(purposeCode).min(1).max(50).describe("kinds of message that the words cover"),
  channels: z.array(z.enum(permissionChannels)).min(1).max(permissionChannels.length),
  categories: z.array(lineText(100)).max(200).describe("kinds of goods that the words name"),
  entityIds: z.array(z.uuid()).min(1).max(50).describe("legal entities that the words name"),
  benefit: lineText(300)
    .nullable()
    .default(null)
    .describe("REC-09: what one gets for it, in one line, shown with the words"),
  proof: z
    .object({
      event: lineText(100).describe("name of the event that tells that it came"),
      days: z.number().int().min(1).max(365).describe("within how many days after the yes"),
    })
    .nullable()
    .default(null)
    .describe("how we know that the benefit came; null: nothing tells"),
});
export const textVersion = words.extend({
  id: z.string(),
  version: z.number().describe("counts from 1 for a purpose, basis and language"),
  hash: z.string().describe("SHA-256 of the body in UTF-8, as evidence names it"),
  publishedAt: z.string(),
});

export const listTexts = endpoint({
  id: "consent.texts_list",
  method: "GET",
  url: "/api/permissions/purposes/:purpose/texts",
  who: { may: "settings.read" },
  owns: "installation",
  summary:
    "Every version of the words that ask for a purpose, newest first. Unknown: 404 consent.purpose_unknown.",
  params: z.object({ purpose: purposeCode }),
  answer: z.object({ items: z.array(textVersion) }),
});

export const publishText = endpoint({
  id: "consent.texts_publish",
  method: "POST",
  url: "/api/permissions/purposes/:purpose/texts",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Publishes the words as a new version; no version ever changes. Refused when they do not say that the permission can be taken back (400 consent.text_silent), do not name every legal entity (400 consent.text_nameless), or call a notice at a sale a consent (400 consent.text_says_consent). `benefit` says what one gets for a yes, and `proof` by which event we know that it came (never without a benefit: 400).",
  params: z.object({ purpose: purposeCode }),
  body: words.refine(({ benefit, proof }) => proof === null || benefit !== null, {
    path: ["benefit"],
    message: "says what the event tells of",
  }),
  answer: z.object({ id: z.string(), version: z.number(), hash: z.string() }),
});

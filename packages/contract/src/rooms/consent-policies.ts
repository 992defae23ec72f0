// The words about what counsel decides where a country's law leaves it open.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { lineText } from "./company.ts";

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "is two capital letters")
  .describe("ISO 3166-1, or EU for every country without a decision of its own");
const choices = z.object({
  coldCalls: z.boolean().describe("sales calls to people who said neither yes nor no, where the law lets us"),
  softFromFreeAccount: z
    .boolean()
    .describe("a free account counts as a sale, so that similar goods may be told of by mail"),
  dormantDays: z
    .int()
    .min(30)
    .max(3650)
    .describe("days without use after which a permission sleeps, 30 to 3,650"),
});
const decision = choices.extend({
  number: z.number().describe("in the rule version of every answer that it had a part in; 0: nobody decided"),
  country,
  validFrom: z.iso.date().nullable().describe("first day, UTC; null: nobody decided"),
  note: z.string().describe("why"),
  decidedAt: z.string().nullable(),
});
export type PolicyDecision = z.infer<typeof decision>;

export const listPolicies = endpoint({
  id: "consent.policies_list",
  method: "GET",
  url: "/api/permissions/policies",
  who: { may: "consent.read" },
  owns: "installation",
  summary:
    "What holds today in each country where a legal entity of ours is, and every decision, newest first. The latest 200.",
  answer: z.object({
    holding: z.array(decision).describe("one a country, its own or that for EU, else what holds undecided"),
    decisions: z.array(decision),
  }),
});

export const decidePolicy = endpoint({
  id: "consent.policies_decide",
  method: "PUT",
  url: "/api/permissions/policies/:id",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Decides for a country from a day on, under an id of the caller's making; the same again changes nothing. A decision is never changed: a later one replaces it from its first day on. A day that is over: 400 consent.policy_past. Not for every legal entity there: 403 consent.entity_not_yours. It holds in every process at once.",
  params: z.object({ id: z.uuid() }),
  body: choices.extend({ country, validFrom: z.iso.date(), note: lineText(500).describe("why") }),
  answer: z.object({ number: z.number() }),
});

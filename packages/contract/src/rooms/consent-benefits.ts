// The words about what one gets for a yes: how often it was shown, how many said yes, and whether it came (REC-09).
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { lineText } from "./company.ts";

export const MOST_SHOWN = 1000;
const success = z.object({ success: z.literal(true), counted: z.number().describe("new showings") });

export const tellShown = endpoint({
  id: "permissions.shown",
  method: "POST",
  url: "/v1/permissions/shown",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Words were shown to somebody who could answer: how often is counted, of whom is not. At most 1,000 at once; the same id and words again are one. Words that nobody published: 404 consent.text_unknown, and none of them is counted. Kept for 400 days. Never with a public key.",
  body: z.object({
    shown: z
      .array(
        z.object({
          id: lineText(200).describe("the sender's own id of this showing"),
          textId: z.uuid(),
          place: lineText(300).describe("where, as `evidence.place` of the yes says it"),
        }),
      )
      .min(1)
      .max(MOST_SHOWN),
  }),
  answer: success,
});

export const tellMineShown = endpoint({
  id: "me.permissions_shown",
  method: "POST",
  url: "/v1/me/permissions/shown",
  who: { person: true },
  owns: "this person",
  summary:
    "These words stand before me and I have not said yes to them: counted once an id, without who I am. Words that nobody published: 404 consent.text_unknown.",
  body: z.object({ showId: z.uuid(), textIds: z.array(z.uuid()).min(1).max(100) }),
  answer: success,
});

const benefit = z.object({
  textId: z.string(),
  purpose: z.string(),
  language: z.enum(languages),
  version: z.number(),
  benefit: z.string().nullable().describe("null: these words do not say what one gets"),
  proof: z.object({ event: z.string(), days: z.number() }).nullable(),
  shown: z.number().describe("how often the words were shown, where that is told"),
  accepted: z
    .number()
    .nullable()
    .describe("yes of shown, 0 to 1, over the places that tell of their showings; null: none does"),
  yes: z.number().describe("yes to these words by whom we still know, from files not counted"),
  came: z.number().describe("of them: the event came in time"),
  waiting: z.number().describe("its time is not over"),
  ended: z.number().describe("a no came before it"),
  missed: z.number().describe("its time is over and it did not come"),
});
export type Benefit = z.infer<typeof benefit>;

export const readBenefits = endpoint({
  id: "consent.benefits",
  method: "GET",
  url: "/api/permissions/benefits",
  who: { may: "consent.read" },
  owns: "installation",
  summary:
    "REC-09: of all words that ask for a consent, within the legal entities that you reach: what they say one gets, how often they were shown, how many said yes, and whether the benefit came, of the last `days` days. Newest version first within a purpose and language. An event counts when it happened from the yes to the end of its days, by whoever the person is now, and when it was received after the yes was.",
  query: z.object({ days: z.coerce.number().int().min(1).max(400).default(90) }),
  answer: z.object({ items: z.array(benefit) }),
});

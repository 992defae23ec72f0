// The words about the right to have the use of what is kept restricted (GDPR article 18): asked, told, lifted.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const restrictionRefusals = {
  "people.restricted": {
    status: 403,
    en: "The use of what we hold about this person is restricted, as they asked. It is only kept; whoever answers for rights can see it.",
    sv: "Behandlingen av det vi har om den här personen är begränsad på personens begäran. Det sparas bara; den som sköter rättigheter kan se det.",
    da: "Behandlingen af det, vi har om denne person, er begrænset efter personens ønske. Det opbevares kun; den, der tager sig af rettigheder, kan se det.",
  },
} as const satisfies Record<string, RefusalLine>;

/** Why a use is refused, whatever was allowed before. */
export const restrictedUse = {
  "consent.restricted": {
    status: 403,
    en: "The person had the use of what is kept of them restricted. It is only kept, whatever was allowed before.",
    sv: "Personen har fått behandlingen av sina uppgifter begränsad. De sparas bara, vad som än tilläts före.",
    da: "Personen har fået behandlingen af sine oplysninger begrænset. De opbevares kun, uanset hvad der var tilladt før.",
  },
} as const satisfies Record<string, RefusalLine>;

/** The four grounds of article 18(1), a to d. */
export const ground = z.enum(["accuracy", "unlawful", "claim", "objection"]);
export type Ground = z.infer<typeof ground>;

const iso = z.string();
const by = z.enum(["person", "staff"]);
export const restriction = z.object({
  id: z.string(),
  ground,
  by,
  askedAt: iso,
  state: z
    .enum(["holds", "lifting", "lifted"])
    .describe("`lifting`: it holds until `liftAt`; the person was told and can keep it"),
  liftBy: by.nullable(),
  liftAt: iso.nullable().describe("when it is lifted, or was"),
  told: z
    .number()
    .nullable()
    .describe("how many addresses were told of the lifting; 0: the person must be told in another way"),
});
export type Restriction = z.infer<typeof restriction>;
const answer = z.object({
  restricted: z.boolean().describe("whether anything of theirs is restricted now, by whatever act"),
  items: z.array(restriction),
});
export type Restrictions = z.infer<typeof answer>;

const reason = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "has signs that cannot be written");
const me = { who: { person: true }, owns: "this person", answer } as const;
const staff = {
  who: { may: "rights.manage" },
  owns: "installation",
  opensPerson: true,
  answer,
} as const;
const ofPerson = z.object({ id: z.string().min(1).max(100) });
const one = z.object({ id: z.guid() });
const oneOfPerson = ofPerson.extend({ restriction: z.guid() });

export const listMyRestrictions = endpoint({
  ...me,
  id: "me.restrictions",
  method: "GET",
  url: "/v1/me/restrictions",
  summary: "Whether the use of what is kept of one is restricted, since when and why.",
});
export const restrictMyself = endpoint({
  ...me,
  id: "me.restrict",
  method: "POST",
  url: "/v1/me/restrictions",
  summary:
    "Has the use of what is kept of one restricted, on one of the four grounds of article 18. It holds at once, for every identifier that is proven to be one's own, and for whoever holds one of them later. Asked again on the same ground it changes nothing, but that it stops a lifting that waits.",
  body: z.object({ ground }),
});
export const takeBackMyRestriction = endpoint({
  ...me,
  id: "me.restriction_take_back",
  method: "DELETE",
  url: "/v1/me/restrictions/:id",
  summary:
    "Takes it back, at once, for what is proven to be one's own. Every proven address is told. Another's: 404 rights.not_found.",
  params: one,
});

export const listRestrictions = endpoint({
  ...staff,
  id: "restrictions.list",
  method: "GET",
  url: "/api/people/:id/restrictions",
  summary: "Restrictions of this person, those that were lifted too.",
  params: ofPerson,
});
export const restrictPerson = endpoint({
  ...staff,
  id: "restrictions.ask",
  method: "POST",
  url: "/api/people/:id/restrictions",
  summary:
    "Writes down that a person wants the use of what is kept of them restricted, with the reason. It holds at once. Asked again on the same ground it changes nothing, but that it stops a lifting that waits.",
  params: ofPerson,
  body: z.object({ ground, reason }),
});
export const liftRestriction = endpoint({
  ...staff,
  id: "restrictions.lift",
  method: "POST",
  url: "/api/people/:id/restrictions/:restriction/lift",
  summary:
    "Lifts it a day from now, with the reason. The person is told at every proven address before, and can keep it. `told` 0: they have none, and must be told in another way. Not theirs: 404 rights.not_found.",
  params: oneOfPerson,
  body: z.object({ reason }),
});

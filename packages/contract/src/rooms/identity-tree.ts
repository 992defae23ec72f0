// The words about why a person is one: the identifiers, and the claims that join them, as a tree.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { claim } from "./identity.ts";

const thread = z.object({
  kind: z.string(),
  value: z.string().describe("of a device: its visitor id"),
  firstSeenAt: z.string().nullable(),
  trust: z.enum(["stated", "proven"]),
  visits: z
    .number()
    .describe("of a visitor id: how many visits on that device are this person's; 0 for all others"),
});
export type Thread = z.infer<typeof thread>;

const part = z.object({
  is: z.enum(["thread", "knot"]),
  at: z.number().int().describe("place in `threads` or `knots`, from 0"),
});
export type KnotPart = z.infer<typeof part>;

const knot = z.object({
  parts: z.tuple([part, part]).describe("what it joined, as it was by then"),
  claim,
  also: z.number().describe("how many more claims say the same; they would hold the two together without it"),
});
export type Knot = z.infer<typeof knot>;

const loose = z.object({
  claim,
  otherId: z
    .string()
    .nullable()
    .describe("the person at the other end; null: both ends are this person's, joined by other claims"),
});
export type LooseClaim = z.infer<typeof loose>;

export const claimsOfPerson = endpoint({
  id: "people.claims",
  method: "GET",
  url: "/api/people/:id/claims",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Why a person is one: identifiers and the claims that join them, as a tree, in the order in which claims are heard (proven first, then the strongest, then the earliest). At most `most` identifiers are drawn (1 to 200, 60 unless said), the most telling; the visits of a device are one. With those claims, at most 50, that touch the person and were refused or do not count. Unknown: 404 people.unknown.",
  params: z.object({ id: z.uuid() }),
  query: z.object({ most: z.coerce.number().int().min(1).max(200).default(60) }),
  answer: z.object({
    personId: z.string(),
    threads: z.array(thread).describe("in such an order that no two cross"),
    knots: z.array(knot).describe("in the order in which they were made; the parts of a knot come before it"),
    rest: z
      .array(z.object({ kind: z.string(), count: z.number() }))
      .describe("identifiers that are not drawn"),
    loose: z.array(loose).describe("refused, withdrawn or of a hub, the strongest first"),
    moreLoose: z.boolean().describe("true: there are more than these"),
  }),
});
export type ClaimsOfPerson = z.infer<typeof claimsOfPerson.answer>;

// The words about people: looked up, opened, searched.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";
import { channel, timelineItem } from "./events.ts";

export const peopleRefusals = {
  "people.unknown": {
    status: 404,
    en: "We know nobody by this. Check the kind and the value.",
    sv: "Vi känner ingen med det här. Kontrollera typ och värde.",
    da: "Vi kender ingen med dette. Kontrollér type og værdi.",
  },
  "people.kind_unknown": {
    status: 400,
    en: "This kind of identifier does not exist. See the list in the details.",
    sv: "Den typen av identifierare finns inte. Se listan i detaljerna.",
    da: "Den slags identifikator findes ikke. Se listen i detaljerne.",
  },
} as const satisfies Record<string, RefusalLine>;

const iso = z.string();

export const identifier = z.object({
  kind: z.string(),
  value: z.string(),
  firstSeenAt: iso.nullable(),
  trust: z.enum(["stated", "proven"]),
});

export const fact = z.object({
  value: z.unknown(),
  at: iso,
  trust: z.enum(["person", "staff", "proven", "stated", "inferred"]),
  source: z.string(),
  messageId: z.string().nullable(),
  rule: z.number(),
  confidence: z.number(),
  lineage: z.array(
    z.object({
      value: z.unknown(),
      at: iso,
      source: z.string(),
      trust: z.string(),
      messageId: z.string().nullable(),
    }),
  ),
});

export const person = z.object({
  id: z.string(),
  formerIds: z.array(z.string()),
  name: z.string().nullable(),
  bornAt: iso,
  firstSeenAt: iso.nullable(),
  lastSeenAt: iso.nullable(),
  channels: z.array(channel),
  identifiers: z.array(identifier),
  facts: z.record(z.string(), fact),
  restriction: z
    .enum(["none", "shown", "closed"])
    .describe(
      "whether the use of what is kept of them is restricted; `closed`: nothing of it is told to who asks",
    ),
  legalEntities: z
    .array(z.object({ id: z.string(), code: z.string(), name: z.string() }))
    .describe(
      "whose customer it is: the legal entities that share their people; empty before any is entered",
    ),
});
export type Person = z.infer<typeof person>;

export const lookupAnswer = person;

const lookupKey = z.object({
  kind: z.string().min(1).max(40),
  value: z.string().min(1).max(1000),
  legalEntity: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe("code of a legal entity whose customer it is; none: the principal's, else any other's"),
});

export const lookup = endpoint({
  id: "people.lookup",
  method: "POST",
  url: "/api/people/lookup",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  ofRestricted: true,
  summary:
    "The person behind one identifier. Kinds: email, phone, login (user_id, userId), visitor (anonymous_id, anonymousId), distinct_id, club_card, card_token, receipt, order, device, address (in one line: `Storgatan 1, 211 45 Malmö`, with `, DK` where the country is another; of a home that several people name the home alone is found). Unknown: 404 people.unknown.",
  body: lookupKey,
  answer: lookupAnswer,
});

export const lookupByQuery = endpoint({
  id: "people.lookup_by_query",
  method: "GET",
  url: "/api/people/lookup",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  ofRestricted: true,
  summary: "The same for scripts: `?kind=&value=`.",
  query: lookupKey,
  answer: lookupAnswer,
});

export const open = endpoint({
  id: "people.open",
  method: "GET",
  url: "/api/people/:id",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  ofRestricted: true,
  summary:
    "One person, by the present id or any former one. Unknown: 404 people.unknown. The read is logged.",
  params: z.object({ id: z.string().min(1).max(100) }),
  answer: person,
});

export const timeline = endpoint({
  id: "people.timeline",
  method: "GET",
  url: "/api/people/:id/timeline",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "What happened, newest first, at most 200 a page; `next` goes into `before`; `channel` keeps one channel.",
  params: z.object({ id: z.string().min(1).max(100) }),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    before: z
      .string()
      .regex(/^$|^-?\d{1,16}_\d{1,16}$/, "is not the `next` of an earlier answer")
      .optional(),
    channel: channel.optional(),
  }),
  answer: z.object({ items: z.array(timelineItem), next: z.string().nullable() }),
});

export const personRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  identifiers: z.array(z.object({ kind: z.string(), value: z.string() })),
  lastSeenAt: iso.nullable(),
  channels: z.array(channel),
  matched: z.string().nullable(),
  restriction: person.shape.restriction,
  legalEntities: person.shape.legalEntities.describe(
    "whose customer it is, where the company has several that share no people; else empty",
  ),
});
export type PersonRow = z.infer<typeof personRow>;

export const search = endpoint({
  id: "people.search",
  method: "GET",
  url: "/api/people",
  who: { may: "people.search" },
  owns: "installation",
  namesPerson: true,
  ofRestricted: true,
  summary: "People by name, e-mail, phone, card, login or id; without a query those seen last. At most 50.",
  query: z.object({
    query: z.string().max(200).default(""),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({
    items: z.array(personRow),
    total: z
      .number()
      .nullable()
      .describe("people in all; null: not told to who sees the people of some legal entities only"),
  }),
});

export const readMyself = endpoint({
  id: "me.read",
  method: "GET",
  url: "/v1/me",
  who: { person: true },
  owns: "this person",
  summary:
    "What we hold one to be, over what is proven to be one's own: the name, the identifiers, and each fact with its origin. A fact is corrected at PUT /v1/me/facts/:name; an identifier is taken away at POST /v1/me/erasures.",
  answer: z.object({
    name: z.string().nullable(),
    identifiers: z.array(
      z.object({
        ...{ kind: z.string(), value: z.string(), firstSeenAt: iso },
        source: z
          .string()
          .describe("which system first told that it is theirs; empty: nothing but themselves"),
      }),
    ),
    facts: z.array(
      z.object({
        name: z.string(),
        value: z.unknown(),
        at: iso,
        trust: fact.shape.trust,
        source: z.string().describe("empty: ours"),
      }),
    ),
  }),
});
export type Myself = z.infer<typeof readMyself.answer>;

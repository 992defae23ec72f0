// The words about where channels say different things of the same goods (COM-C13): name, price, promotion, terms and stock.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { decimal, instant, takenAnswer } from "./catalog.ts";
import { code, lineText } from "./company.ts";
import { channel } from "./events.ts";

const MOST_SHOWN = 500;
const sku = lineText(100);
export const shownThere = z
  .object({
    sku,
    at: instant.describe("when it was shown: of two words the later holds"),
    location: code.optional().describe("code of the location where it is shown"),
    entity: code.optional().describe("code of the legal entity that shows it, where no location is named"),
    name: lineText(300).optional(),
    language: z.enum(languages).optional().describe("of the name"),
    price: z
      .object({
        currency: z.string().regex(/^[A-Z]{3}$/, "is a currency of ISO 4217"),
        amount: decimal.describe("what it costs there, tax included"),
        was: decimal.optional().describe("the ordinary price shown beside it, when it is reduced"),
      })
      .optional(),
  })
  .refine(
    ({ name, price }) => name !== undefined || price !== undefined,
    "says neither what it is called there nor what it costs",
  )
  .refine(
    ({ name, language }) => (name === undefined) === (language === undefined),
    "has a name with its language, or neither",
  )
  .refine(
    ({ price, location, entity }) =>
      price === undefined || (location === undefined) !== (entity === undefined),
    "names a location or a legal entity, since a price is somebody's",
  );
export type ShownThere = z.output<typeof shownThere>;

export const takeShown = endpoint({
  id: "differences.shown",
  method: "POST",
  url: "/v1/shown",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "What a channel shows of goods: a till, a shelf label, a marketplace, an advertisement tells what it calls them and what they cost there. At most 500 at once. It changes nothing of the catalogue: it is compared with it, and differences are listed for whoever looks after the channel. One that is refused fails no other; the same again changes nothing. At most 5 minutes ahead of now.",
  body: z.object({ shown: z.array(z.unknown()).min(1).max(MOST_SHOWN) }),
  answer: takenAnswer,
});

export const differenceKinds = ["name", "price", "promotion", "terms", "stock"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];
export const differenceStates = ["open", "young", "explained", "ended"] as const;

const value = z
  .object({
    text: z.string().optional(),
    currency: z.string().optional(),
    amountMinor: z.number().optional().describe("ordinary price in minor units"),
    saleMinor: z.number().nullable().optional().describe("reduced price in minor units; null: not reduced"),
    onHand: z.number().optional().describe("pieces counted"),
  })
  .describe("a name or fact: text; a price or promotion: currency and amounts; stock: pieces");
export type DifferenceValue = z.infer<typeof value>;
const side = z.object({
  source: z.object({ id: z.number(), name: z.string(), channel }),
  value,
  at: z.string().describe("when it last said so, ISO 8601"),
});
const difference = z.object({
  id: z.string(),
  kind: z.enum(differenceKinds),
  productCode: z.string(),
  product: z.string().nullable().describe("its name; null: nobody described it yet"),
  sku: z.string().nullable(),
  key: z.string().nullable().describe("the language of a name, the name of a fact"),
  entity: z.string().nullable().describe("name of the legal entity whose price it is"),
  otherEntity: z
    .string()
    .nullable()
    .describe("where two legal entities ask different prices in one currency: name of the other"),
  location: z.string().nullable().describe("name of the place where it is shown or counted"),
  holding: side.describe("the word that holds"),
  other: side.extend({ shown: z.boolean().describe("it is only shown there") }),
  foundAt: z.string(),
  ageSeconds: z.number().describe("for how long they have differed, or did"),
  endedAt: z.string().nullable(),
  owner: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe("who looks after what the other says; null: nobody yet"),
  explained: z
    .object({ at: z.string(), by: z.string(), reason: z.string() })
    .nullable()
    .describe("until one of the two says something else"),
});
export type Difference = z.infer<typeof difference>;

export const listDifferences = endpoint({
  id: "differences.list",
  method: "GET",
  url: "/api/differences",
  who: { may: "catalog.read" },
  owns: "installation",
  summary:
    "Where two say different things of the same goods: name, price, promotion, terms, stock (counted within an hour of each other). open: for 15 minutes or longer; young: shorter, systems may still be telling each other; explained: a colleague said why it is so; ended: the last 30 days. Oldest first, 50 at once, on from `after`.",
  query: z.object({
    state: z.enum(differenceStates).default("open"),
    kind: z.enum(differenceKinds).optional(),
    source: z.coerce.number().int().min(1).max(32_767).optional().describe("one of the two is this source"),
    owner: z.string().max(60).optional().describe("id of the colleague who looks after it, or `nobody`"),
    q: z.string().trim().max(100).default("").describe("codes and article numbers that begin so"),
    after: z.string().max(100).default(""),
  }),
  answer: z.object({
    items: z.array(difference),
    next: z.string().nullable(),
    counts: z.object({
      open: z.number(),
      young: z.number(),
      explained: z.number(),
      ended: z.number(),
    }),
    kinds: z.record(z.enum(differenceKinds), z.number()).describe("of this state"),
  }),
});

export const explainDifference = endpoint({
  id: "differences.explain",
  method: "POST",
  url: "/api/differences/:id/explain",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "A colleague says why it is so; it is asked about again when one of the two says something else. With null it is open again. Unknown: 404 differences.unknown; over already: 409 differences.over.",
  params: z.object({ id: z.guid() }),
  body: z.object({ reason: lineText(300).nullable() }),
  answer: z.object({ id: z.string() }),
});

export const listDifferenceOwners = endpoint({
  id: "differences.owners",
  method: "GET",
  url: "/api/differences/owners",
  who: { may: "catalog.read" },
  owns: "installation",
  summary: "Who looks after what each source says of goods, and all colleagues who could.",
  answer: z.object({
    sources: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        channel,
        owner: z.string().nullable(),
        open: z.number().describe("open differences of it"),
      }),
    ),
    colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const setDifferenceOwner = endpoint({
  id: "differences.owner",
  method: "PUT",
  url: "/api/differences/owners/:source",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "Who looks after what a source says of goods; null: nobody. Unknown source: 404 differences.source_unknown; no such colleague: 404 differences.colleague_unknown.",
  params: z.object({ source: z.coerce.number().int().min(1).max(32_767) }),
  body: z.object({ owner: z.string().max(60).nullable() }),
  answer: z.object({ source: z.number() }),
});

// The words with which a permission is given and taken back: by a colleague on behalf, by the retailer's systems, by the
// person with a link from a message.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { country, lineText } from "./company.ts";
import { factOrigins, permissionChannels, recipientKinds } from "./consent.ts";
import { purposeCode } from "./consent-purposes.ts";

/** What a permission can hang on: an address, a number, a card, a login, a device. */
export const carrierKinds = ["email", "phone", "address", "login", "club_card", "device", "visitor"] as const;

export const carrier = z.object({ kind: z.enum(carrierKinds), value: z.string().min(1).max(1000) });
const carriers = z.array(carrier).min(1).max(20);
const channel = z.enum(permissionChannels);
const at = z.iso.datetime({ offset: true });

const textHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "is a SHA-256 in lower case hex")
  .describe("SHA-256 of the words exactly as they were shown");
/** What is left empty is told as missing, not as a request of another form. */
const proof = (most: number) => z.union([z.string().trim().max(0), lineText(most)]);
const evidence = z.object({
  place: proof(300).describe("where: a location, a page"),
  how: proof(300).describe("how: box ticked, said on the phone, signed"),
  active: z.boolean().describe("the person did it: nothing was ticked before"),
  concluded: z.boolean().describe("the act that ends the form was done"),
});
export const softFacts = z.object({
  obtainedInSale: z.boolean(),
  ownSimilarProducts: z.boolean(),
  refusalOffered: z.boolean(),
  refusalInMessages: z.boolean(),
  notRefused: z.boolean(),
  saleRef: proof(200).describe("order or receipt of the sale"),
  paid: z.boolean().describe("something was paid; a free account is another matter"),
});

const yes = z.object({
  actId: z.uuid().describe("made by the caller: said again it changes nothing"),
  identifiers: carriers,
  purpose: purposeCode,
  channels: z.array(channel).min(1).max(permissionChannels.length),
  entityId: z.uuid(),
  textId: z.uuid(),
  textHash,
  at: at.optional().describe("when it was said; now, when left out"),
  evidence,
  guardian: z.boolean().default(false).describe("a guardian said it for a child"),
});
const said = z.object({
  entries: z.number().describe("how many lines the ledger grew by; 0: it was said before"),
  pending: z.boolean().describe("it waits to be confirmed from the address itself"),
});

export const grantOnBehalf = endpoint({
  id: "consent.grant",
  method: "POST",
  url: "/api/permissions/grant",
  who: { may: "consent.record" },
  owns: "installation",
  summary:
    "A colleague writes down a yes that a person gave, with what proves it. Incomplete: 400 consent.incomplete with what is missing, nothing stored. A legal entity out of reach: 403 consent.entity_not_yours.",
  body: yes,
  answer: said,
});

export const softOnBehalf = endpoint({
  id: "consent.soft",
  method: "POST",
  url: "/api/permissions/soft",
  who: { may: "consent.record" },
  owns: "installation",
  summary:
    "What a sale allows, with its five facts: mail and SMS about similar goods (else 400 consent.soft_channel). It is no consent and lifts no no: 403 consent.withdrawn until the person has said yes again.",
  body: yes.extend({ soft: softFacts }),
  answer: said,
});

const noOf = {
  purpose: purposeCode.nullable().describe("null: for everything"),
  channel: channel.nullable().describe("null: everywhere"),
  cause: lineText(200).optional().describe("id of the message that it answers"),
};

export const withdrawOnBehalf = endpoint({
  id: "consent.withdraw",
  method: "POST",
  url: "/api/permissions/withdraw",
  who: { may: "consent.record" },
  owns: "installation",
  namesPerson: true,
  ofRestricted: true,
  summary:
    "A colleague writes down a no: for a person, or for the addresses they name; for one purpose and channel, or for all at once. It needs no proof and holds everywhere from the answer on. The answer does not tell whether an address is known.",
  body: z
    .object({
      actId: z.uuid(),
      personId: z.uuid().optional(),
      identifiers: carriers.optional(),
      ...noOf,
      entityId: z.uuid().nullable().describe("null: to all legal entities"),
    })
    .refine((b) => (b.personId === undefined) !== (b.identifiers === undefined), {
      message: "names a person or identifiers",
    }),
  answer: z.object({ entries: z.number() }),
});

const entity = z.string().min(1).max(60).describe("id or code of the legal entity");
const toldId = z
  .string()
  .min(1)
  .max(200)
  .describe("id of the act in your system: said again it changes nothing");
const act = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("grant"),
    id: toldId,
    identifiers: carriers,
    purpose: purposeCode,
    channels: z.array(channel).min(1).max(permissionChannels.length),
    entity,
    textId: z.uuid().optional().describe("without it the text is found by its hash"),
    textHash,
    at,
    collectedBy: proof(200).describe("who: a form, a colleague, a system"),
    evidence,
    soft: softFacts.optional().describe("with its five facts it is a soft opt-in"),
    guardian: z.boolean().default(false),
  }),
  z.object({
    act: z.literal("withdraw"),
    id: toldId,
    identifiers: carriers,
    ...noOf,
    entity: entity.nullable(),
    at: at.optional(),
    collectedBy: lineText(200).optional(),
  }),
]);
export type ToldAct = z.output<typeof act>;
export const MOST_ACTS = 1000;

export const takePermissions = endpoint({
  id: "permissions.take",
  method: "POST",
  url: "/v1/permissions",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Permissions from the retailer's own systems: at most 1,000 acts, each a grant with its evidence or a withdrawal. One that is refused fails no other; the answer has its index, code, sentence and what is missing. Of a purpose with double opt-in a grant waits, and a mail with a link goes to the address; a number or a device is asked by a code (/v1/permissions/codes). Never with a public key.",
  body: z.object({ acts: z.array(z.unknown()).min(1).max(MOST_ACTS) }),
  answer: z.object({
    success: z.literal(true),
    accepted: z.number(),
    entries: z.number(),
    refused: z.array(
      z.object({
        index: z.number(),
        code: z.string(),
        sentence: z.string(),
        missing: z.array(z.string()).optional(),
        problems: z.array(z.string()).optional(),
      }),
    ),
  }),
});
export const toldAct = act;

const token = z.string().min(1).max(4000);

export const confirmByLink = endpoint({
  id: "permissions.confirm",
  method: "POST",
  url: "/v1/permissions/confirm",
  who: { anyone: true },
  owns: "installation",
  summary:
    "The word from the address itself: the page posts the token that its link carries after #. Within seven days (else 410 consent.link_over). Twice is once. A GET confirms nothing.",
  body: z.object({ token }),
  answer: z.object({ success: z.literal(true) }),
});

export const withdrawByLink = endpoint({
  id: "permissions.withdraw",
  method: "POST",
  url: "/v1/permissions/withdraw",
  who: { anyone: true },
  owns: "installation",
  summary:
    "A no by the link in a message, without signing in, however old the message is; it is stored as the cause. `everything`: no to all purposes, channels and legal entities. The answer is the same whether we know the address or not.",
  body: z.object({ token, everything: z.boolean().default(false) }),
  answer: z.object({ success: z.literal(true) }),
});

/** Why somebody counts as too young. */
export const minor = z
  .object({
    under: z.number().describe("the age that they lack"),
    saidBy: z.enum([...factOrigins, "asked"]).describe("whose word it rests on; asked: of whoever asks"),
    at: z.string().nullable().describe("ISO 8601: when it was said"),
  })
  .describe("too young for this, by the youngest that they may be; null: old enough, or nobody told");

export const usePermission = endpoint({
  id: "permissions.use",
  method: "POST",
  url: "/v1/permissions/use",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "May this person be reached or used for that, now: asked by the retailer's systems right before they do it. An allowed use is counted on the permission and keeps it awake, and counts towards how often the person wants to hear from you; `count: false` only asks. Purposes of kind `service` are kept back by no wish. Whoever is known to be a child is left out of advertising and profiling, and `minor` says by whose word. Without a purpose nothing may be used: 404 consent.purpose_unknown. A birth or relation ahead of now: 400 consent.told_ahead.",
  body: z.object({
    identifier: carrier,
    purpose: purposeCode,
    channel,
    entity,
    recipientKind: z.enum(recipientKinds).default("person"),
    message: purposeCode.describe("kind of message, as texts name them"),
    categories: z.array(lineText(100)).max(200).default([]),
    country: country.optional().describe("of the recipient; else that of the legal entity"),
    topics: z
      .array(purposeCode)
      .max(50)
      .default([])
      .describe("topics that it is about: one that the person declined refuses it"),
    born: z.iso
      .date()
      .optional()
      .describe("day of birth, when you know it: beside what is known here the younger counts"),
    guardian: z
      .boolean()
      .optional()
      .describe("a guardian agrees to this use now; it opens no advertising and no profiling to a child"),
    relation: z
      .object({
        fulfilledAt: at.describe("when the last obligation to the customer was fulfilled"),
        sameKindOfGoods: z.boolean(),
      })
      .optional()
      .describe("a customer relation: lets a call or a letter pass a register in some countries"),
    count: z.boolean().default(true),
  }),
  answer: z.object({
    allowed: z.boolean(),
    basis: z.enum(["consent", "soft", "relation", "no_objection", "not_needed"]).nullable(),
    ruleVersion: z.string(),
    minor: minor.nullable(),
    reason: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    until: z.string().nullable().describe("ISO 8601: until when a wish of the person keeps it back"),
  }),
});

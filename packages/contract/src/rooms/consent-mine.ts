// The words with which a customer sees and changes their own permissions.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { lineText } from "./company.ts";
import { permissionChannels } from "./consent.ts";
import { permissionStates } from "./consent-person.ts";
import { purposeCode, purposeKinds } from "./consent-purposes.ts";
import { minor } from "./consent-say.ts";

const channel = z.enum(permissionChannels);
const person = { person: true } as const;

const mine = z.object({
  purpose: z.string(),
  kind: z.enum(purposeKinds).nullable(),
  channel,
  entity: z.object({ id: z.string(), name: z.string().nullable() }),
  state: z.enum([...permissionStates, "none"]).describe("none: nobody ever asked"),
  since: z.string().nullable().describe("ISO 8601"),
  ask: z
    .object({
      ...{ textId: z.string(), textHash: z.string(), language: z.enum(languages), body: z.string() },
      benefit: z.string().nullable().describe("what one gets for it"),
    })
    .nullable()
    .describe("the words to say yes to; null: nobody asks this any more, it can only be taken back"),
});
export type MyPermission = z.infer<typeof mine>;
const unasked = z.object({
  purpose: z.string(),
  kind: z.enum(purposeKinds),
  balance: z.string().describe("how it was weighed, as it was written down"),
  state: z
    .enum(["done", "partly", "ended"])
    .describe("ended: one said no; partly: in some channels or to some legal entities only"),
  since: z.string().nullable().describe("ISO 8601: the latest no; null: none"),
});
export type MyUnasked = z.infer<typeof unasked>;
const all = z.object({
  items: z.array(mine),
  noToAll: z
    .string()
    .nullable()
    .describe(
      "ISO 8601: since when a no to everything holds, but for what one has said yes to later; null: none does, and what the law allows unasked may come",
    ),
  unasked: z
    .array(unasked)
    .describe("what is done on a legitimate interest, without asking, and ends with a no: one purpose each"),
  minor: minor
    .nullable()
    .describe("under eighteen by what is proven to be one's own: nothing is sent, whatever one said"),
});
export type MyPermissions = z.infer<typeof all>;

export const readMyPermissions = endpoint({
  id: "me.permissions",
  method: "GET",
  url: "/v1/me/permissions",
  who: person,
  owns: "this person",
  summary:
    "What one has said yes and no to, and what one can be asked: a row a purpose, channel and legal entity, for the channels in which one can be reached, with the newest words in the language of the page.",
  answer: all,
});

export const grantMine = endpoint({
  id: "me.permissions_grant",
  method: "POST",
  url: "/v1/me/permissions/grant",
  who: person,
  owns: "this person",
  summary:
    "A yes to exactly these words, in one channel, for all legal entities that they name; it belongs to one's proven addresses of that channel. With double opt-in it waits for the link in the mail. No such address: 409 consent.nothing_to_reach. Words that were not shown: 400 consent.incomplete.",
  body: z.object({
    actId: z.uuid().describe("made by the page: said again it changes nothing"),
    purpose: purposeCode,
    channel,
    textId: z.uuid(),
    textHash: z.string().regex(/^[0-9a-f]{64}$/, "is a SHA-256 in lower case hex"),
  }),
  answer: all,
});

export const withdrawMine = endpoint({
  id: "me.permissions_withdraw",
  method: "POST",
  url: "/v1/me/permissions/withdraw",
  who: person,
  owns: "this person",
  summary:
    "A no, for one purpose and channel or for everything at once (null), for all that is proven to be one's own. It needs no reason and holds everywhere from the answer on.",
  body: z.object({
    actId: z.uuid(),
    purpose: purposeCode.nullable(),
    channel: channel.nullable(),
    cause: lineText(200).optional().describe("id of the message that it answers"),
  }),
  answer: all,
});

export const liftMine = endpoint({
  id: "me.permissions_lift",
  method: "POST",
  url: "/v1/me/permissions/lift",
  who: person,
  owns: "this person",
  summary:
    "Takes back every no that one has said to one purpose of a legitimate interest: what is proven to be one's own is used for it as before. It is no consent, and lifts no no of anything else. Not such a purpose: 404 consent.purpose_unknown.",
  body: z.object({ actId: z.uuid(), purpose: purposeCode }),
  answer: all,
});

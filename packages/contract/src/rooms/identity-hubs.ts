// The words about hubs: values that too many are tied to, so that they say nothing of anybody, until a colleague rules.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { act, meantValue, ruled } from "./identity.ts";

export const hub = z.object({
  id: z.string().describe("of the value, the same however it is ruled"),
  kind: z.string(),
  value: z.string(),
  neighbours: z.number().describe("how many others are tied to it; 1,000 stands for more"),
  since: z.string().nullable().describe("since when it says nothing"),
  says: z
    .enum(["nothing", "little", "blocked", "one_person"])
    .describe(
      "nothing: a hub; little: a hub to what browsers say only; blocked and one_person: ruled by a colleague",
    ),
  rulingId: z.string().nullable().describe("the ruling that stands, to be undone"),
  ruled: z
    .object({
      at: z.string(),
      by: z.string().describe("id of the colleague"),
      reason: z.string().describe("empty after an erasure"),
    })
    .nullable()
    .describe("who made that ruling, when and why"),
});
export type HubAnswer = z.infer<typeof hub>;

export const listHubs = endpoint({
  id: "identity.hubs",
  method: "GET",
  url: "/api/identity/hubs",
  who: { may: "people.read" },
  owns: "installation",
  namesPerson: true,
  summary:
    "Values that say nothing of anybody, by kind; at most 200 a page, `next` goes into `after`. Postal addresses only when asked for with `kind=address`: every home of two is one. The look is logged.",
  query: z.object({
    kind: z.string().min(1).max(40).optional(),
    standing: z
      .enum(["any", "waiting", "ruled"])
      .default("any")
      .describe("waiting: nobody ruled of it; ruled: a colleague did, homes among them"),
    after: z
      .string()
      .regex(/^\d{1,2}_[0-9a-f-]{36}$/, "is not the `next` of an earlier answer")
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(hub), next: z.string().nullable() }),
});

export const ruleHub = endpoint({
  id: "identity.rule_hub",
  method: "POST",
  url: "/api/identity/hubs/rule",
  who: { may: "identity.manage" },
  owns: "installation",
  namesPerson: true,
  summary:
    "Rules what a value says: `one_person`, it is one person's however many are tied to it, or `blocked`, it says nothing of anybody. Not for visitor ids: 409 people.hub_visitor. `personId` may be the `id` of the list. Known to several legal entities, and none is named: 409 people.several_entities. Undone at any time.",
  body: meantValue.extend({ ...act, says: z.enum(["one_person", "blocked"]) }),
  answer: ruled,
});

export const undoHub = endpoint({
  id: "identity.undo_hub",
  method: "POST",
  url: "/api/identity/hubs/rulings/:id/undo",
  who: { may: "identity.manage" },
  owns: "installation",
  namesPerson: true,
  summary: "Takes such a ruling back: the value is counted again. Undone already: 409 people.ruling_undone.",
  params: z.object({ id: z.uuid() }),
  body: z.object(act),
  answer: ruled,
});

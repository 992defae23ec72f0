// The words of the recognition log: when, where, by what and by whom somebody was recognised or opened; and how many are.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { roles } from "../permissions.ts";
import type { RefusalLine } from "../refusal.ts";
import { channel } from "./events.ts";

export const seenRefusals = {
  "people.reason_needed": {
    status: 403,
    en: "Say why you open this person. One reason a day is enough; the person can read it.",
    sv: "Säg varför du öppnar den här personen. En anledning om dagen räcker; personen kan läsa den.",
    da: "Sig, hvorfor du åbner denne person. Én grund om dagen er nok; personen kan læse den.",
  },
} as const satisfies Record<string, RefusalLine>;

const iso = z.string().describe("ISO 8601, UTC");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is a date like 2026-11-28");

const line = z.object({
  kind: z
    .enum(["met", "signed_in", "opened"])
    .describe(
      "met: recognised where people meet people; signed_in: on a screen; opened: by staff or a system",
    ),
  at: iso,
  until: iso.nullable().describe("met, signed_in: the last of the visit"),
  channel: channel.nullable(),
  location: z.string().nullable(),
  by: z.string().nullable().describe("kind of identifier that it was by"),
  function: z
    .enum([...roles, "system"])
    .nullable()
    .describe("what the colleague is; never who, but by setting"),
  colleague: z
    .string()
    .nullable()
    .describe("opened: the same sign for the same colleague; says nothing of who. null: a system"),
  name: z.string().nullable().describe("of the colleague, where the company shows it"),
  reason: z.string().nullable(),
  what: z.string().nullable().describe("opened: id of the endpoint"),
});
export type SeenLine = z.output<typeof line>;
export const seenAnswer = z.object({ items: z.array(line), next: z.string().nullable() });
export type SeenAnswer = z.output<typeof seenAnswer>;
const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.iso.datetime().optional().describe("`next` of the page before"),
});
const ofPerson = z.object({ id: z.string().min(1).max(100) });

export const readSeen = endpoint({
  id: "people.seen",
  method: "GET",
  url: "/api/people/:id/seen",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "When, where and by what a person was recognised, and who opened them, newest first, at most 200 a page. Lines of events are there some seconds after them. The read is a line of it too. Unknown: 404 people.unknown.",
  params: ofPerson,
  query: page,
  answer: seenAnswer,
});

export const readMySeen = endpoint({
  id: "me.seen",
  method: "GET",
  url: "/v1/me/seen",
  who: { person: true },
  owns: "this person",
  summary:
    "When, where and by what one was recognised, and which function opened one's page and why, over what is proven to be one's own; newest first, at most 200 a page.",
  query: page,
  answer: seenAnswer,
});

export const giveReason = endpoint({
  id: "people.reason",
  method: "POST",
  url: "/api/people/:id/reason",
  who: { may: "people.read" },
  owns: "installation",
  namesPerson: true,
  asksNoReason: true,
  ofRestricted: true,
  summary:
    "Says why a person is opened, before opening them. It holds for this colleague and person until midnight (zone of the legal entity), stands in the staff audit, and the person can read it.",
  params: z.object({ id: z.guid() }),
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  answer: z.object({ until: iso }),
});

export const giveGeneralReason = endpoint({
  id: "looks.reason",
  method: "POST",
  url: "/api/looks/reason",
  who: { may: "account.own" },
  owns: "installation",
  summary:
    "Says why people are gone through: searches, queues, and whatever names people without opening one. It holds for this colleague until midnight (zone of the legal entity) and stands in the staff audit. Who opens a person says why of that person.",
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  answer: z.object({ until: iso }),
});

const lookRules = z.object({
  reasonRoles: z.array(z.enum(roles)).describe("roles that say once a day why they open a person"),
  showNames: z.boolean().describe("whether people see the name of the colleague who opened them"),
});
export type LookRules = z.output<typeof lookRules>;

export const readLookRules = endpoint({
  id: "look_rules.read",
  method: "GET",
  url: "/api/look-rules",
  who: { may: "settings.read" },
  owns: "installation",
  summary: "Who has to say why, and what people see of who looked.",
  answer: lookRules,
});

export const changeLookRules = endpoint({
  id: "look_rules.change",
  method: "PUT",
  url: "/api/look-rules",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "Changes it. A colleague with several roles goes by the one that says most.",
  body: lookRules,
  answer: lookRules,
});

export const readRecognition = endpoint({
  id: "recognition.read",
  method: "GET",
  url: "/api/recognition",
  who: { may: "events.read" },
  owns: "installation",
  summary:
    "In how many of the events in which somebody met us we knew who it was, by day of receipt (UTC) and channel, at most 400 days. told: files, systems, and history (received more than seven days after it happened), in which nobody was met: no part of the rate. recognised: we knew the person by a login, card, address or number when the event was counted, seconds after it came; unknown: we did not, and it stays so whatever is learned later; hushed: kept without a person because they chose so.",
  query: z.object({ from: day, to: day }),
  answer: z.object({
    items: z.array(
      z.object({
        day: z.string(),
        channel,
        recognised: z.number(),
        unknown: z.number(),
        hushed: z.number(),
        told: z.number(),
        rate: z
          .number()
          .nullable()
          .describe("recognised of recognised, unknown and hushed, 0 to 1; null: nobody met us"),
      }),
    ),
  }),
});

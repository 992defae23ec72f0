// The words about what people may ask of what we hold about them: a copy, a correction, erasure; and protected persons.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const iso = z.string();
const nothing = z.object({});
const idParams = z.object({ id: z.guid() });
const person = { person: true } as const;
const manage = { may: "rights.manage" } as const;
const reason = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "has signs that cannot be written");

const identifierWish = z.object({ kind: z.string().max(40), value: z.string().min(1).max(1000) });

/** What of it. */
export const scopeWish = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  z.object({
    kind: z.literal("identifier"),
    identifier: identifierWish,
  }),
  z.object({ kind: z.literal("source"), sourceId: z.number().int().positive() }),
  z
    .object({ kind: z.literal("span"), from: z.iso.datetime(), to: z.iso.datetime() })
    .refine(({ from, to }) => from < to, "a span ends after it begins"),
]);
export type ScopeWish = z.infer<typeof scopeWish>;

export const request = z.object({
  id: z.string(),
  kind: z.enum(["export", "erasure"]),
  state: z.enum(["waiting", "running", "done", "cancelled"]),
  of: z.enum(["whole", "identifier", "source", "span"]),
  askedAt: iso,
  dueAt: iso.describe("when it begins; until then an erasure can be cancelled"),
  endedAt: iso.nullable(),
  share: z.number().describe("0 to 1 of the way"),
  waitsFor: z
    .string()
    .nullable()
    .describe("why it stands still, as a sentence in the language of the request; it is tried again"),
});
export type RightsRequest = z.infer<typeof request>;
const requests = z.object({ items: z.array(request) });

const room = z.object({
  room: z.string(),
  title: z.string().describe("the room in the words of the person, in the language of whoever asks"),
  removed: z.record(z.string(), z.number()).describe("rows by table"),
  lines: z.array(z.object({ what: z.string(), sentence: z.string(), rows: z.number() })),
});
export const receipt = z.object({
  id: z.string(),
  state: request.shape.state,
  askedAt: iso,
  dueAt: iso,
  endedAt: iso.nullable(),
  filesAt: iso
    .nullable()
    .describe("when the files of the database were written anew without what was erased; due within a day"),
  rooms: z.array(room),
  stays: z
    .array(z.object({ what: z.string(), sentence: z.string() }))
    .describe("what the law or your own no keeps"),
});

export const listMine = endpoint({
  id: "me.rights",
  method: "GET",
  url: "/v1/me/rights",
  who: person,
  owns: "this person",
  summary: "What one has asked for, and how far it is.",
  answer: requests,
});
export const askExport = endpoint({
  id: "me.export",
  method: "POST",
  url: "/v1/me/exports",
  who: person,
  owns: "this person",
  summary:
    "Asks for a copy of everything that is proven to be one's own, with where each of it came from. Needs a sign-in of the last ten minutes by passkey, or a code to a second proven address (403 me.proof_needed). Every proven address is told, with a link that cancels it. Kept for seven days.",
  body: nothing,
  answer: request,
});
export const askErasure = endpoint({
  id: "me.erasure",
  method: "POST",
  url: "/v1/me/erasures",
  who: person,
  owns: "this person",
  summary:
    "Asks for erasure, of everything or of a part. The same proof as for a copy. It waits for 24 hours, and every proven address is told and can cancel it. `receipt` opens the receipt afterwards: `/corner/receipt#receipt`.",
  body: z.object({ scope: scopeWish.default({ kind: "whole" }) }),
  answer: request.extend({ receipt: z.string() }),
});
export const cancelMine = endpoint({
  id: "me.rights_cancel",
  method: "DELETE",
  url: "/v1/me/rights/:id",
  who: person,
  owns: "this person",
  summary:
    "Cancels what waits, and removes a copy. Begun: 409 rights.too_late. Another's: 404 rights.not_found.",
  params: idParams,
  answer: nothing,
});
export const openReceipt = endpoint({
  id: "me.receipt",
  method: "POST",
  url: "/v1/me/receipt",
  who: { anyone: true },
  owns: "this person",
  summary:
    "The receipt of an erasure, by what its asking answered: each room, and what it removed. It holds nothing of the person. Unknown: 404 rights.not_found.",
  body: z.object({ receipt: z.string().min(20).max(100) }),
  answer: receipt,
});
export const fetchExport = endpoint({
  id: "me.export_fetch",
  method: "GET",
  url: "/v1/me/exports/:id/:format",
  who: person,
  owns: "this person",
  summary:
    "The copy, as an attachment: `json`, or `html`, one page without script that can be read anywhere. The same proof as for asking. Not ready: 409 rights.not_ready. Another's: 404 rights.not_found.",
  params: z.object({ id: z.guid(), format: z.enum(["json", "html"]) }),
  answer: z.unknown(),
});
const factValue = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);
export const correct = endpoint({
  id: "me.fact_correct",
  method: "PUT",
  url: "/v1/me/facts/:name",
  who: person,
  owns: "this person",
  summary:
    "Corrects a fact about oneself. The person's word holds over every other; what was said before stays as its origin. `null` takes it back.",
  params: z.object({ name: z.string().min(1).max(100) }),
  body: z.object({ value: factValue }),
  answer: nothing,
});

const personParams = z.object({ id: z.string().min(1).max(100) });
const correcting = { may: "people.correct" } as const;
const factParams = personParams.extend({ name: z.string().min(1).max(100) });
export const correctForPerson = endpoint({
  id: "people.fact_correct",
  method: "PUT",
  url: "/api/people/:id/facts/:name",
  who: correcting,
  owns: "installation",
  opensPerson: true,
  summary:
    "Staff corrects a fact about a person, with the reason. It holds over what sources say, never over the person's own word: 409 rights.person_said. `null` says that there is none. It goes with the identifier named, else with the strongest that the person has; none: 409 rights.no_identifier. Answers when it was said: by that it is taken back.",
  params: factParams,
  body: z.object({ value: factValue, reason, identifier: identifierWish.optional() }),
  answer: z.object({ at: iso }),
});
export const takeBackForPerson = endpoint({
  id: "people.fact_take_back",
  method: "DELETE",
  url: "/api/people/:id/facts/:name",
  who: correcting,
  owns: "installation",
  opensPerson: true,
  summary:
    "Takes back what staff said of a fact at this time; what held before holds again. Nothing said then: nothing changes.",
  params: factParams,
  query: z.object({ at: z.iso.datetime() }),
  answer: nothing,
});
export const listForPerson = endpoint({
  id: "rights.list",
  method: "GET",
  url: "/api/people/:id/rights",
  who: manage,
  owns: "installation",
  opensPerson: true,
  summary: "What this person, or staff for them, asked for.",
  params: personParams,
  answer: requests,
});
export const askForPerson = endpoint({
  id: "rights.ask",
  method: "POST",
  url: "/api/people/:id/rights",
  who: manage,
  owns: "installation",
  opensPerson: true,
  summary:
    "Asks for a copy or for erasure in a person's name, with the reason. It covers what browsers said of them too. Proven addresses are told; an erasure waits for 24 hours.",
  params: personParams,
  body: z.object({
    kind: z.enum(["export", "erasure"]),
    scope: scopeWish.default({ kind: "whole" }),
    reason,
  }),
  answer: request.extend({ receipt: z.string() }),
});
export const foreseeForPerson = endpoint({
  id: "rights.foresee",
  method: "POST",
  url: "/api/people/:id/rights/foresee",
  who: manage,
  owns: "installation",
  opensPerson: true,
  summary:
    "What an erasure of one source or one span of time would take now, room by room, before anybody asks for it; and which sources told of the person. Nothing is changed.",
  params: personParams,
  body: z.object({ scope: scopeWish.default({ kind: "whole" }) }),
  answer: z.object({
    rooms: z.array(room),
    sources: z.array(
      z.object({ id: z.number(), name: z.string(), events: z.number(), firstAt: iso, lastAt: iso }),
    ),
  }),
});
export const cancelForPerson = endpoint({
  id: "rights.cancel",
  method: "DELETE",
  url: "/api/rights/:id",
  who: manage,
  owns: "installation",
  namesPerson: true,
  summary: "Cancels what waits, and removes a copy.",
  params: idParams,
  answer: nothing,
});
export const fetchForPerson = endpoint({
  id: "rights.fetch",
  method: "GET",
  url: "/api/rights/:id/:format",
  who: manage,
  owns: "installation",
  namesPerson: true,
  summary: "The copy that staff asked for in a person's name, as an attachment: `json` or `html`.",
  params: z.object({ id: z.guid(), format: z.enum(["json", "html"]) }),
  answer: z.unknown(),
});
export const protect = endpoint({
  id: "people.protect",
  method: "PUT",
  url: "/api/people/:id/protection",
  who: { may: "people.protected" },
  owns: "installation",
  opensPerson: true,
  summary: "Hides a person from everybody without the permission people.protected, or shows them again.",
  params: personParams,
  body: z.object({ protected: z.boolean(), reason }),
  answer: nothing,
});

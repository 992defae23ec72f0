// The words about legal entities: who sells, in which currency, by which calendar.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import {
  closing,
  code,
  country,
  currency,
  lineText,
  one,
  savedAnswer,
  timeZone,
  tongues,
  version,
} from "./company.ts";

const iso = z.string().describe("ISO 8601, UTC");
export const entity = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  organisationNumber: z.string().nullable(),
  country: z.string(),
  currency: z.string(),
  languages: z.array(z.string()),
  timeZone: z.string(),
  lastDay: z.string().nullable().describe("none while it trades"),
  closed: z.boolean().describe("its last day is over, by its own calendar"),
  number: z.number().describe("never changes; 0 is the first one entered"),
  principal: z.boolean().describe("what names no legal entity is its"),
  circle: z.number().describe("its own number, or the least of those it shares customers with"),
  sharingId: z.string().nullable().describe("the basis on which it shares customers now"),
  locations: z.number().describe("those that are not closed"),
  version: z.number(),
  changedAt: iso,
});
export type EntityAnswer = z.infer<typeof entity>;

const entityFields = {
  name: lineText(120),
  organisationNumber: lineText(40).nullable(),
  country,
  currency,
  languages: tongues,
  timeZone,
};

export const listEntities = endpoint({
  id: "entities.list",
  method: "GET",
  url: "/api/entities",
  who: { may: "settings.read" },
  owns: "installation",
  summary: "All legal entities, closed ones last.",
  answer: z.object({ items: z.array(entity) }),
});

export const createEntity = endpoint({
  id: "entities.create",
  method: "POST",
  url: "/api/entities",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "A new legal entity. Code taken: 409 company.code_taken.",
  body: z.object({ code, ...entityFields, organisationNumber: lineText(40).nullable().default(null) }),
  answer: savedAnswer,
});

export const changeEntity = endpoint({
  id: "entities.change",
  method: "PATCH",
  url: "/api/entities/:id",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "Changes what is given. The code never changes: 409 company.code_fixed.",
  params: one,
  body: z.object({ version, code: code.optional(), ...z.object(entityFields).partial().shape }),
  answer: savedAnswer,
});

export const closeEntity = endpoint({
  id: "entities.close",
  method: "POST",
  url: "/api/entities/:id/close",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "Closes it after its last day. Locations that stay open longer: 409 company.entity_has_locations.",
  params: one,
  body: closing,
  answer: savedAnswer,
});

export const reopenEntity = endpoint({
  id: "entities.reopen",
  method: "POST",
  url: "/api/entities/:id/reopen",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "Takes its last day away.",
  params: one,
  body: z.object({ version }),
  answer: savedAnswer,
});

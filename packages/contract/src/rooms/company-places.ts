// The words about locations and their opening hours.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import {
  closing,
  code,
  country,
  dateText,
  lineText,
  one,
  savedAnswer,
  timeZone,
  version,
} from "./company.ts";

export const locationKinds = ["store", "warehouse", "pickup_point", "online"] as const;
export type LocationKind = (typeof locationKinds)[number];

const opensText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time like 09:30");
const closesText = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "is a time like 18:00, at most 24:00");
export const span = z.object({
  opens: opensText,
  closes: closesText.describe("at or before `opens` it is the next day: 22:00 to 02:00"),
});
export type SpanText = z.infer<typeof span>;
const spans = z.array(span).max(6);
const weekday = z.number().int().min(1).max(7).describe("1 Monday to 7 Sunday");
export const exception = z.object({
  date: z.string(),
  note: z.string(),
  spans: z.array(span).describe("empty: closed all day"),
});
export type ExceptionAnswer = z.infer<typeof exception>;

const opening = z.object({
  state: z
    .enum(["open", "closed", "unknown"])
    .describe("unknown: no hours are set, and it is no online shop"),
  until: z.string().nullable().describe("open: when it closes; none: it does not"),
  opens: z.string().nullable().describe("closed: when it opens next; none: no time is known"),
});

export const location = z.object({
  id: z.string(),
  code: z.string().describe("what events call it in `location`"),
  name: z.string(),
  kind: z.enum(locationKinds),
  entityId: z.string(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  timeZone: z.string().nullable().describe("its own; none: that of its legal entity"),
  zone: z.string().describe("the zone its calendar goes by; online it is always the legal entity's"),
  today: z.string().describe("the date there now"),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  phone: z.string().nullable(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable().describe("none while it goes on"),
  closed: z.boolean().describe("its last day is over, by its own calendar"),
  week: z.array(span.extend({ weekday })),
  exceptions: z.array(exception).describe("from a week ago on"),
  opening,
  mine: z.boolean().describe("whether the caller may change its hours"),
  version: z.number(),
  changedAt: z.string(),
});
export type LocationAnswer = z.infer<typeof location>;

const text = (most: number) => lineText(most).nullable();
const locationFields = {
  name: lineText(80),
  kind: z.enum(locationKinds),
  street: text(120),
  postalCode: text(20),
  city: text(80),
  country,
  timeZone: timeZone.nullable(),
  position: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  phone: text(30),
  firstDay: dateText.nullable(),
};
const missing = {
  street: locationFields.street.default(null),
  postalCode: locationFields.postalCode.default(null),
  city: locationFields.city.default(null),
  timeZone: locationFields.timeZone.default(null),
  position: locationFields.position.default(null),
  phone: locationFields.phone.default(null),
  firstDay: locationFields.firstDay.default(null),
};

export const listLocations = endpoint({
  id: "locations.list",
  method: "GET",
  url: "/api/locations",
  who: { may: "settings.read" },
  owns: "installation",
  summary: "All locations with their hours and whether they are open now, closed ones last.",
  answer: z.object({ items: z.array(location) }),
});

export const createLocation = endpoint({
  id: "locations.create",
  method: "POST",
  url: "/api/locations",
  who: { may: "locations.manage" },
  owns: "this location",
  summary:
    "A new location of a legal entity. Code taken: 409 company.code_taken. Legal entity closed: 409 company.entity_closed.",
  body: z.object({ code, entityId: z.uuid(), ...locationFields, ...missing }),
  answer: savedAnswer,
});

export const changeLocation = endpoint({
  id: "locations.change",
  method: "PATCH",
  url: "/api/locations/:id",
  who: { may: "locations.manage" },
  owns: "this location",
  summary:
    "Changes what is given. Code and legal entity never change: 409 company.code_fixed. Saved by somebody else: 409 company.saved_by_other.",
  params: one,
  body: z.object({ version, code: code.optional(), ...z.object(locationFields).partial().shape }),
  answer: savedAnswer,
});

export const closeLocation = endpoint({
  id: "locations.close",
  method: "POST",
  url: "/api/locations/:id/close",
  who: { may: "locations.manage" },
  owns: "this location",
  summary: "Closes it for good after its last day. It stays in the list and in history.",
  params: one,
  body: closing,
  answer: savedAnswer,
});

export const reopenLocation = endpoint({
  id: "locations.reopen",
  method: "POST",
  url: "/api/locations/:id/reopen",
  who: { may: "locations.manage" },
  owns: "this location",
  summary: "Takes its last day away. Legal entity closed: 409 company.entity_closed.",
  params: one,
  body: z.object({ version }),
  answer: savedAnswer,
});

export const setHours = endpoint({
  id: "hours.set",
  method: "PUT",
  url: "/api/locations/:id/hours",
  who: { may: "hours.manage" },
  owns: "this location",
  summary:
    "The hours of an ordinary week, whole. Overlapping: 400 company.hours_overlap. Not granted here: 403 company.location_not_yours.",
  params: one,
  body: z.object({ version, week: z.array(span.extend({ weekday })).max(42) }),
  answer: savedAnswer,
});

const oneDay = z.object({ id: z.uuid(), date: dateText });

export const setException = endpoint({
  id: "hours.except",
  method: "PUT",
  url: "/api/locations/:id/exceptions/:date",
  who: { may: "hours.manage" },
  owns: "this location",
  summary:
    "One day that is not like its weekday; no spans: closed. Instead of what stood there. A day that is over: 409 company.exception_past.",
  params: oneDay,
  body: z.object({ version, note: lineText(80), spans }),
  answer: savedAnswer,
});

export const removeException = endpoint({
  id: "hours.unexcept",
  method: "DELETE",
  url: "/api/locations/:id/exceptions/:date",
  who: { may: "hours.manage" },
  owns: "this location",
  summary: "That day is like its weekday again. A day that is over: 409 company.exception_past.",
  params: oneDay,
  query: z.object({ version: z.coerce.number().int().min(1) }),
  answer: savedAnswer,
});

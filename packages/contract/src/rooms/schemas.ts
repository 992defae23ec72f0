// The words about what a source may send: schemas of its events, learned, tried, put in force.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const schemaRefusals = {
  "schemas.bad": {
    status: 400,
    en: "This is no schema we can hold events against. The problem stands in details; mend it there.",
    sv: "Det här är inget schema som vi kan pröva händelser mot. Problemet står i details; rätta det där.",
    da: "Det er ikke et skema, vi kan holde hændelser op imod. Problemet står i details; ret det der.",
  },
  "schemas.pattern_slow": {
    status: 400,
    en: "This pattern could keep the server busy for minutes on one text. Write it without repeats inside repeats.",
    sv: "Det här mönstret kan hålla servern upptagen i minuter för en enda text. Skriv det utan upprepningar i upprepningar.",
    da: "Dette mønster kan holde serveren optaget i minutter af en enkelt tekst. Skriv det uden gentagelser i gentagelser.",
  },
  "schemas.unknown": {
    status: 404,
    en: "No schema is in force for this event of this source. See the list.",
    sv: "Inget schema gäller för den här händelsen från den här källan. Se listan.",
    da: "Intet skema gælder for denne hændelse fra denne kilde. Se listen.",
  },
  "schemas.saved_by_other": {
    status: 409,
    en: "Somebody else put another version in force meanwhile. Read it again, then change that one.",
    sv: "Någon annan har satt en annan version i kraft under tiden. Läs om den och ändra den i stället.",
    da: "En anden har imens sat en anden version i kraft. Læs den igen, og ret den i stedet.",
  },
  "schemas.nothing_to_learn": {
    status: 404,
    en: "No such event came from this source in the last 24 hours. Send some, or begin from a template.",
    sv: "Ingen sådan händelse kom från källan det senaste dygnet. Skicka några, eller börja från en mall.",
    da: "Ingen sådan hændelse kom fra kilden det seneste døgn. Send nogle, eller begynd med en skabelon.",
  },
} as const satisfies Record<string, RefusalLine>;

export const schemaTypes = ["track", "page", "screen", "identify", "group"] as const;
export type SchemaType = (typeof schemaTypes)[number];
export const valueTypes = ["string", "number", "integer", "boolean", "object", "array", "null"] as const;
export type ValueType = (typeof valueTypes)[number];
export const formats = ["date-time", "date", "time", "email", "uri", "uuid"] as const;
export const breakActions = ["accept", "park", "drop"] as const;
export type BreakAction = (typeof breakActions)[number];

/** The part of JSON Schema that we take. */
export type Shape = {
  readonly type?: ValueType | readonly ValueType[] | undefined;
  readonly description?: string | undefined;
  readonly enum?: readonly (string | number | boolean | null)[] | undefined;
  readonly pattern?: string | undefined;
  readonly format?: (typeof formats)[number] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly items?: Shape | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | undefined;
};

const size = z.number().int().min(0).max(1_000_000).optional();
const propertyName = z.string().min(1).max(200);
export const shape: z.ZodType<Shape> = z.lazy(() =>
  z.strictObject({
    type: z.union([z.enum(valueTypes), z.array(z.enum(valueTypes)).min(1).max(7)]).optional(),
    description: z.string().max(500).optional(),
    enum: z
      .array(z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
      .min(1)
      .max(200)
      .optional(),
    pattern: z.string().min(1).max(300).optional(),
    format: z.enum(formats).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: size,
    maxLength: size,
    minItems: size,
    maxItems: size,
    items: shape.optional(),
    properties: z.record(propertyName, shape).optional(),
    required: z.array(propertyName).max(200).optional(),
    additionalProperties: z.boolean().optional(),
  }),
);

const ofSource = z.object({ id: z.coerce.number().int().min(1).max(32_767) });
const which = z.object({
  type: z.enum(schemaTypes).default("track"),
  name: z.string().max(200).default("").describe("event name; empty for identify and group"),
});
const action = z.enum(breakActions);

export const schemaItem = z.object({
  type: z.enum(schemaTypes),
  name: z.string(),
  version: z.number(),
  action,
  schema: shape,
  createdAt: z.string(),
  createdBy: z.string(),
  broken: z
    .object({ accepted: z.number(), parked: z.number(), dropped: z.number() })
    .describe("events that broke it in the last seven days, by what became of them"),
  waiting: z.number().describe("events of it that wait in the parked list now"),
});
export type SchemaItem = z.infer<typeof schemaItem>;

/** One version as it was. */
export const schemaVersion = schemaItem.omit({ broken: true, waiting: true }).extend({
  createdByName: z
    .string()
    .nullable()
    .describe("the colleague's name; null for a token, the house, or one removed"),
  endedAt: z.string().nullable(),
});
export type SchemaVersion = z.infer<typeof schemaVersion>;

export const endedItem = z.object({
  type: z.enum(schemaTypes),
  name: z.string(),
  version: z.number().describe("the last that was in force"),
  endedAt: z.string(),
});

export const seenItem = z.object({
  type: z.enum(schemaTypes),
  name: z.string(),
  count: z.number(),
});

const MANY = "of the newest 20,000 events of the last 24 hours";

export const listSchemas = endpoint({
  id: "schemas.list",
  method: "GET",
  url: "/api/sources/:id/schemas",
  who: { may: "sources.read" },
  owns: "installation",
  summary: `The schemas in force for a source, those taken out of force, and what it sends without one, ${MANY}.`,
  params: ofSource,
  answer: z.object({ items: z.array(schemaItem), ended: z.array(endedItem), seen: z.array(seenItem) }),
});

export const schemaHistory = endpoint({
  id: "schemas.history",
  method: "GET",
  url: "/api/sources/:id/schemas/history",
  who: { may: "sources.read" },
  owns: "installation",
  summary: "All versions of one schema, newest first: each as it was, by whom, from when and until when.",
  params: ofSource,
  query: which,
  answer: z.object({ items: z.array(schemaVersion) }),
});

export const saveSchema = endpoint({
  id: "schemas.save",
  method: "PUT",
  url: "/api/sources/:id/schemas",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "Puts a schema in force, as a new version, in every process within a second. `after` is the version it follows, null for the first: another one meanwhile is 409 schemas.saved_by_other. Events that break it are accepted and counted, parked (event.schema), or dropped and counted.",
  params: ofSource,
  body: which.extend({ action: action.default("park"), schema: shape, after: z.number().int().nullable() }),
  answer: z.object({ version: z.number() }),
});

export const endSchema = endpoint({
  id: "schemas.end",
  method: "POST",
  url: "/api/sources/:id/schemas/end",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: "Takes a schema out of force; its versions stay. None in force: 404 schemas.unknown.",
  params: ofSource,
  body: which,
  answer: z.object({ version: z.number() }),
});

export const learnSchema = endpoint({
  id: "schemas.learn",
  method: "POST",
  url: "/api/sources/:id/schemas/learn",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: `A suggestion from what came: at most 1,000 such events ${MANY}. Puts nothing in force. None: 404 schemas.nothing_to_learn.`,
  params: ofSource,
  body: which,
  answer: z.object({ looked: z.number(), schema: shape }),
});

export const trySchema = endpoint({
  id: "schemas.try",
  method: "POST",
  url: "/api/sources/:id/schemas/try",
  who: { may: "sources.manage" },
  owns: "installation",
  summary: `A dry run: the newest events of this name, ${MANY}, and those that wait, held against a schema that is not in force. Changes nothing.`,
  params: ofSource,
  body: which.extend({ schema: shape, last: z.number().int().min(1).max(1000).default(200) }),
  answer: z.object({
    looked: z.number(),
    fit: z.number(),
    causes: z
      .array(z.object({ detail: z.string(), count: z.number(), messageId: z.string().nullable() }))
      .describe("what breaks it, most frequent first, each with one event"),
    waiting: z.object({ looked: z.number(), fit: z.number() }).describe("parked by the schema in force"),
  }),
});

export const listTemplates = endpoint({
  id: "schemas.templates",
  method: "GET",
  url: "/api/schemas/templates",
  who: { may: "sources.read" },
  owns: "installation",
  summary: "Schemas to begin from: the 28 e-commerce events of the Segment specification.",
  answer: z.object({ items: z.array(z.object({ name: z.string(), schema: shape })) }),
});

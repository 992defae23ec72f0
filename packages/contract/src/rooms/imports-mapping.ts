// What the columns of a file mean: the mapping from rows to events. The API serves it as JSON Schema.
import { z } from "zod";
import { country } from "./company.ts";
import { channel } from "./events.ts";

const column = z.string().min(1).max(500).describe("name of a column of the file");

export const importIdKinds = [
  "login",
  "email",
  "phone",
  "club_card",
  "visitor",
  "distinct_id",
  "card_token",
  "receipt",
  "order",
  "device",
] as const;
export type ImportIdKind = (typeof importIdKinds)[number];

export const fieldForms = ["text", "number", "money", "price", "boolean"] as const;
export const fieldRule = z.union([
  column,
  z.object({
    column,
    as: z
      .enum(fieldForms)
      .default("text")
      .describe(
        "money: an amount, no more decimals than its currency, also given in minor units. price: a unit price, any decimals",
      ),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe("ISO 4217; needed for money unless currencyColumn is given"),
    currencyColumn: column.optional(),
  }),
  z.object({
    value: z.union([z.string().max(1000), z.number(), z.boolean()]).describe("the same in every event"),
  }),
]);
export type FieldRule = z.output<typeof fieldRule>;

const fieldName = z
  .string()
  .regex(/^(?!__proto__$|constructor$|prototype$)[\p{L}\p{N}_.\- ]{1,100}$/u)
  .describe("name of a trait or property");
const fields = z
  .record(fieldName, fieldRule)
  .refine((f) => Object.keys(f).length <= 1000, "at most 1,000 fields");

export const readSettings = z.object({
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  encoding: z.enum(["utf-8", "windows-1252", "iso-8859-15"]).optional(),
  header: z
    .boolean()
    .optional()
    .describe("false: the first row is data, the columns are called column 1, column 2 …"),
  decimal: z
    .enum([".", ","])
    .optional()
    .describe("decimal separator of numbers written as text; . when not given"),
});
export type ReadSettings = z.output<typeof readSettings>;

export const mapping = z.object({
  read: readSettings.optional().describe("overrides what was seen in the file"),
  event: z.object({
    type: z
      .enum(["track", "identify", "as_is"])
      .describe("as_is: every row is an event in the Segment shape already (JSON Lines)"),
    name: z.string().trim().min(1).max(200).optional().describe("name of a track event"),
  }),
  variants: z
    .array(
      z.object({
        column,
        startsWith: z.string().min(1).max(100),
        name: z.string().trim().min(1).max(200),
        turnSigns: z
          .boolean()
          .optional()
          .describe("quantities and amounts change their sign: a refund of 3, not of −3"),
      }),
    )
    .max(10)
    .optional()
    .describe("rows that are another event: the first that fits wins"),
  time: z
    .object({
      column,
      format: z
        .string()
        .max(60)
        .default("iso")
        .describe(
          "iso, epoch_s, epoch_ms or a pattern of yyyy yy MM M dd d HH H mm ss, such as dd/MM/yyyy HH:mm",
        ),
      zone: z
        .string()
        .max(60)
        .optional()
        .describe("IANA time zone of times that name none; UTC when not given"),
    })
    .optional(),
  ids: z.partialRecord(z.enum(importIdKinds), column).default({}),
  messageId: z
    .array(column)
    .max(10)
    .optional()
    .describe("columns that identify an event for ever; else the file's hash and the line"),
  fields: fields.default({}).describe("traits of an identify, properties of a track"),
  groupBy: z
    .object({
      columns: z.array(column).min(1).max(5),
      lines: fields.describe("fields of each row, in properties.products[]"),
      moreName: z
        .string()
        .max(200)
        .optional()
        .describe("name of the events that carry the lines which do not fit into one event of 32 kB"),
      sum: z
        .object({ price: z.string(), quantity: z.string(), currency: z.string().regex(/^[A-Z]{3}$/) })
        .optional()
        .describe("two line fields whose product is the line's amount; the sum becomes total"),
    })
    .optional()
    .describe("one event of several rows: an order of its lines"),
  country: country
    .optional()
    .describe(
      "ISO 3166-1; of phone numbers and addresses that name none. Not given: that of the location an event names, else of its legal entity, else the installation's",
    ),
  channel: channel.optional().describe("channel of the events; import when not given"),
  series: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .describe(
      "imports of one series share one source, so an event that stands in two of its files is taken once",
    ),
});
export type Mapping = z.output<typeof mapping>;

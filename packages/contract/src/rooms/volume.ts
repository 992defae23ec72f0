// What the data takes, how it grows, and how long each kind is kept.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const volumeRefusals = {
  "retention.unknown": {
    status: 404,
    en: "There is no such kind of data. See the list on the page Volume.",
    sv: "Det finns inget sådant slags data. Se listan på sidan Volym.",
    da: "Der findes ikke data af den slags. Se listen på siden Volumen.",
  },
  "retention.out_of_bounds": {
    status: 400,
    en: "This kind may not be kept for so many days. The details say the fewest and the most.",
    sv: "Det här slaget får inte sparas så många dagar. Detaljerna säger det minsta och det högsta antalet.",
    da: "Denne slags må ikke gemmes så mange dage. Detaljerne siger det mindste og det højeste antal.",
  },
  "retention.wrong_order": {
    status: 409,
    en: "One kind needs another: parked events may not outlive bodies, bodies not the log, the text of a mail not its row. Change the other one first.",
    sv: "Ett slag behöver ett annat: parkerade händelser får inte leva längre än innehållet, innehållet inte längre än loggen, ett mejls text inte längre än dess rad. Ändra det andra först.",
    da: "Den ene slags kræver den anden: parkerede hændelser må ikke leve længere end indholdet, indholdet ikke længere end loggen, en mails tekst ikke længere end dens række. Ændr den anden først.",
  },
} as const satisfies Record<string, RefusalLine>;

export const lifetimeKinds = [
  "bodies",
  "log",
  "parked",
  "import_refusals",
  "mail_content",
  "mails",
  "acts",
  "backups",
] as const;
export type LifetimeKind = (typeof lifetimeKinds)[number];

/** What a sweep would remove, or has to remove next. */
export const consequence = z.object({
  before: z.string().describe("ISO 8601: what is older goes"),
  rows: z.number().describe("estimated where it goes by whole months, at most 1,000,000 counted elsewhere"),
  bytes: z.number().nullable().describe("null where the space is used again and not given back"),
  wholeMonths: z.boolean(),
});
export type Consequence = z.infer<typeof consequence>;

export const lifetime = z.object({
  kind: z.enum(lifetimeKinds),
  days: z.number(),
  least: z.number(),
  most: z.number(),
  own: z.number().describe("days when nobody chose"),
  holdsFrom: z
    .string()
    .nullable()
    .describe("ISO 8601: until then the longer time before the last change holds"),
  next: consequence.describe("what the next sweep removes"),
});
export type LifetimeLine = z.infer<typeof lifetime>;

export const listLifetimes = endpoint({
  id: "retention.list",
  method: "GET",
  url: "/api/volume/retention",
  who: { may: "operate.read" },
  owns: "installation",
  summary: "How long each kind of data is kept, in days, with its bounds, and what the next sweep removes.",
  answer: z.object({ items: z.array(lifetime) }),
});

const params = z.object({ kind: z.string().max(40) });
const days = z.coerce.number().int().min(1).max(36_500);

export const foreseeLifetime = endpoint({
  id: "retention.foresee",
  method: "GET",
  url: "/api/volume/retention/:kind",
  who: { may: "operate.read" },
  owns: "installation",
  summary: "What would go if a kind were kept for so many days. Changes nothing. 404 retention.unknown.",
  params,
  query: z.object({ days }),
  answer: consequence,
});

export const changeLifetime = endpoint({
  id: "retention.change",
  method: "PUT",
  url: "/api/volume/retention/:kind",
  who: { may: "operate.manage" },
  owns: "installation",
  summary:
    "Keeps a kind for so many days. A shorter time holds a day after it was set, a longer one at once. 400 retention.out_of_bounds, 409 retention.wrong_order.",
  params,
  body: z.object({ days: z.number().int().min(1).max(36_500) }),
  answer: lifetime,
});

export const volumeKinds = [
  "bodies",
  "log",
  "seen",
  "identity",
  "facts",
  "parked",
  "imports",
  "mails",
  "acts",
  "other",
] as const;
export type VolumeKind = (typeof volumeKinds)[number];

export const volumeAnswer = z.object({
  measuredAt: z.string(),
  bytes: z.number().describe("of all kinds, with indexes"),
  items: z.array(
    z.object({
      kind: z.enum(volumeKinds),
      rows: z.number().describe("estimated from the statistics of the database"),
      bytes: z.number(),
      bytesADay: z.number().nullable().describe("null before there are three days"),
    }),
  ),
  days: z.array(z.object({ day: z.string(), bytes: z.number() })).describe("at most 61, the last is today"),
  disk: z
    .object({ freeBytes: z.number(), totalBytes: z.number() })
    .nullable()
    .describe("null when the database is elsewhere"),
  forecast: z
    .object({
      bytesADay: z.number(),
      in30: z.number(),
      in90: z.number(),
      fullInDays: z.number().nullable(),
    })
    .nullable()
    .describe("by the median day of the last thirty; null before there are three"),
});
export type VolumeAnswer = z.infer<typeof volumeAnswer>;

export const readVolume = endpoint({
  id: "volume.read",
  method: "GET",
  url: "/api/volume",
  who: { may: "operate.read" },
  owns: "installation",
  summary: "Rows (estimated) and bytes of each kind of data, the last sixty days, free disk and a forecast.",
  answer: volumeAnswer,
});

export const alertRules = [
  "log_stalled",
  "parked_share",
  "queue",
  "backup_old",
  "disk_low",
  "connections",
  "files_late",
] as const;
export type AlertRule = (typeof alertRules)[number];

export const alert = z.object({
  rule: z.enum(alertRules),
  value: z.number().describe("seconds, share, events or bytes, as the rule has it"),
  since: z.string(),
});
export type Alert = z.infer<typeof alert>;

export const listAlerts = endpoint({
  id: "alerts.list",
  method: "GET",
  url: "/api/alerts",
  who: { may: "operate.read" },
  owns: "installation",
  summary: "What needs a hand now, looked at every minute; empty when all is well. Limits: docs/operate.md.",
  answer: z.object({ items: z.array(alert) }),
});

// The words about sources: what sends us events, and whether it still does.
import { isCurrency } from "@somlos/rules/currency";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";
import { channel } from "./events.ts";

export const sourceRefusals = {
  "sources.unknown": {
    status: 404,
    en: "There is no source with this number. See the list of sources.",
    sv: "Det finns ingen källa med det numret. Se listan över källor.",
    da: "Der er ingen kilde med dette nummer. Se listen over kilder.",
  },
} as const satisfies Record<string, RefusalLine>;

export const source = z.object({
  id: z.number(),
  kind: z.string(),
  name: z.string(),
  channel,
  currency: z.string().nullable().describe("ISO 4217, of amounts that name none; null: the installation's"),
  legalEntity: z
    .string()
    .nullable()
    .describe("code of the legal entity that collects by it, where an event names none; null: the principal"),
  createdAt: z.string(),
  lastEventAt: z.string().nullable(),
  eventsLastDay: z.number(),
  parkedOpen: z.number(),
});
export type Source = z.infer<typeof source>;

const name = z.string().trim().min(1).max(100);
const legalEntity = z.string().min(1).max(40).nullable();
const currency = z.string().refine(isCurrency, "is no currency of ISO 4217, like SEK").nullable();

export const listSources = endpoint({
  id: "sources.list",
  method: "GET",
  url: "/api/sources",
  who: { may: "sources.read" },
  owns: "installation",
  summary: "All sources with when they last sent something, events of the last 24 hours and what is parked.",
  answer: z.object({ items: z.array(source) }),
});

export const createSource = endpoint({
  id: "sources.create",
  method: "POST",
  url: "/api/sources",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "A new source. `channel` is that of its events when they name none. Make its keys with POST /api/keys.",
  body: z.object({
    name,
    kind: z.enum(["browser", "app", "server", "till", "demo"]),
    channel,
    currency: currency.optional(),
    legalEntity: legalEntity.optional(),
  }),
  answer: z.object({ id: z.number() }),
});

export const changeSource = endpoint({
  id: "sources.change",
  method: "PATCH",
  url: "/api/sources/:id",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "Name, channel, the currency of amounts that name none, or the legal entity that collects. In force everywhere within a second. Unknown: 404 sources.unknown.",
  params: z.object({ id: z.coerce.number().int().min(1).max(32_767) }),
  body: z.object({
    name: name.optional(),
    channel: channel.optional(),
    currency: currency.optional(),
    legalEntity: legalEntity.optional(),
  }),
  answer: z.object({ id: z.number() }),
});

const ofSource = z.object({ id: z.coerce.number().int().min(1).max(32_767) });

export const heardItem = z.object({
  id: z.string(),
  at: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  library: z.string().nullable().describe("the client's name and version, as it tells them"),
  body: z.string().describe("JSON text, keys taken out, cut at 64 kB"),
  code: z.string().nullable().describe("why nothing was taken"),
  outcomes: z
    .array(z.string())
    .describe("one an event: accepted, duplicate, or the code it was parked or dropped with"),
});
export type HeardItem = z.infer<typeof heardItem>;

export const listenToSource = endpoint({
  id: "sources.listen",
  method: "PUT",
  url: "/api/sources/:id/listen",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "Begins or ends listening to a source: its last 200 requests are kept as they came, without keys. It ends by itself after an hour; ending it forgets what was heard.",
  params: ofSource,
  body: z.object({ on: z.boolean() }),
  answer: z.object({ on: z.boolean() }),
});

export const heardOfSource = endpoint({
  id: "sources.heard",
  method: "GET",
  url: "/api/sources/:id/heard",
  who: { may: "sources.manage" },
  owns: "installation",
  summary:
    "What was heard of a source, newest first; with `after`, only what came since. Kept two hours. The look is logged.",
  params: ofSource,
  query: z.object({ after: z.uuid().optional() }),
  answer: z.object({
    until: z.string().nullable(),
    items: z.array(heardItem),
    causes: z.record(z.string(), z.string()).describe("each code among the items, as a sentence"),
  }),
});

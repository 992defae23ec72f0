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
  createdAt: z.string(),
  lastEventAt: z.string().nullable(),
  eventsLastDay: z.number(),
  parkedOpen: z.number(),
});
export type Source = z.infer<typeof source>;

const name = z.string().trim().min(1).max(100);
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
    "Name, channel, or the currency of amounts that name none. In force everywhere within a second. Unknown: 404 sources.unknown.",
  params: z.object({ id: z.coerce.number().int().min(1).max(32_767) }),
  body: z.object({ name: name.optional(), channel: channel.optional(), currency: currency.optional() }),
  answer: z.object({ id: z.number() }),
});

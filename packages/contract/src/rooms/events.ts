// The words of the rooms events and profiles: what came in, and where it is.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export {
  collectRefusals,
  eventRefusals,
  type ParkedReason,
  parkedReasons,
} from "./events-refusals.ts";

export const channels = [
  "web",
  "app",
  "store",
  "till",
  "mail",
  "sms",
  "desk",
  "device",
  "letter",
  "social",
  "call",
  "push",
  "tablet",
  "kiosk",
  "server",
  "import",
  "unknown",
] as const;
export type Channel = (typeof channels)[number];
export const channel = z.enum(channels);

const iso = z.string().describe("ISO 8601, UTC");

export const timelineItem = z.object({
  messageId: z.string(),
  type: z.string(),
  name: z.string(),
  at: iso,
  channel,
  source: z.string(),
  trust: z.enum(["stated", "proven"]),
  location: z.string().nullable(),
  properties: z.record(z.string(), z.unknown()),
});
export type TimelineItem = z.infer<typeof timelineItem>;

export const liveItem = timelineItem.omit({ properties: true }).extend({
  seq: z.number(),
  receivedAt: iso,
  ackMs: z.number().nullable().describe("milliseconds from receipt to commit"),
  person: z.object({ id: z.string(), name: z.string().nullable(), by: z.string().nullable() }).nullable(),
  summary: z.string(),
});
export type LiveItem = z.infer<typeof liveItem>;

export const live = endpoint({
  id: "events.live",
  method: "GET",
  url: "/api/events/live",
  who: { may: "events.read" },
  owns: "installation",
  namesPerson: true,
  summary:
    "The newest accepted events, newest first, at most 200; `after` gives only what came later. With it the rate per second of the last five minutes and counters.",
  query: z.object({
    after: z.coerce.number().int().optional().describe("a `cursor` of an earlier answer"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    channel: channel.optional(),
    q: z.string().max(200).optional().describe("event name, message id or person id"),
  }),
  answer: z.object({
    items: z.array(liveItem),
    cursor: z.number(),
    rate: z
      .array(z.number())
      .describe("events a second, one figure for each 3 s of the last five minutes, oldest first"),
    channels: z.record(z.string(), z.number()).describe("events of the last minute by channel"),
    parked: z.number(),
    duplicates: z.number().describe("sent twice, counted once, last 24 hours"),
    recognised: z
      .number()
      .nullable()
      .describe(
        "share of the last five minutes' events that belong to a person with a name, address or login; null when nothing came",
      ),
    ackMs: z.object({ p50: z.number(), p99: z.number() }).nullable(),
  }),
});

export const parkedItem = z.object({
  id: z.string(),
  receivedAt: iso,
  source: z.string(),
  name: z.string().nullable(),
  messageId: z.string().nullable(),
  code: z.string(),
  sentence: z.string(),
  detail: z.string().nullable(),
  body: z.unknown(),
  replayedAt: iso.nullable(),
});
export type ParkedItem = z.infer<typeof parkedItem>;

export const parked = endpoint({
  id: "events.parked",
  method: "GET",
  url: "/api/events/parked",
  who: { may: "events.read" },
  owns: "installation",
  summary: "Parked events with their cause, newest first; `next` goes into `before`.",
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    before: z
      .string()
      .regex(/^$|^\d{4}-[\d:.TZ-]+_[0-9a-f-]{36}$/, "is not the `next` of an earlier answer")
      .optional(),
    code: z.string().optional(),
  }),
  answer: z.object({ items: z.array(parkedItem), next: z.string().nullable(), total: z.number() }),
});

export const replay = endpoint({
  id: "events.replay",
  method: "POST",
  url: "/api/events/parked/replay",
  who: { may: "events.replay" },
  owns: "installation",
  summary:
    "Takes parked events in again, through the same rules: `ids` (at most 1,000) or `all` with an optional `code`, `sourceId` and event `name`. `body` replaces the body of a single one (mend and replay). What still does not fit stays parked with its new cause.",
  body: z.object({
    ids: z.array(z.uuid()).max(1000).optional(),
    all: z.boolean().optional(),
    code: z.string().optional(),
    sourceId: z.number().int().optional(),
    name: z.string().max(200).optional(),
    body: z.record(z.string(), z.unknown()).optional(),
  }),
  answer: z.object({ replayed: z.number(), parked: z.number(), duplicates: z.number() }),
});

export const traceWords = ["collect", "recognise", "remember", "decide", "deliver", "measure"] as const;
export const traceStep = z.object({
  word: z.enum(traceWords),
  at: iso.nullable(),
  afterMs: z.number().nullable(),
  note: z
    .enum(["accepted", "parked", "person", "unknown", "facts", "timeline", "mending", "none"])
    .describe("what the word came to; `mending`: it waits until it has been mended and replayed"),
  state: z.enum(["done", "nothing", "waiting"]),
});

export const trace = endpoint({
  id: "events.trace",
  method: "GET",
  url: "/api/events/:messageId/trace",
  who: { may: "events.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "Where is my event: its way through the six words, by message id or order number. Unknown: 404 events.unknown.",
  params: z.object({ messageId: z.string().min(1).max(500) }),
  answer: z.object({
    messageId: z.string(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    name: z.string(),
    type: z.string(),
    channel,
    source: z.string(),
    at: iso,
    receivedAt: iso,
    parked: parkedItem.nullable(),
    body: z.unknown().describe("as it came; null when the body has been erased or its time is over"),
    steps: z.array(traceStep),
    notFacts: z
      .array(z.object({ name: z.string(), code: z.string(), sentence: z.string() }))
      .describe("traits of the event that became no fact, and why"),
  }),
});

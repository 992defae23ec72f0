// The words about how many people we may write to or call.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { permissionChannels } from "./consent.ts";
import { channel as eventChannel } from "./events.ts";

const channel = z.enum(permissionChannels);

const recognised = z
  .array(z.object({ channel: eventChannel, people: z.number() }))
  .describe(
    "customers whom we recognised there within a year, most first; nobody is met in server and import",
  );
const recognisable = z
  .number()
  .describe("customers whom we recognised in two channels or more within a year");

const found = z.object({
  asOf: z.string().describe("when it was counted; nothing later is in it"),
  known: z.number().describe("customers"),
  reachable: z.number().describe("with at least one marketing permission that stands"),
  share: z.number().nullable().describe("reachable of known, 0 to 1; null: we know nobody"),
  recognisable,
  recognised,
  items: z.array(
    z.object({
      purpose: z.string().nullable().describe("null: any purpose"),
      channel,
      people: z.number(),
      share: z.number().nullable(),
    }),
  ),
  gaps: z.array(z.object({ field: z.string(), entries: z.number() })),
  noes: z.array(
    z.object({
      month: z.string(),
      channel: channel.nullable(),
      fromMessage: z.boolean().describe("a message caused it"),
      noes: z.number(),
    }),
  ),
  causes: z.array(z.object({ cause: z.string(), noes: z.number() })),
  uses: z.array(
    z.object({
      purpose: z.string(),
      channel,
      times: z.number(),
      permissions: z.number(),
      lastAt: z.string(),
    }),
  ),
});
export type ReachFound = z.infer<typeof found>;

export const readReach = endpoint({
  id: "consent.reach",
  method: "GET",
  url: "/api/permissions/reach",
  who: { may: "consent.read" },
  owns: "installation",
  summary:
    "Of all customers whom we know by a login, a card, a mail address or a number, the inactive included: how many gave a marketing permission that stands, by purpose and channel, within the legal entities that you reach; what yes lacks evidence; noes of the last twelve months by month and the messages that caused most; uses. Counted in the background, read at once: asOf says of when it is. What takes longer than half a second to count is counted anew when twenty times as long has gone by; meanwhile, and the first time, counting says since when somebody waits for it: ask again.",
  answer: z.object({
    found: found.nullable().describe("null: never counted yet"),
    counting: z
      .object({
        since: z.string(),
        usualMs: z.number().nullable().describe("how long it took the last time; null: the first time"),
      })
      .nullable()
      .describe("null: found is as new as it gets"),
  }),
});

const headline = z.object({
  day: z.string().describe("UTC"),
  known: z.number(),
  recognisable,
  reachable: z.number(),
  recognised,
  reached: z.array(z.object({ channel, people: z.number() })),
});
export type Headline = z.infer<typeof headline>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is a date like 2026-11-28");
export const readHeadlines = endpoint({
  id: "consent.headlines",
  method: "GET",
  url: "/api/permissions/headlines",
  who: { may: "consent.read" },
  owns: "installation",
  summary:
    "REC-13: the two figures of each day, as last counted on it (UTC), oldest first, at most 400 days: customers recognised in two channels or more within a year, and customers with a marketing permission that stands, within the legal entities that you reach; both by channel too. Of all legal entities they are counted every day; of some of them on days when somebody asked for their reach. A day without a count is left out.",
  query: z.object({ from: day, to: day }),
  answer: z.object({
    items: z.array(headline),
  }),
});

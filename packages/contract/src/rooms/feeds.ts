// The words about feeds: files in which the retailer's systems tell of goods, their prices and how many are where.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { code, currency, lineText, one } from "./company.ts";
import { fetchView, fetchWish } from "./feeds-fetch.ts";

/** Files that are sent, or the webhooks of a shop. */
export const feedKinds = ["file", "shopify", "medusa", "vendure"] as const;
export type FeedKind = (typeof feedKinds)[number];

const settings = {
  kind: z.enum(feedKinds).default("file"),
  name: lineText(120),
  language: z.enum(languages).describe("that of names and descriptions whose column names none"),
  entity: code.describe("code of the legal entity whose prices these are"),
  currency: currency.nullable().default(null).describe("of prices that name none; null: that of the entity"),
  taxPercent: z.number().min(0).max(100).multipleOf(0.01).nullable().default(null),
  location: code
    .nullable()
    .default(null)
    .describe("where what is in stock lies, for rows that name no location; null: such numbers are left out"),
};

const run = z.object({
  id: z.string(),
  state: z
    .enum(["running", "asks", "done", "failed"])
    .describe("asks: the file leaves out so much that somebody must say whether that is sold no longer"),
  saidAt: z.string().describe("when it was as the file says"),
  whole: z.boolean().describe("it names all that this feed sells"),
  share: z.number().describe("of the file that is read, 0 to 1"),
  rows: z.number().describe("rows read"),
  taken: z.number(),
  refused: z.number().describe("rows refused: see them by their own door"),
  retires: z
    .number()
    .nullable()
    .describe("how many articles that this feed sold it leaves out; null: it is not whole, or not read yet"),
  reason: z.object({ code: z.string(), sentence: z.string(), line: z.number().nullable() }).nullable(),
  startedAt: z.string(),
  startedBy: z.enum(["colleague", "schedule"]).describe("schedule: its file was fetched because it was time"),
  updatedAt: z.string(),
});
export type FeedRun = z.infer<typeof run>;
const heard = z.object({
  heard: z.number().describe("webhooks with a right signature"),
  refused: z.number().describe("statements in them that were refused"),
  lastAt: z.string().nullable().describe("null: none with a right signature came yet"),
  reason: z.object({ code: z.string(), sentence: z.string() }).nullable().describe("of the last one"),
  unsignedAt: z
    .string()
    .nullable()
    .describe("when one with a wrong signature last came: nothing of it was taken in"),
});
const feed = z.object({
  id: z.string(),
  ...settings,
  kind: z.enum(feedKinds),
  hookPath: z.string().nullable().describe("where webhooks are sent; null: it takes files"),
  places: z.record(z.string(), z.string()).describe("our location of each of the shop's"),
  heard: heard.nullable().describe("null: no webhook came yet"),
  currency: z.string().nullable(),
  taxPercent: z.number().nullable(),
  location: z.string().nullable(),
  sells: z.number().describe("articles that are sold by what this feed last said"),
  last: run.nullable(),
  fetch: fetchView.nullable().describe("null: its files are sent"),
});
export type FeedView = z.infer<typeof feed>;

export const listFeeds = endpoint({
  id: "feeds.list",
  method: "GET",
  url: "/api/feeds",
  who: { may: "catalog.read" },
  owns: "installation",
  summary: "All feeds with their last run, newest first.",
  answer: z.object({ items: z.array(feed) }),
});

export const createFeed = endpoint({
  id: "feeds.create",
  method: "POST",
  url: "/api/feeds",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "A new feed, which is a source of its own. Name taken: 409 feeds.name_taken. Unknown legal entity or location: 404. An address that is not fetched: as PUT /api/feeds/:id/fetch says.",
  body: z.object({
    ...settings,
    secret: z
      .string()
      .min(16)
      .max(200)
      .nullable()
      .default(null)
      .describe(
        "what its webhooks are signed with: Shopify says its own; for Medusa and Vendure one of Standard Webhooks, made here when it is left out",
      ),
    places: z
      .record(lineText(100), code)
      .default({})
      .describe("our location of each of the shop's, by the shop's id"),
    fetch: fetchWish.nullable().default(null).describe("where its file is fetched; null: files are sent"),
  }),
  answer: z.object({
    id: z.string(),
    hookPath: z.string().nullable(),
    secret: z
      .string()
      .nullable()
      .describe("shown this once; null: it takes files, or the shop's own secret was given"),
  }),
});

export const hearFeed = endpoint({
  id: "feeds.hear",
  method: "POST",
  url: "/v1/hooks/:id",
  who: { anyone: true },
  owns: "installation",
  summary:
    "Webhooks of a shop, proven by their signature over the very bytes: Shopify's `X-Shopify-Hmac-Sha256` (products/create, products/update, products/delete, inventory_levels/update, inventory_levels/connect), or Standard Webhooks (`webhook-id`, `webhook-timestamp` at most 5 minutes away, `webhook-signature`) for Medusa and Vendure as docs/guides/shop-webhooks.md says. Twice and out of order they come to the same. Wrong signature or unknown feed: 401 feeds.not_signed, and nothing changes. Other topics are answered and left. At most 2 MB.",
  params: one,
  answer: z.object({
    success: z.literal(true),
    accepted: z.number(),
    refused: z.array(
      z.object({ code: z.string(), sentence: z.string(), problems: z.array(z.string()).optional() }),
    ),
  }),
});

export const takeFeed = endpoint({
  id: "feeds.take",
  method: "POST",
  url: "/api/feeds/:id/file",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "One file of a feed: the body is CSV or TSV with a header, JSON Lines, or XML of Google's product feed (RSS 2.0 or Atom). Columns are known by their usual names in English, Swedish and Danish and by those of Google's specification; what none of them is becomes a fact of the product. A row with a name is a product, one with a price only a new price, one with a number and a location a count of stock. A row that cannot be read is refused into the report and takes nothing away. The same file again changes nothing. Answers when reading has begun.",
  params: one,
  query: z.object({
    whole: z
      .enum(["true", "false"])
      .default("false")
      .describe("true: what this feed sold before and the file leaves out is sold no longer"),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("when it was so: of two files the later holds, in whatever order they come; without it now"),
  }),
  answer: run,
});

export const listFeedRuns = endpoint({
  id: "feeds.runs",
  method: "GET",
  url: "/api/feeds/:id/runs",
  who: { may: "catalog.read" },
  owns: "installation",
  summary: "The newest 50 runs of a feed. Unknown: 404 feeds.unknown.",
  params: one,
  answer: z.object({ items: z.array(run) }),
});

export const listFeedRefusals = endpoint({
  id: "feeds.refusals",
  method: "GET",
  url: "/api/feeds/runs/:id/refusals",
  who: { may: "catalog.read" },
  owns: "installation",
  summary: "Rows of a run that were refused and why, by line: 200 at once, on from `after`.",
  params: one,
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  answer: z.object({
    items: z.array(
      z.object({
        line: z.number().describe("of the file; of an XML file the line on which the item begins"),
        code: z.string(),
        sentence: z.string(),
        detail: z.string().nullable().describe("what is wrong, in the words of the program"),
      }),
    ),
    next: z.number().nullable(),
  }),
});

export const answerFeedRun = endpoint({
  id: "feeds.answer",
  method: "POST",
  url: "/api/feeds/runs/:id/answer",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "Says whether what a whole file leaves out is sold no longer: only where the run asks, else 409 feeds.not_asked.",
  params: one,
  body: z.object({ retire: z.boolean() }),
  answer: run,
});

// The words about feeds whose file we fetch by its address.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { one } from "./company.ts";

export const FETCH_MINUTES = { least: 15, most: 1440 } as const;
const login = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^:\p{Cc}]+$/u, "has no colon"),
  password: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u),
});
const terms = {
  address: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe(
      "https://…, with neither name nor password in it; http:// only of machines in SOMLOS_FETCH_INNER",
    ),
  everyMinutes: z.number().int().min(FETCH_MINUTES.least).max(FETCH_MINUTES.most).default(FETCH_MINUTES.most),
  whole: z
    .boolean()
    .default(false)
    .describe("its file names all that the feed sells: what it leaves out is sold no longer"),
};
export const fetchWish = z.object({
  ...terms,
  login: login
    .nullable()
    .optional()
    .describe(
      "said to the machine of the address and never shown; left out: as it was, as long as the machine is the same; null: none",
    ),
});
export type FetchTerms = z.output<typeof fetchWish>;

export const fetchView = z.object({
  ...{ address: z.string(), everyMinutes: z.number(), whole: z.boolean() },
  hasLogin: z.boolean(),
  state: z
    .enum(["waits", "asked", "fetches"])
    .describe("asked: it is time, or a colleague wants it; fetches: its file is coming"),
  nextAt: z.string().describe("when it is fetched next, or tried again"),
  failures: z.number().describe("how many times in a row it failed"),
  last: z
    .object({
      at: z.string(),
      outcome: z.enum(["taken", "same", "failed"]).describe("same: there was nothing new"),
      reason: z.object({ code: z.string(), sentence: z.string(), detail: z.string().nullable() }).nullable(),
    })
    .nullable()
    .describe("null: not fetched yet"),
});
export type FeedFetch = z.infer<typeof fetchView>;

export const changeFetch = endpoint({
  id: "feeds.fetch_change",
  method: "PUT",
  url: "/api/feeds/:id/fetch",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "Where the file of a feed is fetched and how often; null: it is fetched no longer. What is not the open internet is refused: 400 fetch.inner; no address that can be fetched: 400 fetch.address_bad; a feed that hears webhooks: 409 feeds.takes_hooks. It is fetched at once.",
  params: one,
  body: z.object({ fetch: fetchWish.nullable() }),
  answer: z.object({ fetch: fetchView.nullable() }),
});

export const fetchNow = endpoint({
  id: "feeds.fetch_now",
  method: "POST",
  url: "/api/feeds/:id/fetch",
  who: { may: "catalog.manage" },
  owns: "installation",
  summary:
    "Fetches the file of a feed within seconds instead of at its time. No address: 409 feeds.no_address.",
  params: one,
  answer: z.object({ fetch: fetchView }),
});

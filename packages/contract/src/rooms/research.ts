// The words of what a customer looked at: seen, taken along as a file, brought from another shop.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const person = { person: true } as const;
const text = z.string().nullable();

export const thing = z.object({
  id: z.string().describe("of this product in this list, for choosing"),
  how: z.array(z.enum(["viewed", "added", "searched"])).describe("`searched`: `name` is the words"),
  name: z.string(),
  brand: text,
  category: text,
  gtin: text.describe("14 digits"),
  productId: text.describe("the shop's own number"),
  price: z.object({ amountMinor: z.number().int(), currency: z.string() }).nullable(),
  size: text.describe("the one that was looked at"),
  variant: text,
  sizes: z.array(z.string()).describe("those it is sold in"),
  url: text.describe("https, without query"),
  firstOn: z.string().describe("day"),
  lastOn: z.string().describe("day"),
  fit: z.enum(["fits", "not", "unknown"]).describe("beside the sizes below"),
});

export const myResearch = z.object({
  shop: z.string().describe("what this shop is called"),
  sizes: z.array(z.object({ name: z.string(), value: z.string(), byMe: z.boolean() })),
  things: z.array(thing).describe("looked at here in the last 90 days, newest first, at most 500"),
  brought: z.array(
    thing.extend({ from: text.describe("the shop, when the file says so"), broughtOn: z.string() }),
  ),
});
export type MyResearch = z.infer<typeof myResearch>;
export type MyThing = z.infer<typeof thing>;
export type BroughtThing = MyResearch["brought"][number];

export const readMyResearch = endpoint({
  id: "me.research",
  method: "GET",
  url: "/v1/me/research",
  who: person,
  owns: "this person",
  summary:
    "What one looked at, put in a basket or searched for in the last 90 days, one line a product, over what is proven to be one's own; one's sizes; what one brought from other shops; and of each thing whether it fits.",
  answer: myResearch,
});

export const writeMyResearch = endpoint({
  id: "me.research_file",
  method: "POST",
  url: "/v1/me/research/file",
  who: person,
  owns: "this person",
  summary:
    "The file of portable research with what was chosen: ids of `things` and `brought`, names of sizes. Nothing is stored about it and nobody is told. `shop: true` writes the shop's name, and with it its numbers and addresses of products. Nothing chosen: 400 research.empty; more than 500 things: 400 research.too_many.",
  body: z.object({
    things: z.array(z.string().max(100)).max(2000).default([]),
    sizes: z.array(z.string().max(40)).max(50).default([]),
    shop: z.boolean().default(false),
  }),
  answer: z.record(z.string(), z.unknown()).describe("docs/reference/portable-research.md"),
});

export const putAwayThing = endpoint({
  id: "me.research_put_away",
  method: "DELETE",
  url: "/v1/me/research/things/:id",
  who: person,
  owns: "this person",
  summary:
    "Puts one thing that one looked at away: it is not shown and not written in a file until one looks at it again. What happened stays until one is forgotten. Not in one's list: 404 me.not_found.",
  params: z.object({ id: z.string().min(1).max(40) }),
  answer: z.object({}),
});

export const putAwayAll = endpoint({
  id: "me.research_put_away_all",
  method: "DELETE",
  url: "/v1/me/research/things",
  who: person,
  owns: "this person",
  summary: "Puts away everything that one looked at until now.",
  answer: z.object({}),
});

export const bringResearch = endpoint({
  id: "me.research_bring",
  method: "POST",
  url: "/v1/me/research/brought",
  who: person,
  owns: "this person",
  summary:
    "Takes in a file of portable research, or the part of it that was chosen. Sizes become one's own word, things stand as brought for a year, at most 1,000. The same file twice changes nothing. At most 256 kB, 500 things, 50 sizes; else 400 or 413 research.*. No other shop is asked or told.",
  body: z.object({ file: z.record(z.string(), z.unknown()) }),
  answer: myResearch.extend({ skipped: z.number().int().describe("things that could not be read") }),
});

export const dropBrought = endpoint({
  id: "me.research_drop",
  method: "DELETE",
  url: "/v1/me/research/brought/:id",
  who: person,
  owns: "this person",
  summary: "Takes away one thing that one brought. Another's: 404 me.not_found.",
  params: z.object({ id: z.guid() }),
  answer: z.object({}),
});

export const dropAllBrought = endpoint({
  id: "me.research_drop_all",
  method: "DELETE",
  url: "/v1/me/research/brought",
  who: person,
  owns: "this person",
  summary: "Takes away everything that one brought. Sizes stay facts, corrected as every fact is.",
  answer: z.object({}),
});

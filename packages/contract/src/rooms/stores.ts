// The words about where goods are and how many: told by the retailer's systems, read by everybody, held for somebody.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instant, shownProduct, takenAnswer } from "./catalog.ts";
import { lineText, code as placeCode } from "./company.ts";
import { locationKinds, span } from "./company-places.ts";

export const MOST_FIGURES = 5000;
export const MOST_HOLDS = 100;
const sku = lineText(100);

const toldZone = z.object({
  zone: lineText(40).describe("code of the part of the place, as in its settings"),
  shelf: lineText(40).nullable().default(null),
  onHand: z.number().int().min(-100_000).max(100_000_000).nullable().default(null),
});
export const toldFigure = z.object({
  sku,
  location: placeCode,
  onHand: z.number().int().min(-100_000).max(100_000_000).describe("pieces in the whole place"),
  at: instant.describe("when it was so: of two words the later holds, however they come"),
  zones: z.array(toldZone).max(50).default([]),
});
export type ToldFigure = z.output<typeof toldFigure>;

export const takeStock = endpoint({
  id: "stores.take",
  method: "POST",
  url: "/v1/stock",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "How many of a sku are at a location, as counted: at most 5,000 at once, also of goods that are not described yet. One that is refused fails no other; the answer has its index, code, sentence and what is wrong. The same again changes nothing, and of two words about one the later `at` holds. At most 5 minutes ahead of now.",
  body: z.object({ figures: z.array(z.unknown()).min(1).max(MOST_FIGURES) }),
  answer: takenAnswer,
});

export const endStock = endpoint({
  id: "stores.whole",
  method: "POST",
  url: "/v1/stock/whole",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Ends a full count of these locations: from `at` on this source told of all that is there, so of what it last counted before there is nothing. At most 5 minutes ahead of now: else 400 catalog.ahead. A location that nobody entered: 404 company.location_unknown, and nothing is stored.",
  body: z.object({ at: instant, locations: z.array(placeCode).min(1).max(1000) }),
  answer: z.object({ success: z.literal(true) }),
});

const truth = {
  state: z
    .enum(["in_stock", "few", "out", "unknown"])
    .describe("few: 3 or less; unknown: never counted, or too long ago to say"),
  quantity: z
    .number()
    .nullable()
    .describe("how many can still be promised, at most 20: less the margin, what is held and what left"),
  more: z.boolean().describe("there are more than `quantity`"),
  about: z.boolean().describe("counted more than 5 minutes ago: say about"),
  countedAt: z.string().nullable().describe("ISO 8601"),
  ageSeconds: z.number().nullable().describe("how long ago that was"),
  shelves: z.array(
    z.object({
      zone: z.string(),
      name: z.string().describe("of the zone, as customers read it"),
      shelf: z.string().nullable(),
    }),
  ),
};
const stock = z.object(truth);
export type ShownStock = z.infer<typeof stock>;
const stockAt = z.object({
  ...{ location: z.string(), name: z.string(), kind: z.enum(locationKinds) },
  distanceMeters: z
    .number()
    .nullable()
    .describe("as the crow flies; null: one of the two places is not known"),
  ...truth,
});
export type StockAt = z.infer<typeof stockAt>;

const near = z
  .string()
  .regex(
    /^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/,
    "is latitude,longitude in degrees, like 55.605,13.004",
  )
  .refine((text) => Math.abs(Number(text.split(",")[0])) <= 90 && Math.abs(Number(text.split(",")[1])) <= 180)
  .describe("latitude,longitude in degrees: nearest first. It is not kept");

export const scanCode = endpoint({
  id: "stores.scan",
  method: "GET",
  url: "/v1/scan",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "What a code names: EAN, UPC, ITF-14, GS1 element strings, a GS1 Digital Link, or the retailer's own sku. The product with the variant that was scanned first, what else the code says (batch, serial, last day), how many are at this location and where else it is: the five nearest that have it. Sold by two under one GTIN: the one that is sold now and was named last. Unknown: 404 catalog.unknown. May be kept for 10 seconds.",
  query: z.object({
    code: z.string().trim().min(1).max(2000),
    location: placeCode.optional().describe("where it is scanned: its prices and stock"),
    entity: placeCode
      .optional()
      .describe("code of the legal entity whose prices; without either those of all"),
  }),
  answer: z.object({
    product: shownProduct,
    variantId: z.string(),
    read: z
      .object({
        gtin: z.string(),
        batch: z.string().optional(),
        serial: z.string().optional(),
        expires: z.string().optional().describe("YYMMDD as it is marked"),
      })
      .nullable()
      .describe("null: it was a sku"),
    here: stock.nullable().describe("null: no location was named"),
    near: z.array(stockAt),
  }),
  keptSeconds: 10,
});

const store = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(locationKinds),
  entity: z.string().describe("code of the legal entity that sells there"),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  phone: z.string().nullable(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  distanceMeters: z.number().nullable(),
  zone: z.string().describe("IANA time zone"),
  opening: z.object({
    state: z.enum(["open", "closed", "unknown"]),
    until: z.string().nullable(),
    opens: z.string().nullable(),
  }),
  week: z.array(span.extend({ weekday: z.number().describe("1 Monday to 7 Sunday") })),
  exceptions: z.array(
    z.object({ date: z.string(), note: z.string(), spans: z.array(span).describe("empty: closed all day") }),
  ),
  stock: stock.nullable().describe("null: no sku was asked for"),
});
export type ShownStore = z.infer<typeof store>;

export const listStores = endpoint({
  id: "stores.list",
  method: "GET",
  url: "/v1/stores",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "Locations that are not closed for good, with their hours by their own clock, nearest first where a place is named, else by name; with a sku how many are there, and in which part. An unknown sku: 404 catalog.unknown. At most 500. May be kept for 10 seconds.",
  query: z.object({
    near: near.optional(),
    sku: sku.optional(),
    kind: z.enum(locationKinds).optional(),
    open: z.enum(["true"]).optional().describe("only those that are open now"),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ items: z.array(store) }),
  keptSeconds: 10,
});

const holdWish = z.object({
  id: z.uuid().describe("made by the client: said again it changes nothing"),
  sku,
  location: placeCode,
  quantity: z.number().int().min(1).max(10_000),
});
export type HoldWish = z.output<typeof holdWish>;
const noOf = z.object({ code: z.string(), sentence: z.string() });
const held = z.object({
  id: z.string(),
  state: z.enum(["held", "left", "released", "expired"]).nullable().describe("null: refused"),
  until: z.string().nullable().describe("ISO 8601: held until then"),
  refused: noOf.nullable(),
  near: z.array(stockAt).describe("refused for want of it: where else it is, at most 5"),
});
export type HeldAnswer = z.infer<typeof held>;

export const holdStock = endpoint({
  id: "stores.hold",
  method: "POST",
  url: "/v1/holds",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Holds pieces of a sku at a location for somebody, for as many minutes as the location says: at most 100 holds at once, each by its own id, each held or refused by itself. The last one is held once, whoever asks at the same moment. Not enough: stores.not_enough, with where else it is; no count that is new enough: stores.figure_old; the id was used for something else: ledger.other_input. A hold never changes what was counted.",
  body: z.object({ holds: z.array(holdWish).min(1).max(MOST_HOLDS) }),
  answer: z.object({ items: z.array(held) }),
});

export const extendHolds = endpoint({
  id: "stores.extend",
  method: "POST",
  url: "/v1/holds/extend",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "The person is still there: each is held for as long again as its location says, from now. What is over stays over: ledger.over; what this source does not hold: stores.hold_unknown.",
  body: z.object({ ids: z.array(z.uuid()).min(1).max(MOST_HOLDS) }),
  answer: z.object({ items: z.array(held.omit({ near: true })) }),
});

export const settleHolds = endpoint({
  id: "stores.settle",
  method: "POST",
  url: "/v1/holds/settle",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "The goods left the house, all or so many of them (the rest is let go), or are given up. Until they are counted again, what left is taken off the count. The same again changes nothing; what is over otherwise: ledger.over; more than was held: ledger.amount_bad; what this source does not hold: stores.hold_unknown.",
  body: z.object({
    endings: z
      .array(
        z.object({
          id: z.uuid(),
          to: z.enum(["left", "released"]),
          quantity: z.number().int().min(1).optional().describe("left: fewer than were held"),
        }),
      )
      .min(1)
      .max(MOST_HOLDS),
  }),
  answer: z.object({ items: z.array(held.omit({ near: true })) }),
});

const spot = z.object({
  sku: z.string(),
  location: z.string(),
  name: z.string().describe("of the location"),
  kind: z.enum(locationKinds),
  onHand: z.number().describe("as it was counted"),
  countedAt: z.string(),
  ageSeconds: z.number(),
  held: z.number().describe("held for somebody now"),
  left: z.number().describe("left since the count by our holds, less what came back"),
  promisable: z.number().nullable().describe("what can still be promised; null: the count is too old to say"),
  short: z.number().describe("held, and not there: the count turned out lower than what is held"),
  margin: z.number(),
  zones: z.array(
    z.object({
      zone: z.string(),
      name: z.string(),
      shelf: z.string().nullable(),
      onHand: z.number().nullable(),
    }),
  ),
});
export type StockSpot = z.infer<typeof spot>;

export const readProductStock = endpoint({
  id: "stores.product",
  method: "GET",
  url: "/api/products/:id/stock",
  who: { may: "catalog.read" },
  owns: "installation",
  summary:
    "Where a product is and how many, exactly: every variant in every location that told of it. Unknown: 404 catalog.unknown.",
  params: z.object({ id: sku }),
  answer: z.object({ items: z.array(spot) }),
});

export const stockViews = ["all", "few", "out", "old", "short"] as const;
export const listStock = endpoint({
  id: "stores.stock",
  method: "GET",
  url: "/api/stock",
  who: { may: "catalog.read" },
  owns: "installation",
  summary:
    "What a location has, by sku: all of it, or what is nearly gone (3 or fewer), gone, counted too long ago to say, or held and not there. 50 at once, on from `after`. Unknown: 404 company.location_unknown.",
  query: z.object({
    location: placeCode,
    view: z.enum(stockViews).default("all"),
    q: z.string().trim().max(100).default("").describe("skus that begin so"),
    after: z.string().max(100).default(""),
  }),
  answer: z.object({
    items: z.array(
      spot.extend({ product: z.string().nullable().describe("its name; null: nobody described it yet") }),
    ),
    next: z.string().nullable(),
    counts: z.object({
      all: z.number(),
      few: z.number(),
      out: z.number(),
      old: z.number(),
      short: z.number(),
    }),
  }),
});

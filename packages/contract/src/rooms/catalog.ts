// The words about what is sold: told by the retailer's systems, read by everybody.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { ownPicture } from "./catalog-pictures.ts";
import { lineText } from "./company.ts";

export const MOST_PRODUCTS = 500;
const code = lineText(100);
export const instant = z.iso.datetime({ offset: true });
const facts = z.record(lineText(60), lineText(500));
const few = (most: number) =>
  facts.refine((one) => Object.keys(one).length <= most, `has at most ${most} entries`);
export const decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "is a decimal like 1249.00");

const sale = z.object({
  amount: decimal,
  from: instant.nullable().default(null).describe("null: from when it was said"),
  until: instant.nullable().default(null).describe("null: until another price is said"),
});
const price = z.object({
  entity: code.describe("code of the legal entity whose price it is"),
  currency: z.string().regex(/^[A-Z]{3}$/, "is a currency of ISO 4217"),
  amount: decimal.describe("the ordinary price, tax included"),
  taxPercent: z.number().min(0).max(100).multipleOf(0.01).nullable().default(null),
  sale: sale.nullable().default(null).describe("a reduced price"),
});
const picture = z.object({
  url: z
    .union([ownPicture, z.url({ protocol: /^https?$/ }).max(2000)])
    .describe("http or https, or the address that POST /v1/pictures gave"),
  alt: lineText(300).nullable().default(null).describe("what it shows, for those who do not see it"),
});
const media = z.array(picture).max(30);
const variant = z.object({
  sku: code,
  gtin: z.string().trim().max(20).nullable().default(null).describe("8, 12, 13 or 14 digits"),
  options: few(10).default({}).describe("size, colour and the like, by name"),
  prices: z.array(price).max(50).default([]),
  media: media.default([]).describe("pictures of this variant, in order"),
});
const text = z.object({
  language: z.enum(languages),
  name: lineText(300),
  description: z.string().trim().max(20_000).nullable().default(null),
});
const at = instant.describe("when it was so: of two words the later holds, however they come");

const wholeProduct = z.object({
  code,
  at,
  brand: lineText(200).nullable().default(null),
  category: lineText(500).nullable().default(null).describe("path, with > between"),
  attributes: few(100).default({}),
  media: media.default([]).describe("pictures of the product, in order"),
  texts: z
    .array(text)
    .min(1)
    .max(languages.length)
    .refine(
      (list) => new Set(list.map(({ language }) => language)).size === list.length,
      "has one text a language",
    ),
  variants: z
    .array(variant)
    .min(1)
    .max(200)
    .refine((list) => new Set(list.map(({ sku }) => sku)).size === list.length, "has each sku once")
    .describe(
      "all of them: one that was named before and is named no longer is sold no longer. Statements of the same `at` add up",
    ),
  partial: z.boolean().default(false).describe("true: there are more variants, which stay as they are"),
});
const gone = z.literal(true).describe("it is sold no longer");
const goneProduct = z.object({ code, at, gone });
const goneVariant = z.object({ sku: code, at, gone });
const newPrices = z.object({
  sku: code,
  code: code.optional().describe("of its product; without it the sku"),
  at,
  prices: z.array(price).min(1).max(50),
});
export type WholeProduct = z.output<typeof wholeProduct>;
export type GoneProduct = z.output<typeof goneProduct>;
export type GoneVariant = z.output<typeof goneVariant>;
export type NewPrices = z.output<typeof newPrices>;
/** A product with its variants, that it or one of them is sold no longer, or new prices of a variant. */
export const toldProduct = z.union([wholeProduct, goneProduct, goneVariant, newPrices]);
export type ToldProduct = z.output<typeof toldProduct>;

/** Which of them somebody means, so that what is wrong is said of that. */
export function toldSchema(raw: unknown): z.ZodType<ToldProduct> {
  const given = typeof raw === "object" && raw !== null ? raw : {};
  if ("gone" in given) return "code" in given ? goneProduct : goneVariant;
  return "sku" in given && !("variants" in given) ? newPrices : wholeProduct;
}

/** Many statements were taken in, and each that was refused says why. */
export const takenAnswer = z.object({
  success: z.literal(true),
  accepted: z.number(),
  refused: z.array(
    z.object({
      index: z.number(),
      code: z.string(),
      sentence: z.string(),
      problems: z.array(z.string()).optional(),
    }),
  ),
});

export const takeProducts = endpoint({
  id: "catalog.take",
  method: "POST",
  url: "/v1/products",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Products with their variants and prices, that a product or a sku is sold no longer, or new prices of a sku: at most 500 at once. One that is refused fails no other; the answer has its index, code, sentence and what is wrong. The same again changes nothing, and of two words about a product the later `at` holds, in whatever order they come. Prices are kept for ever. At most 5 minutes ahead of now.",
  body: z.object({ products: z.array(z.unknown()).min(1).max(MOST_PRODUCTS) }),
  answer: takenAnswer,
});

export const endProducts = endpoint({
  id: "catalog.whole",
  method: "POST",
  url: "/v1/products/whole",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Ends a full synchronisation: from `at` on this source told of everything that it sells, so what it last told of before is sold no longer. Nothing is removed, and what it tells of again is sold again. Never said, or cut off before: nothing is retired. At most 5 minutes ahead of now: else 400 catalog.ahead.",
  body: z.object({ at: instant.describe("the `at` of the earliest statement of this synchronisation") }),
  answer: z.object({ success: z.literal(true) }),
});

const shownPrice = z.object({
  entity: z.string().describe("code of the legal entity"),
  currency: z.string(),
  amountMinor: z.number().describe("what it costs now, tax included, in minor units"),
  ordinaryMinor: z.number(),
  reduced: z.boolean(),
  taxBasisPoints: z.number().nullable(),
  lowest: z
    .object({
      amountMinor: z.number(),
      since: z.string().describe("ISO 8601: when the reduction began"),
    })
    .nullable()
    .describe(
      "the lowest price of the thirty days before the reduction, to be shown with it (LAW-32); null: not reduced, or never sold before",
    ),
});
const shownPicture = z.object({ url: z.string(), alt: z.string().nullable() });
const shownVariant = z.object({
  id: z.string(),
  sku: z.string(),
  gtin: z.string().nullable().describe("14 digits"),
  options: z.record(z.string(), z.string()),
  sold: z.boolean().describe("false: sold no longer"),
  media: z.array(shownPicture),
  prices: z.array(shownPrice),
});
export const shownProduct = z.object({
  id: z.string(),
  code: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable().describe("its path, never translated: to narrow down by"),
  categoryName: z.string().nullable().describe("the path as it is shown: Hem > Soffor"),
  attributes: z.record(z.string(), z.string()),
  media: z.array(shownPicture),
  language: z.enum(languages).describe("that of the words: the one asked for where there are any"),
  name: z.string(),
  description: z.string().nullable(),
  sold: z.boolean(),
  variants: z.array(shownVariant),
});
export type ShownProduct = z.infer<typeof shownProduct>;

const where = {
  location: code.optional().describe("code of the location: the prices of its legal entity"),
  entity: code.optional().describe("code of the legal entity; without either the prices of all"),
};

export const readProduct = endpoint({
  id: "catalog.product",
  method: "GET",
  url: "/v1/products/:id",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "One product by its id or code, with its variants and what they cost now, in the language that is asked for. Unknown: 404 catalog.unknown. May be kept for 30 seconds.",
  params: z.object({ id: code }),
  query: z.object(where),
  answer: shownProduct,
  keptSeconds: 30,
});

const facetValue = z.object({ value: z.string(), products: z.number() });
export const searchProducts = endpoint({
  id: "catalog.search",
  method: "GET",
  url: "/v1/products",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "Products that are sold, looked for by what people write: a code, words in English, Swedish and Danish and their beginnings, parts of words (lamp in floorlamp), and what was meant where letters slipped; also what its category is called in the language of whoever asks; å, ä, æ, ö and ø also without their marks or written out (aa, ae, oe). Without a text all, what was told of last first. At most 240 are weighed, counted and put in order; `more` says that there may be others. May be kept for 30 seconds.",
  query: z.object({
    q: z.string().max(200).default(""),
    category: lineText(500).optional().describe("in it or under it: `Lamps` has `Lamps > Floor lamps`"),
    brand: lineText(200).optional(),
    option: z
      .string()
      .max(500)
      .regex(/^[^:,]+:[^,]+(,[^:,]+:[^,]+)*$/, "is like colour:red,size:38")
      .optional()
      .describe("one variant has all of them: colour:red,size:38"),
    sort: z.enum(["best", "price", "-price"]).default("best").describe("by price: needs location or entity"),
    from: z.coerce.number().int().min(0).max(240).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    ...where,
  }),
  answer: z.object({
    items: z.array(shownProduct),
    found: z.number().describe("how many of those weighed fit"),
    more: z.boolean(),
    next: z.number().nullable().describe("`from` of the next page; null: this is the last"),
    facets: z.object({
      categories: z.array(
        facetValue.extend({ label: z.string().describe("the path as it is shown: Hem > Soffor") }),
      ),
      brands: z.array(facetValue),
      options: z.array(z.object({ name: z.string(), values: z.array(facetValue) })),
    }),
  }),
  keptSeconds: 30,
});

const { keptSeconds: _search, ...searching } = searchProducts;
const { keptSeconds: _product, ...reading } = readProduct;
/** The same for colleagues, who see what was said a moment ago. */
export const findProducts = endpoint({
  ...searching,
  ...{ id: "catalog.find", url: "/api/products", who: { may: "catalog.read" } },
  summary: "As GET /v1/products, for colleagues: never kept.",
});
export const openProduct = endpoint({
  ...reading,
  ...{ id: "catalog.open", url: "/api/products/:id", who: { may: "catalog.read" } },
  summary: "As GET /v1/products/:id, for colleagues: never kept.",
});

const stretch = z.object({
  from: z.string(),
  until: z.string().nullable().describe("null: still"),
  amountMinor: z.number(),
  ordinaryMinor: z.number(),
  reduced: z.boolean(),
});
export const readPriceHistory = endpoint({
  id: "catalog.history",
  method: "GET",
  url: "/api/products/:id/history",
  who: { may: "catalog.read" },
  owns: "installation",
  summary:
    "What each variant of a product cost each legal entity's customers, oldest first, in minor units with tax: as worked out of all that was said, at most the newest 500 words of each. Unknown: 404 catalog.unknown.",
  params: z.object({ id: code }),
  answer: z.object({
    items: z.array(
      z.object({
        sku: z.string(),
        entity: z.string(),
        currency: z.string(),
        stretches: z.array(stretch),
      }),
    ),
  }),
});
export type PriceHistory = z.infer<typeof readPriceHistory.answer>["items"][number];

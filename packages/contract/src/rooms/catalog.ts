// The words about what is sold: told by the retailer's systems, read by everybody.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { lineText } from "./company.ts";

export const MOST_PRODUCTS = 500;
const code = lineText(100);
const instant = z.iso.datetime({ offset: true });
const facts = z.record(lineText(60), lineText(500));
const few = (most: number) =>
  facts.refine((one) => Object.keys(one).length <= most, `has at most ${most} entries`);
const decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "is a decimal like 1249.00");

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
const variant = z.object({
  sku: code,
  gtin: z.string().trim().max(20).nullable().default(null).describe("8, 12, 13 or 14 digits"),
  options: few(10).default({}).describe("size, colour and the like, by name"),
  prices: z.array(price).max(50).default([]),
});
const text = z.object({
  language: z.enum(languages),
  name: lineText(300),
  description: z.string().trim().max(20_000).nullable().default(null),
});
const at = instant.describe("when it was so: of two words the later holds, however they come");

export const toldProduct = z.union([
  z.object({
    code,
    at,
    brand: lineText(200).nullable().default(null),
    category: lineText(500).nullable().default(null).describe("path, with > between"),
    attributes: few(100).default({}),
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
      .describe("all of them: one that was named before and is named no longer is sold no longer"),
  }),
  z.object({ code, at, gone: z.literal(true).describe("it is sold no longer") }),
]);
export type ToldProduct = z.output<typeof toldProduct>;

export const takeProducts = endpoint({
  id: "catalog.take",
  method: "POST",
  url: "/v1/products",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "Products with all their variants and prices, or that one is sold no longer: at most 500 at once. One that is refused fails no other; the answer has its index, code, sentence and what is wrong. The same again changes nothing, and of two words about a product the later `at` holds, in whatever order they come. Prices are kept for ever. At most 5 minutes ahead of now.",
  body: z.object({ products: z.array(z.unknown()).min(1).max(MOST_PRODUCTS) }),
  answer: z.object({
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
  }),
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
const shownVariant = z.object({
  id: z.string(),
  sku: z.string(),
  gtin: z.string().nullable().describe("14 digits"),
  options: z.record(z.string(), z.string()),
  sold: z.boolean().describe("false: sold no longer"),
  prices: z.array(shownPrice),
});
const shownProduct = z.object({
  id: z.string(),
  code: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
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

export const scanCode = endpoint({
  id: "catalog.scan",
  method: "GET",
  url: "/v1/scan",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "What a code names: EAN, UPC, ITF-14, GS1 element strings, a GS1 Digital Link, or the retailer's own sku. The product with the variant that was scanned first, and what else the code says (batch, serial, last day). Sold by two under one GTIN: the one that is sold now and was named last. Unknown: 404 catalog.unknown. May be kept for 30 seconds.",
  query: z.object({ code: z.string().trim().min(1).max(2000), ...where }),
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
  }),
  keptSeconds: 30,
});

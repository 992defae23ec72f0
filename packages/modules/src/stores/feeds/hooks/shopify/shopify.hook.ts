// Shopify's webhooks (Admin API, JSON): products and stock levels. A product is called by its id, since that is all its removal
// says; a variant by its sku, else by its id. Stock is counted by inventory item, which the product's variants name.
import { createHmac } from "node:crypto";
import { skuOf } from "../goods.rules.ts";
import type { HookKind, HookTerms, Told } from "../hook.ts";
import { nothing } from "../hook.ts";
import {
  type Json,
  latestOf,
  listIn,
  objectIn,
  picturesOf,
  plainText,
  textIn,
  wholeIn,
} from "../json.rules.ts";
import { sameBytes } from "../standard.rules.ts";

/** What is struck through is the ordinary price. */
function priceOf(variant: Json, { entity, currency, taxPercent }: HookTerms): object[] {
  const price = textIn(variant["price"]);
  if (price === undefined) return [];
  const before = textIn(variant["compare_at_price"]);
  const reduced = before !== undefined && Number(before) > Number(price);
  const sale = reduced ? { amount: price, from: null, until: null } : null;
  return [{ entity, currency, amount: reduced ? before : price, taxPercent, sale }];
}

function variantOf(
  variant: Json,
  options: readonly Json[],
  images: readonly Json[],
  terms: HookTerms,
): object {
  const named = options.flatMap((option, i) => {
    const [name, value] = [textIn(option["name"]), textIn(variant[`option${i + 1}`])];
    // A product without variants has one that Shopify calls so.
    return name === undefined || value === undefined || value === "Default Title"
      ? []
      : [[name, value] as const];
  });
  const own = images.filter(({ id }) => id !== undefined && id !== null && id === variant["image_id"]);
  return {
    ...{ sku: skuOf(variant), gtin: textIn(variant["barcode"]) ?? null, options: Object.fromEntries(named) },
    ...{ prices: priceOf(variant, terms), media: picturesOf(own.map(({ src }) => textIn(src))) },
  };
}

function productOf(product: Json, code: string, at: string, terms: HookTerms): object {
  const status = textIn(product["status"]);
  if (status !== undefined && status !== "active") return { code, at, gone: true };
  const [variants, images] = [listIn(product["variants"]), listIn(product["images"])];
  const name = textIn(product["title"]) ?? code;
  return {
    ...{
      code,
      at,
      brand: textIn(product["vendor"]) ?? null,
      category: textIn(product["product_type"]) ?? null,
    },
    texts: [{ language: terms.language, name, description: plainText(product["body_html"]) }],
    media: picturesOf(images.map(({ src }) => textIn(src))),
    variants: variants.map((one) => variantOf(one, listIn(product["options"]), images, terms)),
  };
}

function readProduct(product: Json, terms: HookTerms, now: Date): Told {
  const code = textIn(product["id"]) ?? "";
  const at = latestOf([product["updated_at"]]) ?? now.toISOString();
  const items = listIn(product["variants"]).flatMap((variant) => {
    const item = textIn(variant["inventory_item_id"]);
    return item === undefined ? [] : [{ item, sku: skuOf(variant) }];
  });
  return { ...nothing(at), products: [productOf(product, code, at, terms)], items };
}

function readLevel(level: Json, terms: HookTerms, now: Date): Told {
  const at = latestOf([level["updated_at"]]) ?? now.toISOString();
  const [item, theirs] = [textIn(level["inventory_item_id"]), textIn(level["location_id"])];
  const onHand = wholeIn(level["available"]);
  if (item === undefined || theirs === undefined || onHand === undefined) return nothing(at); // not counted there
  const location = terms.placeOf(theirs);
  return location === undefined
    ? { ...nothing(at), unknownPlaces: [theirs] }
    : { ...nothing(at), levels: [{ item, location, onHand }] };
}

export const shopify: HookKind = {
  kind: "shopify",
  isSigned({ headers, bytes }, secret) {
    const given = Buffer.from(headers["x-shopify-hmac-sha256"] ?? "", "base64");
    return sameBytes(given, createHmac("sha256", secret).update(bytes).digest());
  },
  read({ headers }, body, terms, now) {
    const [topic = "", told] = [headers["x-shopify-topic"], objectIn(body)];
    if (told === undefined) return undefined;
    if (topic === "products/create" || topic === "products/update") return readProduct(told, terms, now);
    if (topic === "inventory_levels/update" || topic === "inventory_levels/connect")
      return readLevel(told, terms, now);
    if (topic !== "products/delete") return undefined;
    const at = latestOf([headers["x-shopify-triggered-at"]]) ?? now.toISOString();
    return { ...nothing(at), products: [{ code: textIn(told["id"]) ?? "", at, gone: true }] };
  },
};

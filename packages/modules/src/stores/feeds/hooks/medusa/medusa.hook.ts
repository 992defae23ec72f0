// Medusa 2: its subscribers send `{ name, data }` with the product as its query gives it (docs/guides/shop-webhooks.md), signed as
// Standard Webhooks are. Amounts are in whole units of the currency; what is reserved in the shop cannot be promised here.
import { figuresOf, pairsOf, type ShopLevel, skuOf } from "../goods.rules.ts";
import type { HookKind, HookTerms } from "../hook.ts";
import { nothing } from "../hook.ts";
import { type Json, latestOf, listIn, objectIn, picturesOf, plainText, textIn } from "../json.rules.ts";
import { isStandardSigned } from "../standard.rules.ts";

/** The plain price of our currency: none for a quantity, a list or a region alone. */
function priceOf(variant: Json, { entity, currency, taxPercent }: HookTerms): object[] {
  const plain = listIn(variant["prices"]).find(
    (price) =>
      textIn(price["currency_code"])?.toUpperCase() === currency &&
      (price["min_quantity"] ?? null) === null &&
      (price["price_list_id"] ?? null) === null &&
      Number(price["rules_count"] ?? 0) === 0,
  );
  const amount = textIn(plain?.["amount"]);
  return amount === undefined ? [] : [{ entity, currency, amount, taxPercent }];
}

function variantOf(variant: Json, terms: HookTerms): object {
  const options = listIn(variant["options"]).map(
    (one) => [textIn(objectIn(one["option"])?.["title"]), textIn(one["value"])] as const,
  );
  const gtin = textIn(variant["ean"]) ?? textIn(variant["barcode"]) ?? textIn(variant["upc"]) ?? null;
  return { sku: skuOf(variant), gtin, options: pairsOf(options), prices: priceOf(variant, terms) };
}

function productOf(product: Json, code: string, at: string, terms: HookTerms): object {
  const status = textIn(product["status"]);
  if ((product["deleted_at"] ?? null) !== null || (status !== undefined && status !== "published"))
    return { code, at, gone: true };
  const images = [textIn(product["thumbnail"]), ...listIn(product["images"]).map(({ url }) => textIn(url))];
  const path = listIn(product["categories"]).flatMap(({ name }) => textIn(name) ?? []);
  const name = textIn(product["title"]) ?? code;
  return {
    ...{ code, at, category: path[0] ?? textIn(objectIn(product["type"])?.["value"]) ?? null },
    texts: [{ language: terms.language, name, description: plainText(product["description"]) }],
    media: picturesOf(images),
    variants: listIn(product["variants"]).map((one) => variantOf(one, terms)),
  };
}

/** How many of each variant are where, as far as the product says. */
const stockIn = (product: Json): ShopLevel[] =>
  listIn(product["variants"]).flatMap((variant) =>
    listIn(variant["inventory_items"])
      .flatMap((one) => listIn(objectIn(one["inventory"])?.["location_levels"]))
      .map((level) => ({
        ...{ sku: skuOf(variant), place: level["location_id"], there: level["stocked_quantity"] },
        ...{ kept: level["reserved_quantity"], at: level["updated_at"] },
      })),
  );

export const medusa: HookKind = {
  kind: "medusa",
  isSigned: isStandardSigned,
  read(_heard, body, terms, now) {
    const letter = objectIn(body);
    const [name = "", product] = [textIn(letter?.["name"]), objectIn(letter?.["data"])];
    if (product === undefined || !/^product(-variant)?\./.test(name)) return undefined;
    const code = textIn(product["id"]) ?? "";
    const said = listIn(product["variants"]).map((one) => one["updated_at"]);
    // Nothing of a product itself says when its stock changed, or that a variant is gone: the moment of the letter does.
    const at =
      latestOf([letter?.["at"]]) ??
      latestOf([product["updated_at"], product["deleted_at"], ...said]) ??
      now.toISOString();
    if (name === "product.deleted") return { ...nothing(at), products: [{ code, at, gone: true }] };
    const products = [productOf(product, code, at, terms)];
    return { ...nothing(at), products, ...figuresOf(stockIn(product), terms.placeOf, at) };
  },
};

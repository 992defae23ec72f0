// Vendure: its webhook plugin sends `{ type, action, product }` with the product as Vendure holds it (docs/guides/shop-webhooks.md),
// signed as Standard Webhooks are. Prices are in minor units with tax; what is allocated to orders cannot be promised here.
import { languages } from "@somlos/contract";
import { decimalOf } from "@somlos/rules/prices/amount";
import { figuresOf, pairsOf, type ShopLevel, skuOf } from "../goods.rules.ts";
import type { HookKind, HookTerms } from "../hook.ts";
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
import { isStandardSigned } from "../standard.rules.ts";

const isGone = (one: Json): boolean => (one["deletedAt"] ?? null) !== null || one["enabled"] === false;

function priceOf(variant: Json, { entity, currency, taxPercent }: HookTerms): object[] {
  const minor = wholeIn(variant["priceWithTax"]) ?? wholeIn(variant["price"]);
  const told = textIn(variant["currencyCode"]) ?? currency;
  return minor === undefined || minor < 0
    ? []
    : [{ entity, currency: told, amount: decimalOf(minor, told), taxPercent }];
}

function variantOf(variant: Json, terms: HookTerms): object {
  const options = listIn(variant["options"]).map(
    (one) => [textIn(objectIn(one["group"])?.["name"]), textIn(one["name"])] as const,
  );
  const fields = objectIn(variant["customFields"]);
  const gtin = textIn(fields?.["gtin"]) ?? textIn(fields?.["ean"]) ?? null;
  const media = picturesOf([textIn(objectIn(variant["featuredAsset"])?.["preview"])]);
  return {
    sku: skuOf(variant),
    gtin,
    options: pairsOf(options),
    prices: priceOf(variant, terms),
    media,
  };
}

function textsOf(product: Json, code: string, terms: HookTerms): object[] {
  const told = listIn(product["translations"]).flatMap((one) => {
    const language = languages.find((own) => own === textIn(one["languageCode"]));
    const name = textIn(one["name"]);
    return language === undefined || name === undefined
      ? []
      : [{ language, name, description: plainText(one["description"]) }];
  });
  if (told.length > 0) return told;
  const name = textIn(product["name"]) ?? code;
  return [{ language: terms.language, name, description: plainText(product["description"]) }];
}

function productOf(product: Json, code: string, at: string, terms: HookTerms): object {
  const variants = listIn(product["variants"]).filter((one) => !isGone(one));
  if (isGone(product) || variants.length === 0) return { code, at, gone: true };
  const facts = listIn(product["facetValues"]).map(
    (one) => [textIn(objectIn(one["facet"])?.["name"]), textIn(one["name"])] as const,
  );
  const assets = [product["featuredAsset"], ...listIn(product["assets"])].map((one) =>
    textIn(objectIn(one)?.["preview"]),
  );
  return {
    ...{ code, at, attributes: pairsOf(facts), texts: textsOf(product, code, terms) },
    media: picturesOf(assets),
    variants: variants.map((one) => variantOf(one, terms)),
  };
}

const stockIn = (product: Json): ShopLevel[] =>
  listIn(product["variants"]).flatMap((variant) =>
    listIn(variant["stockLevels"]).map((level) => ({
      ...{ sku: skuOf(variant), place: level["stockLocationId"], there: level["stockOnHand"] },
      ...{ kept: level["stockAllocated"], at: level["updatedAt"] },
    })),
  );

export const vendure: HookKind = {
  kind: "vendure",
  isSigned: isStandardSigned,
  read(_heard, body, terms, now) {
    const [letter, product] = [objectIn(body), objectIn(objectIn(body)?.["product"])];
    if (letter === undefined || product === undefined) return undefined;
    const code = textIn(product["id"]) ?? "";
    const said = listIn(product["variants"]).map((one) => one["updatedAt"]);
    // The moment of the letter alone, where it says one: what the shop's database writes may be of another time zone.
    const at =
      latestOf([letter["at"]]) ??
      latestOf([product["updatedAt"], product["deletedAt"], ...said]) ??
      now.toISOString();
    if (textIn(letter["action"]) === "deleted" && textIn(letter["type"]) === "product")
      return { ...nothing(at), products: [{ code, at, gone: true }] };
    return {
      ...nothing(at),
      products: [productOf(product, code, at, terms)],
      ...figuresOf(stockIn(product), terms.placeOf, at),
    };
  },
};

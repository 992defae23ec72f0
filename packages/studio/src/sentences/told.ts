// What an event carries that a sentence can use, found wherever the usual schemas put it.
import type { Formats } from "@somlos/look/format";

export type Properties = Readonly<Record<string, unknown>>;

/** "Product Viewed", "product.viewed" and "product_viewed" are one name. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

export type Told = {
  readonly thing: string | undefined;
  readonly count: number;
  readonly amount: string | undefined;
  readonly query: string | undefined;
  readonly title: string | undefined;
  readonly order: string | undefined;
  readonly step: string | undefined;
  readonly code: string | undefined;
  readonly list: string | undefined;
};

const record = (value: unknown): Properties | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Properties) : undefined;

/** The first of these keys that holds a short text or a number. */
export function textAt(properties: Properties, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = properties[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim().slice(0, 160);
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
  }
  return undefined;
}

function numberAt(properties: Properties, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = properties[key];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  }
  return undefined;
}

const productKeys = ["product_name", "productName", "name", "title", "product", "sku", "product_id", "gtin"];

function productsOf(properties: Properties): readonly Properties[] {
  for (const key of ["products", "items", "lines"]) {
    const value = properties[key];
    if (Array.isArray(value)) return value.map(record).filter((one): one is Properties => one !== undefined);
  }
  return [];
}

function countOf(products: readonly Properties[], properties: Properties): number {
  if (products.length === 0) return numberAt(properties, "quantity", "item_count", "num_items") ?? 1;
  return products.reduce((sum, product) => sum + (numberAt(product, "quantity", "qty") ?? 1), 0);
}

/** The path of an address is what a person recognises; its query may carry what nobody should read here. */
function pageOf(properties: Properties): string | undefined {
  const named = textAt(properties, "title", "name");
  if (named !== undefined) return named;
  const address = textAt(properties, "path", "url");
  if (address === undefined) return undefined;
  const path = address.replace(/^https?:\/\/[^/]+/, "").split(/[?#]/)[0] ?? "";
  return path === "" ? "/" : path;
}

export function toldBy(properties: Properties, formats: Formats): Told {
  const products = productsOf(properties);
  const nested = record(properties["product"]);
  const single = nested ?? properties;
  const first = products[0];
  const amount = numberAt(properties, "total", "revenue", "value", "amount") ?? numberAt(single, "price");
  const currency = textAt(properties, "currency") ?? textAt(single, "currency");
  return {
    thing: first === undefined ? textAt(single, ...productKeys) : textAt(first, ...productKeys),
    count: countOf(products, properties),
    amount: amount === undefined || currency === undefined ? undefined : formats.money(amount, currency),
    query: textAt(properties, "query", "search_term", "q"),
    title: pageOf(properties),
    order: textAt(properties, "order_id", "orderId", "receipt", "receipt_id", "transaction_id"),
    step: textAt(properties, "step", "step_name"),
    code: textAt(properties, "coupon", "coupon_name", "coupon_id", "code"),
    list: textAt(
      properties,
      "category",
      "list_id",
      "list_name",
      "wishlist_name",
      "promotion_name",
      "subject",
      "email_subject",
      "campaign_name",
    ),
  };
}

// What somebody looked at, out of their events: one line a product, newest first. Pure.
import { hash } from "node:crypto";
import { moneyOf } from "@somlos/rules/money";
import { choicesIn, gtinIn, plain, plainUrl, type Thing, type Way } from "@somlos/rules/research";

export const LOOKED_MS = 90 * 86_400_000;
export const MOST_EVENTS = 5000;
export const MOST_BROUGHT = 1000;
export const BROUGHT_MS = 365 * 86_400_000;

/** Names of events, letters only and small. */
const wayOf: Readonly<Record<string, Way>> = {
  productviewed: "viewed",
  productclicked: "viewed",
  productadded: "added",
  productaddedtowishlist: "added",
  productaddedtocart: "added",
  productssearched: "searched",
};
export const lookedNames = Object.keys(wayOf);

export type Told = {
  readonly at: Date;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
};
export type Looked = { readonly id: string; readonly thing: Thing; readonly lastAt: Date };

type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);
const own = (v: unknown): Json => (isObject(v) ? v : {});
const firstIn = <T>(from: Json, names: readonly string[], read: (value: unknown) => T | null): T | null => {
  for (const name of names) {
    const found = Object.hasOwn(from, name) ? read(from[name]) : null;
    if (found !== null) return found;
  }
  return null;
};
const short = (value: unknown) => plain(value, 40);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Of one event: as Segment names things, with the usual other names. */
function thingsOf({ at, name, body }: Told, currency: string | undefined): Thing[] {
  const way = wayOf[name.replace(/[^A-Za-z]/g, "").toLowerCase()];
  if (way === undefined) return [];
  const properties = own(body["properties"]);
  const day = { how: [way], firstOn: dayOf(at), lastOn: dayOf(at) };
  if (way === "searched") {
    const words = firstIn(properties, ["query", "search", "search_term"], (value) => plain(value));
    return words === null ? [] : [{ ...nothing, ...day, name: words }];
  }
  const list = properties["products"];
  const told = Array.isArray(list) && list.length > 0 ? list.slice(0, 100).map(own) : [properties];
  const money = moneyOf(name, properties, currency);
  const page = own(own(body["context"])["page"]);
  return told.flatMap((product, i) => {
    const called = firstIn(product, ["name", "title", "product_name"], (value) => plain(value));
    if (called === null) return [];
    const price = money.ok
      ? (product === properties ? money.amounts : money.products[i])?.["price"]
      : undefined;
    return [{ ...partsOf(product), ...day, name: called, price: priceOf(price), url: urlOf(product, page) }];
  });
}

const nothing = {
  ...{ brand: null, category: null, gtin: null, productId: null, price: null, size: null, variant: null },
  ...{ sizes: [], url: null },
} as const;

const priceOf = (price: { amountMinor: number; currency: string } | undefined): Thing["price"] =>
  price === undefined || price.amountMinor < 0
    ? null
    : { amountMinor: price.amountMinor, currency: price.currency };
const urlOf = (product: Json, page: Json): string | null =>
  firstIn(product, ["url"], plainUrl) ?? firstIn(page, ["url"], plainUrl);

const partsOf = (product: Json): Omit<Thing, "how" | "name" | "firstOn" | "lastOn" | "price" | "url"> => ({
  brand: firstIn(product, ["brand"], (value) => plain(value)),
  category: firstIn(product, ["category", "product_type"], (value) => plain(value)),
  gtin: firstIn(product, ["gtin", "gtin13", "gtin14", "ean", "upc", "barcode"], gtinIn),
  productId: firstIn(product, ["product_id", "productId", "sku"], (value) => plain(value, 100)),
  size: firstIn(product, ["size"], short),
  variant: firstIn(product, ["variant", "color", "colour"], (value) => plain(value)),
  sizes: Array.isArray(product["sizes"]) ? choicesIn(product["sizes"]) : [],
});

/** Which product it is: by its GTIN, else the shop's number, else what it is called. */
export function keyOf({ how, gtin, productId, brand, name }: Thing): string {
  if (how.includes("searched")) return `q ${name.toLowerCase()}`.slice(0, 300);
  if (gtin !== null) return `g ${gtin}`;
  return productId === null ? `n ${brand ?? ""} ${name}`.toLowerCase().slice(0, 300) : `p ${productId}`;
}

export const idOfKey = (key: string): string => hash("sha256", key, "base64url").slice(0, 22);

/** The newest word holds; what it does not say, an older one does. */
const joined = (newer: Thing, older: Thing): Thing => ({
  ...{ how: [...new Set([...newer.how, ...older.how])], name: newer.name },
  ...{ brand: newer.brand ?? older.brand, category: newer.category ?? older.category },
  ...{ gtin: newer.gtin ?? older.gtin, productId: newer.productId ?? older.productId },
  ...{ price: newer.price ?? older.price, size: newer.size ?? older.size },
  ...{ variant: newer.variant ?? older.variant, url: newer.url ?? older.url },
  sizes: newer.sizes.length > 0 ? newer.sizes : older.sizes,
  ...{ lastOn: newer.lastOn, firstOn: older.firstOn },
});

/** `told`: newest first. One event may name a product by its GTIN and another by the shop's number: both are one line. */
export function lookedAt(told: readonly Told[], most: number, currency?: string): Looked[] {
  const looks = told.flatMap((one) => thingsOf(one, currency).map((thing) => ({ thing, lastAt: one.at })));
  const gtins = new Map(
    looks.flatMap(({ thing: { gtin, productId } }) =>
      gtin === null || productId === null ? [] : [[productId, gtin] as const],
    ),
  );
  const found = new Map<string, Omit<Looked, "id">>();
  for (const { thing, lastAt } of looks) {
    const gtin = thing.gtin ?? gtins.get(thing.productId ?? "") ?? null;
    const key = keyOf({ ...thing, gtin });
    const newer = found.get(key);
    if (newer !== undefined) found.set(key, { ...newer, thing: joined(newer.thing, { ...thing, gtin }) });
    else if (found.size < most) found.set(key, { thing: { ...thing, gtin }, lastAt });
  }
  return [...found].map(([key, one]) => ({ id: idOfKey(key), ...one }));
}

/** Without what was put away; looked at again since then, it is back. */
export const notPutAway = (looked: readonly Looked[], away: ReadonlyMap<string, Date>): Looked[] =>
  looked.filter(({ id, lastAt }) => lastAt > (away.get(id) ?? new Date(0)));

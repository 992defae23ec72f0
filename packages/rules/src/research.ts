// The file of portable research: what somebody looked at in one shop and their sizes, carried by themselves to another shop.
// Written and read by the same code, in the browser and on the server. Described in docs/reference/portable-research.md. Pure.
import { gtinOf } from "./gtin.ts";
import { decimalOf, minorOf } from "./prices/amount.ts";
import { type Size, sizeNameOf } from "./sizes.ts";

export const FORMAT = "portable-research";
export const VERSION = 1;
export const MOST_FILE_BYTES = 262_144;
export const MOST_THINGS = 500;
const MOST_SIZES = 50;
const MOST_CHOICES = 30;
const MOST_TEXT = 200;
const MOST_SIZE_TEXT = 40;
const MOST_URL = 500;
const MOST_MINOR = 1e14;

export const ways = ["viewed", "added", "searched"] as const;
export type Way = (typeof ways)[number];

export type Thing = {
  /** What she did with it. `searched`: `name` is the words she searched for, and nothing else is told. */
  readonly how: readonly Way[];
  readonly name: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly gtin: string | null;
  /** The shop's own number, which tells whose it is: in the file only with the name of the shop. */
  readonly productId: string | null;
  readonly price: { readonly amountMinor: number; readonly currency: string } | null;
  readonly size: string | null;
  readonly variant: string | null;
  /** Sizes it is sold in, where the shop said so. */
  readonly sizes: readonly string[];
  /** Like the number: only with the name of the shop. */
  readonly url: string | null;
  /** Days, never times of day: two shops could lay those beside their logs. */
  readonly firstOn: string;
  readonly lastOn: string;
};

export type Research = {
  readonly shop: string | null;
  readonly madeOn: string | null;
  readonly sizes: readonly Size[];
  readonly things: readonly Thing[];
};

export type NotResearch = "too_large" | "not_json" | "not_research" | "newer" | "too_many" | "empty";
export type Reading =
  | { readonly ok: true; readonly research: Research; readonly skipped: number }
  | { readonly ok: false; readonly why: NotResearch };

type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);
const own = (from: Json, name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);
const listIn = (from: Json, name: string): readonly unknown[] => {
  const value = own(from, name);
  return Array.isArray(value) ? value : [];
};

/** One line of plain text. Signs that nobody sees go: they could break a screen, or carry a hidden mark from shop to shop. */
export function plain(value: unknown, most = MOST_TEXT): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const seen = String(value)
    .slice(0, most * 4)
    .normalize("NFC")
    .replace(/\p{C}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...seen].slice(0, most).join("").trim() || null;
}

/** Where a thing stands: https only, and without what follows the path, where shops write who came and by which advert. */
export function plainUrl(value: unknown): string | null {
  if (typeof value !== "string" || value.length > MOST_URL * 4 || !URL.canParse(value)) return null;
  const { protocol, username, password, origin, pathname } = new URL(value);
  if (protocol !== "https:" || username !== "" || password !== "") return null;
  const url = `${origin}${pathname}`;
  return url.length > MOST_URL ? null : url;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Of a day that the month does not have, a clock makes one of the next month. */
const dayIn = (value: unknown): string | null =>
  typeof value === "string" &&
  DAY.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)
    ? value
    : null;
export const gtinIn = (value: unknown): string | null => {
  const text = plain(value, 20)?.replace(/[\s-]/g, "") ?? "";
  return gtinOf(text) ?? null;
};
export const choicesIn = (values: readonly unknown[]): string[] =>
  [...new Set(values.flatMap((one) => plain(one, MOST_SIZE_TEXT) ?? []))].slice(0, MOST_CHOICES);

const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;
/** `{ "amount": "899.00", "currency": "SEK" }` */
function priceIn(value: unknown): Thing["price"] {
  if (!isObject(value)) return null;
  const [amount, currency] = [String(own(value, "amount")), own(value, "currency")];
  if (!AMOUNT.test(amount) || typeof currency !== "string") return null;
  const amountMinor = minorOf(amount, currency);
  return amountMinor === undefined || amountMinor > MOST_MINOR ? null : { amountMinor, currency };
}

export const amountText = ({ amountMinor, currency }: NonNullable<Thing["price"]>): string =>
  decimalOf(amountMinor, currency);

function thingIn(value: unknown, namesShop: boolean): Thing | undefined {
  if (!isObject(value)) return undefined;
  const name = plain(own(value, "name"));
  const lastOn = dayIn(own(value, "lastOn"));
  const how = ways.filter((way) => listIn(value, "how").includes(way));
  if (name === null || lastOn === null || how.length === 0) return undefined;
  const toldFirst = dayIn(own(value, "firstOn"));
  return {
    ...{ how, name, lastOn, firstOn: toldFirst !== null && toldFirst < lastOn ? toldFirst : lastOn },
    brand: plain(own(value, "brand")),
    category: plain(own(value, "category")),
    gtin: gtinIn(own(value, "gtin")),
    productId: namesShop ? plain(own(value, "productId"), 100) : null,
    price: priceIn(own(value, "price")),
    size: plain(own(value, "size"), MOST_SIZE_TEXT),
    variant: plain(own(value, "variant")),
    sizes: choicesIn(listIn(value, "sizes")),
    url: namesShop ? plainUrl(own(value, "url")) : null,
  };
}

export function sizeIn(value: unknown): Size | undefined {
  if (!isObject(value)) return undefined;
  const told = own(value, "name");
  const name = typeof told === "string" ? sizeNameOf(told) : undefined;
  const size = plain(own(value, "value"), MOST_SIZE_TEXT);
  return name === undefined || size === null ? undefined : { name, value: size };
}

/** What a file holds, without storing any of it. Whatever the file says besides is left out. */
export function readResearch(text: string): Reading {
  if (text.length > MOST_FILE_BYTES || new TextEncoder().encode(text).length > MOST_FILE_BYTES)
    return { ok: false, why: "too_large" };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { ok: false, why: "not_json" };
  }
  return researchIn(value);
}

export function researchIn(value: unknown): Reading {
  if (!isObject(value) || own(value, "format") !== FORMAT) return { ok: false, why: "not_research" };
  const version = own(value, "version");
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return { ok: false, why: "not_research" };
  if (version > VERSION) return { ok: false, why: "newer" };
  const [toldSizes, toldThings] = [listIn(value, "sizes"), listIn(value, "things")];
  if (toldSizes.length > MOST_SIZES || toldThings.length > MOST_THINGS) return { ok: false, why: "too_many" };
  const shop = plain(own(value, "shop"), 100);
  const things = toldThings.map((one) => thingIn(one, shop !== null)).filter((one) => one !== undefined);
  const sizes = toldSizes.map(sizeIn).filter((one) => one !== undefined);
  if (things.length + sizes.length === 0) return { ok: false, why: "empty" };
  const skipped = toldThings.length - things.length + toldSizes.length - sizes.length;
  const bySize = new Map(sizes.map((one) => [one.name, one]));
  return {
    ok: true,
    research: { shop, madeOn: dayIn(own(value, "madeOn")), sizes: [...bySize.values()], things },
    skipped,
  };
}

/** The text of the file. Without `shop` it holds neither the shop's name nor its numbers nor its addresses. */
export function writeResearch({ shop, madeOn, sizes, things }: Research): string {
  const lines = things.map(({ price, productId, url, ...thing }) => ({
    ...thing,
    price: price === null ? null : { amount: amountText(price), currency: price.currency },
    ...(shop === null ? {} : { productId, url }),
  }));
  const named = shop === null ? {} : { shop };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, madeOn, ...named, sizes, things: lines }, null, 2)}\n`;
}

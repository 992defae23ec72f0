// Money in an event, by the e-commerce words of the Segment specification: decimals become minor units of their currency
// (ISO 4217). The event itself stays as it came; whoever adds up amounts reads them through `moneyOf`.
import { isCurrency, placesOf } from "./currency.ts";

export type Amount = {
  readonly amountMinor: number;
  readonly currency: string;
  /** False when the amount had more decimals than its currency and was rounded, half away from zero. */
  readonly exact: boolean;
};
export type MoneyFault = {
  readonly why: "text" | "no_currency" | "unknown_currency" | "too_large";
  /** Where, never what: `products[1].price`. */
  readonly path: string;
};
export type Money =
  | {
      readonly ok: true;
      readonly amounts: Readonly<Record<string, Amount>>;
      /** One for each of `properties.products`, in their order. */
      readonly products: readonly Readonly<Record<string, Amount>>[];
    }
  | ({ readonly ok: false } & MoneyFault);

type Json = Readonly<Record<string, unknown>>;

const WORDS = [
  "price",
  "total",
  "revenue",
  "value",
  "subtotal",
  "shipping",
  "tax",
  "discount",
  "refund",
] as const;
const PRODUCT_WORDS = ["price", "value", "total", "subtotal", "discount", "tax"] as const;
/** An event of another name speaks of money only when it names a currency: a slider's `value` is none. */
const COMMERCE =
  /^(products?(list)?(viewed|clicked|filtered|added|removed|addedto|removedfrom|searched|shared|reviewed)|wishlistproduct|cart(viewed|shared|updated)|checkout|orders?(?![a-z]*board)|coupon|promotion(viewed|clicked)|payment|receipt|refund|purchase)/;
const MOST_PRODUCTS = 1000;
const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/;
const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e([+-]\d{1,3})$/;
const NAMES_IN_MIND = 2000;

const known = new Map<string, boolean>();
/** A bounded memory of a pure function: names repeat. */
function isCommerce(name: string): boolean {
  const there = known.get(name);
  if (there !== undefined) return there;
  const is = COMMERCE.test(name.toLowerCase().replace(/[^a-z]+/g, ""));
  if (known.size >= NAMES_IN_MIND) known.clear();
  known.set(name, is);
  return is;
}

const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);
const isAbsent = (v: unknown): boolean => v === undefined || v === null || v === "";

type Seen = (product: number, word: string, value: number | string, currency: string) => void;

/** Walks the amounts of an event; the first that is none ends it. */
function walk(
  name: string,
  properties: unknown,
  standard: string | undefined,
  seen?: Seen,
): MoneyFault | undefined {
  if (!isObject(properties)) return undefined;
  const said = properties["currency"];
  if (isAbsent(said) && !isCommerce(name)) return undefined;
  const own = isAbsent(said) ? standard : said;
  for (const word of WORDS) {
    const fault = look(properties, word, own, -1, seen);
    if (fault !== undefined) return fault;
  }
  const products = properties["products"];
  return Array.isArray(products) ? walkProducts(products, own, seen) : undefined;
}

function walkProducts(
  products: readonly unknown[],
  own: unknown,
  seen: Seen | undefined,
): MoneyFault | undefined {
  const most = Math.min(products.length, MOST_PRODUCTS);
  for (let i = 0; i < most; i++) {
    const product: unknown = products[i];
    if (!isObject(product)) continue;
    const said = product["currency"];
    for (const word of PRODUCT_WORDS) {
      const fault = look(product, word, isAbsent(said) ? own : said, i, seen);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function look(
  at: Json,
  word: string,
  currency: unknown,
  product: number,
  seen: Seen | undefined,
): MoneyFault | undefined {
  const value = at[word];
  if (isAbsent(value)) return undefined;
  const fault = (why: MoneyFault["why"], what = word): MoneyFault => ({
    why,
    path: product < 0 ? what : `products[${product}].${what}`,
  });
  if (typeof value !== "number" && !(typeof value === "string" && DECIMAL.test(value))) return fault("text");
  if (isAbsent(currency)) return fault("no_currency");
  const code = typeof currency === "string" ? codeOf(currency) : undefined;
  if (code === undefined) return fault("unknown_currency", "currency");
  if (!(Math.abs(Number(value)) < 1e12)) return fault("too_large");
  seen?.(product, word, value, code);
  return undefined;
}

const codeOf = (text: string): string | undefined => {
  if (isCurrency(text)) return text;
  const code = text.toUpperCase();
  return isCurrency(code) ? code : undefined;
};

/** Why an event's amounts cannot be counted; undefined when they can, or when there are none. Builds nothing. */
export const moneyFault = (
  name: string,
  properties: unknown,
  standard: string | undefined,
): MoneyFault | undefined => walk(name, properties, standard);

/** The amounts of an event; `standard` is the currency of those that name none. */
export function moneyOf(name: string, properties: unknown, standard?: string): Money {
  const amounts: Record<string, Amount> = {};
  const list = isObject(properties) && Array.isArray(properties["products"]) ? properties["products"] : [];
  const products: Record<string, Amount>[] = list.map(() => ({}));
  const fault = walk(name, properties, standard, (product, word, value, currency) => {
    const into = product < 0 ? amounts : products[product];
    if (into !== undefined) into[word] = toAmount(value, currency);
  });
  return fault === undefined ? { ok: true, amounts, products } : { ok: false, ...fault };
}

/** Exactly, by the digits as they are written: never through a floating-point number. */
function toAmount(value: number | string, currency: string): Amount {
  const places = placesOf(currency);
  const [sign, whole, fraction] = digitsOf(String(value));
  const kept = fraction.slice(0, places).padEnd(places, "0");
  const rest = fraction.slice(places);
  const up = rest !== "" && rest.charCodeAt(0) >= 53 ? 1n : 0n;
  const size = Number(BigInt(whole + kept) + up);
  return {
    amountMinor: sign === "-" && size !== 0 ? -size : size,
    currency,
    exact: /^0*$/.test(rest),
  };
}

function digitsOf(text: string): readonly [sign: string, whole: string, fraction: string] {
  const [, sign = "", whole = "0", fraction = ""] = DECIMAL.exec(text) ?? [];
  const small = EXPONENT.exec(text);
  if (small === null) return [sign, whole, fraction];
  // Only numbers below a millionth are written so: those above 1e21 were refused.
  const digits = `${small[2]}${small[3] ?? ""}`;
  return [small[1] ?? "", "0", "0".repeat(Math.max(0, -Number(small[4]) - 1)) + digits];
}

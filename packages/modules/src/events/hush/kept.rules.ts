// What is left of a hushed event: channel, place, name, products, amounts and the hour. Every text is one that we knew
// before; nothing that the sender wrote is copied. Pure.
import type { Channel } from "@somlos/contract/rooms/events";
import { moneyOf } from "@somlos/rules/money";
import { isObject, type Naming } from "../parse/identifiers.rules.ts";
import type { Accepted, Terms } from "../parse/parse.rules.ts";
import { locationIn } from "../parse/parse.rules.ts";
import { templates } from "../schemas/templates.rules.ts";
import { messageIn } from "./carried.rules.ts";

export type KeptProduct = {
  /** Keyed fingerprint of the code: whoever knows the products knows it again. */
  readonly code: string | null;
  readonly quantity: number | null;
  readonly priceMinor: number | null;
};
export type Kept = {
  readonly hour: number;
  readonly channel: Channel;
  readonly place: string | null;
  readonly name: string;
  readonly currency: string | null;
  readonly amountMinor: number | null;
  readonly products: readonly KeptProduct[];
};

type Json = Readonly<Record<string, unknown>>;

const HOUR_MS = 3_600_000;
const MOST_PRODUCTS = 200;
const STANDARD: ReadonlySet<string> = new Set(templates.map(({ name }) => name));
const AMOUNT_WORDS = ["revenue", "total", "value", "price"] as const;

/** Names of the specification, and those for which the company wrote a schema. Any other could say who it was. */
const nameKept = (event: Accepted, terms: Terms | undefined): string =>
  event.type === "track" &&
  (STANDARD.has(event.name) || terms?.schemas?.get("track")?.has(event.name) === true)
    ? event.name
    : "";

export function keep(
  event: Accepted,
  { naming, terms }: { readonly naming: Naming; readonly terms?: Terms | undefined },
  placeOf: (code: string) => string | undefined,
): Kept {
  const message = messageIn(event.body);
  const properties = isObject(message["properties"]) ? message["properties"] : {};
  const location = locationIn(message);
  const money = moneyOf(event.name, properties, terms?.currencyAt(location));
  const amounts = money.ok ? money.amounts : {};
  const word = AMOUNT_WORDS.find((one) => amounts[one] !== undefined);
  const amount = word === undefined ? undefined : amounts[word];
  const listed: readonly unknown[] = Array.isArray(properties["products"])
    ? properties["products"]
    : [properties];
  return {
    hour: Math.floor(event.at / HOUR_MS) * HOUR_MS,
    channel: event.channel,
    place: (location === undefined ? undefined : placeOf(location)) ?? null,
    name: nameKept(event, terms),
    currency: amount?.currency ?? null,
    amountMinor: amount?.amountMinor ?? null,
    products: listed.slice(0, MOST_PRODUCTS).flatMap((product, i) => {
      const prices = (money.ok ? money.products[i] : undefined) ?? amounts;
      return isObject(product) ? productOf(product, prices["price"]?.amountMinor ?? null, naming) : [];
    }),
  };
}

function productOf(product: Json, priceMinor: number | null, naming: Naming): KeptProduct[] {
  const raw = product["product_id"] ?? product["sku"] ?? product["productId"];
  const text = typeof raw === "number" ? String(raw) : raw;
  const code = typeof text === "string" && text !== "" ? naming.print("product", text) : null;
  const quantity = product["quantity"];
  const whole = typeof quantity === "number" && Number.isSafeInteger(quantity) ? quantity : null;
  return code === null && whole === null ? [] : [{ code, quantity: whole, priceMinor }];
}

// A logged event as staff and scripts see it.
import { type Channel, channels } from "@somlos/contract/rooms/events";
import { types } from "./parse/words.rules.ts";

/** An event of the log with its source and body. */
export type LoggedRow = {
  seq: number;
  at: Date;
  received_at: Date;
  key: string;
  subject: string;
  source_id: number;
  source: string | null;
  type: number;
  channel: number;
  flags: number;
  circle: number;
  country: string | null;
  name: string;
  body: string | null;
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);

export const channelAt = (place: number): Channel => channels[place] ?? "unknown";
export const placeOf = (channel: Channel): number => channels.indexOf(channel);
export const typeAt = (place: number): string => types[place] ?? "own";
export const bodyOf = (row: { body: string | null }): Json => {
  const body: unknown = row.body === null ? {} : JSON.parse(row.body);
  return isObject(body) ? body : {};
};

const own = (v: unknown): Json => (isObject(v) ? v : {});

/** What an event says about itself: properties of a track, traits of an identify. */
export const propertiesOf = (body: Json): Json => ({ ...own(body["traits"]), ...own(body["properties"]) });

function locationOf(body: Json): string | null {
  const place = own(body["context"])["location"] ?? own(body["properties"])["location"];
  if (typeof place === "string") return place;
  const name = own(place)["name"] ?? own(place)["id"];
  return typeof name === "string" ? name : null;
}

export type Shown = {
  readonly messageId: string;
  readonly type: string;
  readonly name: string;
  readonly at: string;
  readonly channel: Channel;
  readonly source: string;
  readonly trust: "stated" | "proven";
  readonly location: string | null;
};

/** What an event can be asked for by: the id it came with, else its key. */
export const messageIdOf = (key: string, body: Json): string => {
  const id = body["messageId"];
  return typeof id === "string" ? id : key;
};

export function show(row: LoggedRow, body: Json): Shown {
  return {
    messageId: messageIdOf(row.key, body),
    type: typeAt(row.type),
    name: row.name,
    at: row.at.toISOString(),
    channel: channelAt(row.channel),
    source: row.source ?? "",
    trust: (row.flags & 1) === 1 ? "proven" : "stated",
    location: locationOf(body),
  };
}

const WORDS = [
  "title",
  "product_name",
  "name",
  "query",
  "search",
  "order_id",
  "receipt_id",
  "coupon",
  "subject",
  "path",
  "url",
  "sku",
];

/** The few words that tell one event of a kind from the next: a product, a page, an amount. */
export function summaryOf(body: Json): string {
  const properties = { ...own(own(body["context"])["page"]), ...own(body["properties"]) };
  const products = properties["products"];
  const first = Array.isArray(products) ? own(products[0])["name"] : undefined;
  const word = [first, ...WORDS.map((w) => properties[w])].find((v) => typeof v === "string" && v !== "");
  const sum = properties["total"] ?? properties["revenue"] ?? properties["value"] ?? properties["price"];
  const currency = properties["currency"];
  const amount =
    typeof sum === "number" || typeof sum === "string"
      ? `${sum}${typeof currency === "string" ? ` ${currency}` : ""}`
      : undefined;
  return [word, amount]
    .filter((part) => part !== undefined)
    .join(" · ")
    .slice(0, 160);
}

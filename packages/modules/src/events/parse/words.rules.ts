// Which names mean that somebody signed in or out, and which properties of which events are identifiers.
import type { Channel } from "@somlos/contract/rooms/events";
import { channels } from "@somlos/contract/rooms/events";
import type { IdentifierKind } from "../told.rules.ts";

export const types = ["track", "page", "screen", "identify", "group", "alias"] as const;
export type EventType = (typeof types)[number];

const flat = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, "");
const SIGN_IN = new Set(["signedin", "signedup", "loggedin", "login", "signin", "signup", "accountcreated"]);
const SIGN_OUT = new Set(["signedout", "loggedout", "logout", "signout"]);
export const isSignIn = (name: string): boolean => SIGN_IN.has(flat(name));
export const isSignOut = (name: string): boolean => SIGN_OUT.has(flat(name));

/** Events in which the buyer states an address of their own: e-mail and phone in the properties are theirs. */
const OWN_ADDRESS = new Set([
  "ordercompleted",
  "orderupdated",
  "checkoutstarted",
  "checkoutstepcompleted",
  "signedup",
  "accountcreated",
  "receiptissued",
  "newslettersubscribed",
  "emailcaptured",
  "bookingmade",
]);
export const statesOwnAddress = (name: string): boolean => OWN_ADDRESS.has(flat(name));

/** Words a trait or property goes by, and the kind of identifier it is. */
export const traitKinds: ReadonlyMap<string, IdentifierKind> = new Map([
  ["email", "email"],
  ["phone", "phone"],
  ["club_card", "club_card"],
  ["clubCard", "club_card"],
  ["club_number", "club_card"],
  ["clubNumber", "club_card"],
  ["loyalty_id", "club_card"],
  ["loyaltyId", "club_card"],
  ["card_token", "card_token"],
  ["cardToken", "card_token"],
  ["payment_token", "card_token"],
  ["address", "address"],
]);

export const propertyKinds: ReadonlyMap<string, IdentifierKind> = new Map([
  ["order_id", "order"],
  ["orderId", "order"],
  ["receipt_id", "receipt"],
  ["receiptId", "receipt"],
  ["receipt", "receipt"],
  ["club_card", "club_card"],
  ["clubCard", "club_card"],
  ["card_token", "card_token"],
  ["cardToken", "card_token"],
  ["payment_token", "card_token"],
]);

/** What the world calls our kinds, in look-ups and in `context.externalIds`. */
const ALIASES: Readonly<Record<string, IdentifierKind>> = {
  user_id: "login",
  userId: "login",
  anonymous_id: "visitor",
  anonymousId: "visitor",
  distinctId: "distinct_id",
  clubCard: "club_card",
  cardToken: "card_token",
  order_id: "order",
  receipt_id: "receipt",
  device_id: "device",
};
export const identifierKinds: readonly IdentifierKind[] = [
  "email",
  "phone",
  "login",
  "visitor",
  "distinct_id",
  "club_card",
  "card_token",
  "receipt",
  "order",
  "device",
  "address",
];
export const kindOf = (word: string): IdentifierKind | undefined =>
  identifierKinds.find((kind) => kind === word) ?? (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined);

const CHANNEL_ALIASES: Readonly<Record<string, Channel>> = {
  browser: "web",
  mobile: "app",
  ios: "app",
  android: "app",
  email: "mail",
  pos: "till",
  shop: "store",
  service: "desk",
};
const CHANNELS: ReadonlySet<string> = new Set(channels);
export function channelOf(word: unknown): Channel | undefined {
  if (typeof word !== "string") return undefined;
  if (CHANNELS.has(word)) return word as Channel;
  return Object.hasOwn(CHANNEL_ALIASES, word) ? CHANNEL_ALIASES[word] : undefined;
}

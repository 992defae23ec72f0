// An event as a sentence a shop assistant would say. A name nobody has taught us stands as it is.
import type { Formats } from "@somlos/look/format";
import type { Language } from "@somlos/look/language";
import { da } from "./da.ts";
import { en, type Sentences } from "./en.ts";
import { sv } from "./sv.ts";
import { type Properties, plainName, toldBy } from "./told.ts";

const all: Readonly<Record<Language, Sentences>> = { en, sv, da };

/** Other spellings of the same thing. */
const sameAs: Readonly<Record<string, keyof Sentences>> = {
  page_viewed: "page",
  pageview: "page",
  page_view: "page",
  screen_viewed: "screen",
  search: "products_searched",
  view_item: "product_viewed",
  view_item_list: "product_list_viewed",
  add_to_cart: "product_added",
  cart_line_added: "product_added",
  remove_from_cart: "product_removed",
  cart_line_removed: "product_removed",
  view_cart: "cart_viewed",
  begin_checkout: "checkout_started",
  purchase: "order_completed",
  order_canceled: "order_cancelled",
  refund: "order_refunded",
  add_to_wishlist: "product_added_to_wishlist",
  list_saved: "product_added_to_wishlist",
  login: "signed_in",
  user_signed_in: "signed_in",
  logout: "signed_out",
  user_signed_out: "signed_out",
  sign_up: "signed_up",
  user_signed_up: "signed_up",
  account_created: "signed_up",
  email_link_clicked: "message_clicked",
  email_opened: "message_opened",
  email_delivered: "message_delivered",
  email_bounced: "message_bounced",
  push_notification_tapped: "message_clicked",
  push_notification_received: "message_delivered",
  store_checked_in: "store_entered",
  checked_in: "store_entered",
  coupon_redeemed: "code_redeemed",
};

const known = (name: string, sentences: Sentences): name is keyof Sentences => Object.hasOwn(sentences, name);

/** Of these the type is what happened; of all others, ours among them, the name. */
const calls: ReadonlySet<string> = new Set(["page", "screen", "identify", "group", "alias"]);

export type Sentence = { readonly text: string; readonly more: string };

type Event = { readonly type: string; readonly name: string; readonly properties: Properties };

export function sentenceOf(event: Event, language: Language, formats: Formats): Sentence {
  const sentences = all[language];
  const told = toldBy(event.properties, formats);
  const isCall = calls.has(event.type);
  const plain = plainName(isCall ? event.type : event.name);
  const name = sameAs[plain] ?? plain;
  const ofName = isCall && event.name !== event.type && event.name !== "" ? event.name : undefined;
  const say = known(name, sentences) ? sentences[name] : undefined;
  const text = say === undefined ? event.name || event.type : say({ ...told, title: told.title ?? ofName });
  const more = [told.amount, told.order, told.code].filter(
    (part) => part !== undefined && !text.includes(part),
  );
  return { text, more: more.join(" · ") };
}

// In the store: in through the door, a scan at the shelf, the till, things that come back.
import { lineOf } from "../catalog.rules.ts";
import { currencyOf, type Store } from "../chain.rules.ts";
import { isMember, type Person } from "../people.rules.ts";
import { sumsOf } from "./need.rules.ts";
import { type Cast, pronoun, tongueOf } from "./part.rules.ts";
import { type Scene, said } from "./scene.rules.ts";
import { app, type Json, machine, till } from "./way.rules.ts";

const usesApp = (person: Person, at: number): boolean => person.standing === "app" && isMember(person, at);

/** Walks in; with the app in hand the shelf answers. */
export function visit(scene: Scene, { person, need, met }: Cast, store: Store): void {
  if (!usesApp(person, scene.at)) return;
  const where = `in ${store.city}`;
  scene
    .go(app(person, scene.at, store))
    .track("Store Entered", { method: "app" }, said(person, where, "walks into the store"));
  scene
    .wait(180, 700)
    .track(
      "Product Scanned",
      lineOf(need.wanted, person.country, need.variant),
      said(
        person,
        where,
        `scans the ${need.wanted.name.en}${met === "" ? "" : ` ${pronoun(person)} ${met}`}`,
      ),
    );
  scene.wait(4, 20).track("Stock Checked", {
    sku: need.wanted.sku,
    name: need.wanted.name[tongueOf(person)],
    in_stock: scene.chance.whole(0, 9),
  });
}

/** Whose hands the goods are in, as far as the till knows. */
function payer(scene: Scene, person: Person): { ids: Json; card: boolean } {
  const card = isMember(person, scene.at) && scene.chance.yes(0.9);
  const paysByCard = scene.chance.yes(person.country === "DK" ? 0.92 : 0.88);
  return {
    ids: { ...(card && { club_card: person.clubCard }), ...(paysByCard && { card_token: person.cardToken }) },
    card,
  };
}

/** Pays. A receipt goes by mail to who wants it, else it is paper. */
export function buyAtTill(scene: Scene, { person, need }: Cast, store: Store): void {
  const { ids, card } = payer(scene, person);
  const sums = sumsOf(person, need.basket, false);
  const way = till(store, scene.chance.whole(1, store.tills));
  const by = card ? "with the club card" : "and shows no card";
  scene
    .wait(300, 900)
    .go(way)
    .track(
      "Order Completed",
      { receipt_id: need.receiptId, ...ids, ...sums },
      card
        ? said(person, `in ${store.city}`, `buys the ${need.wanted.name.en} at the till ${by}`)
        : `Somebody in ${store.city} buys the ${need.wanted.name.en} ${by}`,
    );
  const wantsMail = card || (person.standing === "guest" && scene.chance.yes(0.4));
  if (!wantsMail) {
    scene.wait(2, 6).track("Receipt Printed", { receipt_id: need.receiptId });
    return;
  }
  scene
    .wait(2, 9)
    .go(machine(person, "mail", {}))
    .track("Receipt Issued", { receipt_id: need.receiptId, email: person.email, form: "mail" });
  receiptMail(
    scene,
    person,
    `${tongueOf(person) === "sv" ? "Ditt kvitto från" : "Din kvittering fra"} ${store.name}`,
    need.receiptId,
  );
}

function receiptMail(scene: Scene, person: Person, subject: string, receipt: string): void {
  const mail = { email_id: `m-${receipt}`, subject };
  scene
    .go(machine(person, "mail", { email: person.email }))
    .wait(5, 40)
    .track("Email Delivered", mail);
  if (scene.chance.yes(0.35 + person.habits.opensMail / 2))
    scene
      .wait(300, 5000)
      .track("Email Opened", mail, said(person, `in ${person.town.name}`, "opens the receipt mail"));
}

/** Fetches what was ordered on the web. */
export function fetchOrder(scene: Scene, { person, need }: Cast, store: Store): void {
  if (usesApp(person, scene.at))
    scene
      .go(app(person, scene.at, store))
      .track("Store Entered", { method: "app" })
      .wait(100, 400);
  const ids = isMember(person, scene.at) ? { club_card: person.clubCard } : {};
  scene
    .go(till(store, 1))
    .track(
      "Order Picked Up",
      { order_id: need.orderId, ...ids },
      said(person, `in ${store.city}`, `fetches the ${need.wanted.name.en} ordered on the web`),
    );
}

/** Brings something back; the till finds the purchase by its number. */
export function giveBack(scene: Scene, { person, need }: Cast, store: Store, bought: "store" | "web"): void {
  const first = need.basket.slice(0, 1);
  const amount = first.reduce(
    (sum, { product, quantity }) => sum + product.price[person.country] * quantity,
    0,
  );
  const number = bought === "web" ? { order_id: need.orderId } : { receipt_id: need.receiptId };
  const reason = scene.chance.pick(["size", "changed mind", "faulty", "not as expected"]);
  scene.go(till(store, 1)).track(
    "Order Refunded",
    {
      ...number,
      total: amount,
      currency: currencyOf(person.country),
      reason,
      products: first.map((line) => ({
        ...lineOf(line.product, person.country, line.variant),
        quantity: line.quantity,
      })),
    },
    said(
      person,
      `in ${store.city}`,
      `gives back the ${need.wanted.name.en}${bought === "web" ? " bought on the web" : ""} (${reason})`,
    ),
  );
}

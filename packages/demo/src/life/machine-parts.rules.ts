// What the chain's own machines and people do: mails, text messages, parcels, the service desk.
import { lineOf } from "../catalog.rules.ts";
import { currencyOf, siteOf } from "../chain.rules.ts";
import { loginAt } from "../people.rules.ts";
import { type Cast, tongueOf } from "./part.rules.ts";
import { inTown, type Scene, said } from "./scene.rules.ts";
import { browser, machine } from "./way.rules.ts";

const words = {
  sv: {
    left: "Du har något kvar i korgen",
    sent: "Ditt paket är på väg",
    ready: "Din order är klar att hämta",
    care: "Så blir du glad länge åt",
  },
  da: {
    left: "Du har noget liggende i kurven",
    sent: "Din pakke er på vej",
    ready: "Din ordre er klar til afhentning",
    care: "Sådan får du længe glæde af",
  },
} as const;

/** A mail goes out; perhaps it is opened, perhaps it is followed. True when they followed it to the site. */
export function mail(
  scene: Scene,
  cast: Cast,
  kind: keyof (typeof words)["sv"],
  told: string,
  follows: number,
): boolean {
  const { person, need } = cast;
  const tongue = tongueOf(person);
  const product = kind === "care" ? ` ${need.wanted.name[tongue]}` : "";
  const letter = { email_id: `m-${need.id}-${kind}`, subject: `${words[tongue][kind]}${product}` };
  const way = machine(person, "mail", { email: person.email });
  scene.go(way).track("Email Delivered", letter);
  if (!scene.chance.yes(person.habits.opensMail + (kind === "care" ? 0 : 0.2))) return false;
  scene
    .wait(400, 6500)
    .track("Email Opened", letter, said(person, inTown(person), `opens the mail about ${told}`));
  if (!scene.chance.yes(follows)) return false;
  scene.wait(5, 60).track("Email Link Clicked", { ...letter, link_url: siteOf(person.country) });
  const campaign = { name: kind, source: "almvik", medium: "email" };
  scene
    .wait(1, 3)
    .go(browser(person, "phone", undefined))
    .page("Almvik", siteOf(person.country), campaign);
  return true;
}

export function ship(scene: Scene, { person, need }: Cast): void {
  scene.go(machine(person, "orders", { email: person.email })).track("Order Shipped", {
    order_id: need.orderId,
    carrier: person.country === "SE" ? "PostNord" : "GLS",
  });
}

export function deliver(scene: Scene, { person, need }: Cast): void {
  scene
    .go(machine(person, "orders", { email: person.email }))
    .track(
      "Order Delivered",
      { order_id: need.orderId },
      said(person, inTown(person), `gets the parcel with the ${need.wanted.name.en}`),
    );
  if (person.phone !== undefined && person.habits.wantsSms)
    scene
      .wait(20, 90)
      .go(machine(person, "sms", { phone: person.phone }))
      .track("SMS Delivered", { message_id: `s-${need.orderId}`, about: "delivery" });
}

/** The order waits in the store: by text message to who wants that, else by mail. */
export function readyToFetch(scene: Scene, cast: Cast): void {
  const { person, need } = cast;
  scene
    .go(machine(person, "orders", { email: person.email }))
    .track("Order Ready", { order_id: need.orderId, location: person.store?.name });
  if (person.phone !== undefined && person.habits.wantsSms)
    scene
      .wait(3, 20)
      .go(machine(person, "sms", { phone: person.phone }))
      .track("SMS Delivered", { message_id: `s-${need.orderId}`, about: "ready to fetch" });
  else mail(scene.wait(3, 20), cast, "ready", "the order that waits in the store", 0.1);
}

const MATTERS = [
  ["assembly", "how to put it together"],
  ["delivery", "where the parcel is"],
  ["spare part", "a missing screw"],
  ["care", "how to wash it"],
  ["warranty", "what the guarantee covers"],
] as const;

/** Asks the desk by phone or in writing, and is answered. */
export function askDesk(scene: Scene, { person, need }: Cast): void {
  const call = person.phone !== undefined && scene.chance.yes(0.4);
  const [matter, about] = scene.chance.pick(MATTERS);
  const login = loginAt(person, scene.at);
  const knows = call ? { phone: person.phone } : { email: person.email };
  const way = machine(
    person,
    call ? "call" : "desk",
    knows,
    login === undefined || call ? {} : { userId: login },
  );
  const subject = { case_id: need.caseId, matter, ...lineOf(need.wanted, person.country) };
  scene
    .go(way)
    .track(
      "Case Opened",
      subject,
      said(person, inTown(person), `asks the desk about the ${need.wanted.name.en}: ${about}`),
    );
  scene
    .wait(call ? 60 : 900, call ? 400 : 5400)
    .track("Case Answered", { case_id: need.caseId, staff: `desk-${scene.chance.whole(1, 6)}` });
  scene.wait(30, 1200).track("Case Closed", { case_id: need.caseId, told_again: scene.chance.yes(0.12) });
}

/** Sends something back by post; the money goes the way it came. */
export function sendBack(scene: Scene, { person, need }: Cast): void {
  const [line] = need.basket;
  if (line === undefined) return;
  scene.go(machine(person, "orders", { email: person.email })).track(
    "Order Refunded",
    {
      order_id: need.orderId,
      total: line.product.price[person.country] * line.quantity,
      currency: currencyOf(person.country),
      reason: scene.chance.pick(["size", "changed mind", "faulty"]),
      products: [{ ...lineOf(line.product, person.country, line.variant), quantity: line.quantity }],
    },
    said(person, inTown(person), `has sent back the ${need.wanted.name.en} and gets the money`),
  );
}

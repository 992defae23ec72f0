// Believable events: 600 bytes, 20,000 people, 5 % anonymous, 2 % that link a person's address to the login.
import { randomUUID } from "node:crypto";

export const PEOPLE = 20_000;
const PRODUCTS = [
  "Table lamp Månsken",
  "Linen sheet Tjärn",
  "Rain jacket Skur",
  "Stool Hällby",
  "Mug Rim",
  "Sofa Holme",
  "Running shoe Fjäder",
];
const NAMES = ["Product Viewed", "Product Added", "Products Searched", "Cart Viewed", "Product List Viewed"];

/** A small generator with a seed, so that two runs send the same people. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function makeEvent(roll: () => number, run: string, at: number): object {
  const person = Math.floor(roll() * PEOPLE);
  const product = PRODUCTS[Math.floor(roll() * PRODUCTS.length)];
  const luck = roll();
  const base = {
    messageId: `${run}-${randomUUID()}`,
    timestamp: new Date(at).toISOString(),
    context: context(person),
  };
  if (luck < 0.02)
    return {
      ...base,
      type: "identify",
      userId: `${run}-u${person}`,
      anonymousId: `${run}-v${person}`,
      traits: {
        email: `${run}.p${person}@mail.example.se`,
        name: `Kund ${person}`,
        phone: `+4670${String(1_000_000 + person)}`,
      },
    };
  const who =
    luck < 0.07
      ? { anonymousId: `${run}-a${Math.floor(roll() * PEOPLE)}` }
      : { userId: `${run}-u${person}`, anonymousId: `${run}-v${person}` };
  return {
    ...base,
    ...who,
    type: "track",
    event: NAMES[Math.floor(roll() * NAMES.length)],
    properties: {
      product_id: `p${Math.floor(roll() * 400)}`,
      sku: "733-22",
      name: product,
      price: 1249.5,
      currency: "SEK",
      quantity: 1,
      category: "Belysning/Bordslampor",
      url: "https://almvik.example/p/manskensbordslampa",
    },
  };
}

const context = (person: number) => ({
  library: { name: "analytics.js", version: "npm:next-1.84.3" },
  page: {
    path: "/p/manskensbordslampa",
    title: "Bordslampa Månsken · Almvik",
    referrer: "https://almvik.example/belysning",
  },
  userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15",
  locale: person % 3 === 0 ? "da-DK" : "sv-SE",
  timezone: "Europe/Stockholm",
});

const TENTH = 0.1;

/** Every tenth event ties something never seen before to a person: a device, an order, an address, a receipt. */
function makeLinked(roll: () => number, run: string, at: number, place: number): object {
  const person = Math.floor(roll() * PEOPLE);
  const plain = makeEvent(roll, run, at);
  return roll() < TENTH ? { ...plain, ...newLink(run, `u${person}`, `${at}-${place}`, place) } : plain;
}

function newLink(run: string, login: string, fresh: string, place: number): object {
  const userId = `${run}-${login}`;
  const about = { type: "track", event: "Order Completed", userId, anonymousId: undefined };
  if (place % 10 === 9)
    return { type: "identify", userId, traits: { email: `${run}.${fresh}@mail.example.se` } };
  if (place % 3 === 0) return { type: "track", userId, anonymousId: `${run}-n${fresh}` };
  if (place % 3 === 1)
    return { ...about, properties: { order_id: `${run}-o${fresh}`, total: 499, currency: "SEK" } };
  return { ...about, properties: { receipt_id: `${run}-r${fresh}`, total: 99, currency: "SEK" } };
}

/** One person alone, who brings something new with each event. */
const makeGrowing = (_roll: () => number, run: string, at: number, place: number): object => ({
  messageId: `${run}-${randomUUID()}`,
  timestamp: new Date(at).toISOString(),
  context: context(1),
  ...newLink(run, "many", `${at}-${place}`, place),
});

export const mixes: Readonly<
  Record<string, (roll: () => number, run: string, at: number, place: number) => object>
> = { plain: makeEvent, linked: makeLinked, growing: makeGrowing };

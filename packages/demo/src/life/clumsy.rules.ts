// Senders that get it wrong now and then, so that the parked list has something to show. Every one is a mistake that
// real senders make.
import { dayOf, momentOf } from "../calendar.rules.ts";
import { lineOf, products } from "../catalog.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import type { Person } from "../people.rules.ts";
import type { Happening } from "./scene.rules.ts";
import { browser, type Json, till, type Way } from "./way.rules.ts";

type Slip = {
  readonly name: string;
  /** Whether it has to wait in the parked list. */
  readonly parked: boolean;
  readonly way: (person: Person) => Way;
  readonly message: (person: Person, at: number) => Json;
};

const far = 400 * 86_400_000;
const ofPhone = (person: Person): Way => browser(person, "phone");
const ofTill = (person: Person): Way =>
  person.store === undefined ? ofPhone(person) : till(person.store, 2);
const viewed = (person: Person): Json =>
  lineOf(products[person.index % products.length] ?? (products[0] as never), person.country);

export const slips: readonly Slip[] = [
  {
    name: "a price with a dash in it and no currency",
    parked: true,
    way: ofPhone,
    message: (person) => ({
      type: "track",
      event: "Product Added",
      properties: { ...viewed(person), price: "499:-", currency: "kronor" },
    }),
  },
  {
    name: "a till whose clock is a year ahead",
    parked: true,
    way: ofTill,
    message: (person, at) => ({
      type: "track",
      event: "Order Completed",
      timestamp: new Date(at + far).toISOString(),
      properties: { receipt_id: `T-${person.index}-${dayOf(at)}`, total: 349, currency: "SEK" },
    }),
  },
  {
    name: "a test from the newsletter form",
    parked: false,
    way: ofPhone,
    message: () => ({
      type: "track",
      event: "Newsletter Subscribed",
      properties: { email: "test@test.com", form: "footer" },
    }),
  },
  {
    name: "an event without a name",
    parked: true,
    way: ofPhone,
    message: () => ({ type: "track", properties: { button: "buy" } }),
  },
  {
    name: "a word of its own for the type",
    parked: true,
    way: ofTill,
    message: (person) => ({ type: "purchase", properties: { receipt_id: `T-${person.index}` } }),
  },
  {
    name: "a time as people write it",
    parked: true,
    way: ofPhone,
    message: (person) => ({
      type: "track",
      event: "Product Viewed",
      timestamp: "igår kl. 14",
      properties: viewed(person),
    }),
  },
  {
    name: "a payment card's number where a token belongs",
    parked: true,
    way: ofTill,
    message: (person) => ({
      type: "track",
      event: "Order Completed",
      // The number every test terminal uses; no bank gave it to anybody.
      properties: {
        receipt_id: `T-${person.index}`,
        card_token: "4111 1111 1111 1111",
        total: 129,
        currency: "SEK",
      },
    }),
  },
];

const A_DAY = 4;

/** The slips of a day. */
export function slipsOn(seed: number, people: readonly Person[], prefix: string, day: number): Happening[] {
  const chance = chanceOf(seed, "slips", day);
  return chance.some(slips, A_DAY).map((slip, i) => {
    const person = chance.pick(people.slice(0, 100));
    const at = momentOf(day, chance.whole(625, 1000)) + chance.whole(0, 59_999);
    const way = slip.way(person);
    return {
      at,
      door: way.door,
      message: {
        messageId: `${prefix}-slip${day}.${i + 1}`,
        timestamp: new Date(at).toISOString(),
        ...(Object.keys(way.who).length === 0 && { userId: `till-guest-${person.index}` }),
        ...way.who,
        ...slip.message(person, at),
        context: { ...way.context, slip: slip.name },
      },
      line: `Clumsy: ${slip.name}`,
    };
  });
}

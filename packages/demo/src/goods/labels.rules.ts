// What shelf labels show: a few in each store show another price than what is to be paid, for a day or three, until somebody
// mends them. A function of seed and calendar. Pure.
import { dayOf, MINUTE_MS, momentOf } from "../calendar.rules.ts";
import { currencyOf, type Store, storeList } from "../chain.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import type { Json } from "../life/way.rules.ts";
import { danishPrice, type Good, goods } from "./assortment.rules.ts";
import { pricesAt } from "./prices.rules.ts";

const NEW_A_DAY = 2;
const LONGEST_DAYS = 3;
/** Labels are walked by before the store opens. */
const WALKED_MINUTE = 8 * 60;

type Label = { readonly good: Good; readonly store: Store; readonly from: number; readonly days: number };
function beginningOn(seed: number, store: Store, day: number): Label[] {
  const chance = chanceOf(seed, "labels", store.id, day);
  const some = chance.some(goods, chance.whole(0, NEW_A_DAY));
  return some.map((good) => ({ good, store, from: day, days: chance.whole(1, LONGEST_DAYS) }));
}

type Price = { readonly currency: string; readonly amount: string; readonly sale: { amount: string } | null };
/** What is to be paid there. */
function paid(seed: number, { good, store }: Label, moment: number): string {
  const prices = pricesAt(seed, good, moment) as Price[];
  const own = prices.find(({ currency }) => currency === currencyOf(store.country));
  return own?.sale?.amount ?? own?.amount ?? "0";
}
/** The price of the next row on the label sheet. */
function wrong({ good, store }: Label): string {
  const kronor = good.price.SE < 1000 ? good.price.SE + 30 : good.price.SE + 200;
  return String(store.country === "SE" ? kronor : danishPrice(kronor));
}

/** What the labels of a day tell: those that are wrong, and those that were and are mended now. */
function labelsOn(seed: number, day: number): Json[] {
  const moment = momentOf(day, WALKED_MINUTE);
  const days = Array.from({ length: LONGEST_DAYS + 1 }, (_, i) => day - i);
  const all = storeList.flatMap((store) => days.flatMap((from) => beginningOn(seed, store, from)));
  return all
    .filter(({ from, days: lasts }) => day <= from + lasts)
    .map((label) => ({
      sku: label.good.articles[0]?.sku,
      at: new Date(moment).toISOString(),
      location: label.store.id,
      price: {
        currency: currencyOf(label.store.country),
        amount: day < label.from + label.days ? wrong(label) : paid(seed, label, moment),
      },
    }));
}

const DAYS_BACK = 7;
/** What the labels of the last days told until a moment, so that what was mended meanwhile is told too. */
export function labelsUntil(seed: number, moment: number): Json[] {
  const last = dayOf(moment - WALKED_MINUTE * MINUTE_MS);
  return Array.from({ length: DAYS_BACK }, (_, i) => labelsOn(seed, last - DAYS_BACK + 1 + i)).flat();
}

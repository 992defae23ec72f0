// What goods cost and have cost: some became dearer, some are reduced for a while. A function of seed and calendar. Pure.
import { DAY_MS, dayOf, dayOfCivil, MINUTE_MS, momentOf } from "../calendar.rules.ts";
import { type Country, currencyOf, entityOf } from "../chain.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import { danishPrice, type Good } from "./assortment.rules.ts";

type Sale = { readonly from: number; readonly until: number; readonly share: number };

/** Prices are set anew every fourth Monday; blocks are counted from the first Monday of 1970. */
const BLOCK_DAYS = 28;
const FIRST_MONDAY = 4;
const OPENS_MINUTE = 7 * 60;
const blockOf = (day: number): number => Math.floor((day - FIRST_MONDAY) / BLOCK_DAYS);
const startOf = (block: number): number => momentOf(block * BLOCK_DAYS + FIRST_MONDAY, OPENS_MINUTE);

/** What people of the demo buy costs what their receipts say: those prices stand still. */
const FIRST_BESIDE = "ALM-2001";
const moves = ({ code }: Good): boolean => code >= FIRST_BESIDE;

/** The reduction of a good that begins in a block, if one does. */
function saleIn(seed: number, good: Good, block: number): Sale | undefined {
  const chance = chanceOf(seed, "sale", good.code, block);
  if (!moves(good) || !chance.yes(0.14)) return undefined;
  const from = startOf(block) + chance.whole(0, 6) * DAY_MS;
  const until = from + chance.whole(14, 20) * DAY_MS;
  return { from, until, share: chance.pick([0.7, 0.75, 0.8, 0.85]) };
}

const RAISES_FROM = blockOf(dayOfCivil(2026, 6, 1));
const RAISES_BLOCKS = 26;
/** Most become dearer once within two years. */
function raisedAt(seed: number, good: Good): number | undefined {
  const chance = chanceOf(seed, "raise", good.code);
  if (!moves(good) || !chance.yes(0.6)) return undefined;
  return startOf(RAISES_FROM + chance.whole(0, RAISES_BLOCKS - 1));
}
const BEFORE = 0.93;
const charming = (price: number): number =>
  price < 1000 ? Math.max(9, Math.round(price / 10) * 10 - 1) : Math.round(price / 100) * 100 - 5;

function amountOf(good: Good, country: Country, share: number): number {
  if (share === 1) return good.price[country];
  const kronor = charming(good.price.SE * share);
  return country === "SE" ? kronor : danishPrice(kronor);
}

/** What is said of the prices of a good at a moment, with the reduction that has begun by then and is not over. */
export function pricesAt(seed: number, good: Good, moment: number): object[] {
  const raised = raisedAt(seed, good);
  const share = raised !== undefined && moment < raised ? BEFORE : 1;
  const block = blockOf(dayOf(moment));
  const sale = [block, block - 1]
    .map((one) => saleIn(seed, good, one))
    .find((one) => one !== undefined && one.from <= moment && moment < one.until);
  return (["SE", "DK"] as const).map((country) => ({
    ...{ entity: entityOf(country), currency: currencyOf(country), taxPercent: 25 },
    amount: String(amountOf(good, country, share)),
    sale:
      sale === undefined
        ? null
        : {
            amount: String(amountOf(good, country, share * sale.share)),
            from: new Date(sale.from).toISOString(),
            until: new Date(sale.until).toISOString(),
          },
  }));
}

/** The moments between two at which something new is said of the price of a good, in their order. */
export function priceMoments(seed: number, good: Good, from: number, to: number): number[] {
  const [first, last] = [blockOf(dayOf(from)) - 1, blockOf(dayOf(to))];
  const sales = Array.from({ length: last - first + 1 }, (_, i) => saleIn(seed, good, first + i)?.from);
  const raised = raisedAt(seed, good);
  return [...new Set([...sales, raised])]
    .filter((at) => at !== undefined && at > from && at <= to)
    .filter((at) => at !== undefined)
    .sort((x, y) => x - y);
}

/** Long enough before the first event that every product has a history. */
export const SOLD_BEFORE_MS = 90 * DAY_MS - 13 * MINUTE_MS;

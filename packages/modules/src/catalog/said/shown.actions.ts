// What a channel shows of goods: kept beside what was told to the catalogue, which it does not change.
import { Refusal } from "@somlos/contract";
import { type ShownThere, shownThere } from "@somlos/contract/rooms/differences";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { minorOf } from "@somlos/rules/prices/amount";
import type { CatalogHouse } from "../catalog.house.ts";
import { listProductsOfVariants } from "../catalog.store.ts";
import { type Refused, readEach } from "../each.rules.ts";
import { entityIn } from "../show.actions.ts";
import { actorOf } from "../take.actions.ts";
import { variantIdOf } from "../told.rules.ts";
import { EVERYWHERE, latestNames, latestPrices, type SaidName, type SaidPrice } from "./said.rules.ts";
import { holdProducts, saveSaid } from "./said.store.ts";

type Shown = {
  readonly productId: string;
  readonly names: readonly SaidName[];
  readonly prices: readonly SaidPrice[];
};

function minor(amount: string, currency: string): number {
  const found = minorOf(amount, currency);
  if (found === undefined) throw new Refusal("catalog.price_bad");
  return found;
}

function priceOf(house: CatalogHouse, told: ShownThere): Omit<SaidPrice, "saidAt" | "input">[] {
  const entityId = entityIn(house, told);
  if (told.price === undefined || entityId === null) return [];
  const { amount, was, currency } = told.price;
  const locationId = house.company.place(told.location)?.id ?? EVERYWHERE;
  const [paid, ordinary] = [minor(amount, currency), was === undefined ? null : minor(was, currency)];
  const amounts = { amountMinor: ordinary ?? paid, saleMinor: ordinary === null ? null : paid };
  const [variantId, forever] = [variantIdOf(told.sku), { saleFrom: null, saleUntil: null }];
  return [{ variantId, entityId, locationId, currency, ...amounts, ...forever }];
}

function shownOf(house: CatalogHouse, told: ShownThere, productId: string | undefined): Shown {
  if (productId === undefined) throw new Refusal("catalog.unknown");
  const saidAt = Date.parse(told.at);
  const inputOf = (what: unknown) => uuidOf(fingerprint("shown", JSON.stringify(what)));
  const { name, language } = told;
  const names =
    name === undefined || language === undefined
      ? []
      : [{ productId, language, name, saidAt, input: inputOf(name) }];
  const prices = priceOf(house, told).map((one) => ({ ...one, saidAt, input: inputOf(Object.values(one)) }));
  return { productId, names, prices };
}

const skuOf = (one: unknown): string[] =>
  typeof one === "object" && one !== null && "sku" in one && typeof one.sku === "string" ? [one.sku] : [];

/** Answers how many were taken in, and which were refused and why. The same again changes nothing. */
export const takeShown = (
  house: CatalogHouse,
  sourceId: number,
  raw: readonly unknown[],
): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }> =>
  house.db.work(actorOf(sourceId), async ({ tx, now }) => {
    const ids = [...new Set(raw.flatMap(skuOf))].map(variantIdOf);
    const known = await listProductsOfVariants(tx, ids);
    const productOf = (sku: string) => known.get(variantIdOf(sku))?.productId;
    const { good, refused } = readEach(
      raw,
      () => shownThere,
      now,
      (told) => shownOf(house, told, productOf(told.sku)),
    );
    const productIds = [...new Set(good.map((one) => one.productId))];
    await holdProducts(tx, productIds);
    const names = latestNames(good.flatMap((one) => one.names));
    const prices = latestPrices(good.flatMap((one) => one.prices));
    await saveSaid(tx, sourceId, { productIds, names, facts: [], prices }, false);
    return { accepted: good.length, refused };
  });

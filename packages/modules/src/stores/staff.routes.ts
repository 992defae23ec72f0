// Doors for staff: where a product is, and what a place has, exactly.
import { type Language, Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/stores";
import type { Tx } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import { isUuid } from "@somlos/rules/uuid";
import { findProduct, listNames, listVariants, variantIdOf } from "../catalog/index.ts";
import type { KnownPlace } from "../company/index.ts";
import { listHeldBy } from "../ledger/index.ts";
import { spotAll } from "./figures/stock.actions.ts";
import { shownSpot, unitOf } from "./figures/stock.rules.ts";
import { countInPlace, listCounts, listCountsAt, listInPlace } from "./figures/stock.store.ts";
import { shelfOf } from "./holds/holds.rules.ts";
import { listSettings } from "./settings/settings.store.ts";
import type { StoresHouse } from "./stores.house.ts";

const AT_ONCE = 50;

async function named(tx: Tx, items: readonly words.StockSpot[], language: Language) {
  const skus = items.map(({ sku }) => sku);
  const names = await listNames(tx, skus, language);
  return items.map((one) => ({ ...one, product: names.get(one.sku) ?? null }));
}

/** What is held in a place and not there: few, since it is looked for among what is held. */
async function listShort({ company }: StoresHouse, tx: Tx, place: KnownPlace, now: Date) {
  const ending = unitOf("", place.code);
  const held = await listHeldBy(tx, shelfOf(place.code), now);
  const spots = held.map(({ unit }) => ({
    ...{ variantId: variantIdOf(unit.slice(0, -ending.length)), locationId: place.id },
  }));
  const spotted = await spotAll(tx, company, await listCountsAt(tx, spots), now);
  return spotted.map((one) => shownSpot(one, now)).filter(({ short }) => short > 0);
}

export const staffDoors = [
  handle(words.readProductStock, (house: StoresHouse, { params: { id } }) =>
    house.db.read(async (tx, now) => {
      const product = await findProduct(tx, isUuid(id) ? id : null, id);
      if (product === undefined) throw new Refusal("catalog.unknown");
      const variants = await listVariants(tx, [product.id]);
      const counts = await listCounts(
        tx,
        variants.map((one) => one.id),
      );
      const items = (await spotAll(tx, house.company, counts, now)).map((one) => shownSpot(one, now));
      return { items: items.sort((a, b) => a.name.localeCompare(b.name) || a.sku.localeCompare(b.sku)) };
    }),
  ),
  handle(words.listStock, (house: StoresHouse, { query, language }) => {
    const place = house.company.place(query.location);
    if (place === undefined) throw new Refusal("company.location_unknown");
    const { view, q: begins, after } = query;
    return house.db.read(async (tx, now) => {
      const { staleMinutes, margin } = (await listSettings(tx, [place.id]))(place.id);
      const asked = { locationId: place.id, now, staleMinutes, margin };
      const short = await listShort(house, tx, place, now);
      const skus = short.map(({ sku }) => sku);
      const wish = { skus, after, begins, limit: AT_ONCE, view: view === "short" ? ("some" as const) : view };
      const counts = await listInPlace(tx, asked, wish);
      const spotted = await spotAll(tx, house.company, counts, now);
      const items = await named(
        tx,
        spotted.map((one) => shownSpot(one, now)),
        language,
      );
      return {
        items,
        next: counts.length < AT_ONCE ? null : (counts.at(-1)?.sku ?? null),
        counts: { ...(await countInPlace(tx, asked)), short: short.length },
      };
    });
  }),
] as const;

// Doors to where goods are: what was scanned, and which stores there are.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/stores";
import type { Tx } from "@somlos/kernel/db";
import { handle } from "@somlos/kernel/http";
import type { Position } from "@somlos/rules/distance";
import { entityIn, findScanned, listSkus, shownAbroad, showProducts, variantIdOf } from "../catalog/index.ts";
import { hoursShown, isOver, type LocationRow, listLocations, zoneOf } from "../company/index.ts";
import { stockAtOf, tellStock } from "./figures/stock.actions.ts";
import { byDistance, distanceTo, nearest, positionOf, shownStock } from "./figures/stock.rules.ts";
import { listSettings } from "./settings/settings.store.ts";
import type { StoresHouse } from "./stores.house.ts";

const NO_FLOW = { held: 0, left: 0 };

const positionIn = (near: string | undefined): Position | undefined => {
  if (near === undefined) return undefined;
  const [latitude = 0, longitude = 0] = near.split(",").map(Number);
  return { latitude, longitude };
};

/** Of a place that told of none. */
const uncounted = async (tx: Tx, locationId: string, now: Date): Promise<words.ShownStock> =>
  shownStock(undefined, NO_FLOW, (await listSettings(tx, [locationId]))(locationId), now);

type Shown = { readonly from: Position | undefined; readonly entityCode: string; readonly now: Date };
function shownStore(
  place: LocationRow,
  stock: words.ShownStock | null,
  { from, entityCode, now }: Shown,
): words.ShownStore {
  const { code, name, kind, street, postalCode, city, country, phone } = place;
  const position = positionOf(place);
  return {
    ...{ code, name, kind, entity: entityCode, street, postalCode, city, country, phone, stock },
    position: position === undefined ? null : { ...position },
    distanceMeters: distanceTo(from, position),
    zone: zoneOf(place),
    ...hoursShown(place, now),
  };
}

export const listDoors = [
  handle(words.scanCode, (house: StoresHouse, { query, language }) => {
    const entityId = entityIn(house, query);
    const here = house.company.place(query.location);
    return house.db.read(async (tx, now) => {
      const scanned = await findScanned(tx, query.code);
      if (scanned === undefined) throw new Refusal("catalog.unknown");
      const { productId, variantId, read } = scanned;
      const [[product], told] = await tx.together(() =>
        Promise.all([
          showProducts(house, tx, [productId], { language, entityId, now }),
          tellStock(tx, house.company, [variantId], now),
        ]),
      );
      if (product === undefined) throw new Refusal("catalog.unknown");
      const own = here && told.find(({ place }) => place.id === here.id);
      return {
        ...{ product: shownAbroad(product, house.publicUrl), variantId, read },
        here: own?.stock ?? (here === undefined ? null : await uncounted(tx, here.id, now)),
        near: nearest(stockAtOf(told, here && positionOf(here)), here?.code),
      };
    });
  }),
  handle(words.listStores, (house: StoresHouse, { query }) => {
    const from = positionIn(query.near);
    return house.db.read(async (tx, now) => {
      const { sku } = query;
      if (sku !== undefined && !(await listSkus(tx, [sku])).has(sku)) throw new Refusal("catalog.unknown");
      const told = sku === undefined ? [] : await tellStock(tx, house.company, [variantIdOf(sku)], now);
      const stocks = new Map(told.map(({ place, stock }) => [place.id, stock]));
      const open = (await listLocations(tx, now)).filter(
        (place) =>
          !isOver(place.lastDay, zoneOf(place), now) &&
          (query.kind === undefined || place.kind === query.kind),
      );
      const settingsOf = await listSettings(
        tx,
        open.map(({ id }) => id),
      );
      const items = open.map((place) => {
        const none = () => shownStock(undefined, NO_FLOW, settingsOf(place.id), now);
        const stock = sku === undefined ? null : (stocks.get(place.id) ?? none());
        const entityCode = house.company.entityById(place.entityId)?.code ?? "";
        return shownStore(place, stock, { from, entityCode, now });
      });
      return {
        items: items
          .filter(({ opening }) => query.open === undefined || opening.state === "open")
          .sort(byDistance)
          .slice(0, query.limit),
      };
    });
  }),
] as const;

// Doors to where goods are: what was scanned, and which stores there are.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/stores";
import { handle } from "@somlos/kernel/http";
import type { Position } from "@somlos/rules/distance";
import { textOf } from "@somlos/rules/opening-hours";
import { entityIn, listSkus, showScanned, variantIdOf } from "../catalog/index.ts";
import { isOver, type LocationRow, listLocations, openingOf, zoneOf } from "../company/index.ts";
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

type Shown = { readonly from: Position | undefined; readonly entityCode: string; readonly now: Date };
function shownStore(
  place: LocationRow,
  stock: words.ShownStock | null,
  { from, entityCode, now }: Shown,
): words.ShownStore {
  const { code, name, kind, street, postalCode, city, country, phone } = place;
  const position = positionOf(place);
  const opening = openingOf(place, now);
  return {
    ...{ code, name, kind, entity: entityCode, street, postalCode, city, country, phone, stock },
    position: position === undefined ? null : { ...position },
    distanceMeters: distanceTo(from, position),
    zone: zoneOf(place),
    opening: {
      state: opening.state,
      until: opening.state === "open" ? (opening.until?.toISOString() ?? null) : null,
      opens: opening.state === "closed" ? (opening.opens?.toISOString() ?? null) : null,
    },
    week: place.week.map((span) => ({ weekday: span.weekday, ...textOf(span) })),
    exceptions: place.exceptions.map((day) => ({ ...day, spans: day.spans.map(textOf) })),
  };
}

export const listDoors = [
  handle(words.scanCode, (house: StoresHouse, { query, language }) => {
    const entityId = entityIn(house, query);
    const here = house.company.place(query.location);
    return house.db.read(async (tx, now) => {
      const scanned = await showScanned(house, tx, query.code, { language, entityId, now });
      if (scanned === undefined) throw new Refusal("catalog.unknown");
      const told = await tellStock(tx, house.company, [scanned.variantId], now);
      const settingsOf = await listSettings(tx, here === undefined ? [] : [here.id]);
      const own = told.find(({ place }) => place.id === here?.id);
      return {
        ...scanned,
        here:
          here === undefined
            ? null
            : (own?.stock ?? shownStock(undefined, NO_FLOW, settingsOf(here.id), now)),
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

// Where goods stand in a place and how many of them it means to have: a function of seed and calendar. Pure.
import { pickupPoint, type Store, storeList, warehouse } from "../chain.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import { zoneLines } from "../data/zones.ts";
import { type Article, type Good, goods } from "./assortment.rules.ts";
import type { Plenty } from "./families.rules.ts";

export type PlaceId = Store["id"] | (typeof warehouse)["id"];
/** Places that have goods on shelves; where parcels wait there are none. */
export const stockedPlaces: readonly PlaceId[] = [...storeList.map(({ id }) => id), warehouse.id];
export const placeIds: readonly string[] = [...stockedPlaces, pickupPoint.id];

type Zone = { readonly code: string; readonly sv: string; readonly da: string; readonly letter: string };
const zones: readonly Zone[] = zoneLines
  .trim()
  .split("\n")
  .map((line) => {
    const [code = "", letter = "", sv = "", da = ""] = line.split("|");
    return { code, letter, sv, da };
  });
/** The zones of a store, in the language of its country. */
export const zonesOf = ({ country }: Pick<Store, "country">): { code: string; name: string }[] =>
  zones.map(({ code, sv, da }) => ({ code, name: country === "SE" ? sv : da }));
export const warehouseZones = [{ code: "racks", name: "Höglager" }];

/** The zone of a good: the first word of its category. */
const zoneOf = ({ family }: Good): Zone => {
  const [first = ""] = family.category.split(" > ");
  const zone = zones.find(({ code }) => code === first.toLowerCase().replace(" ", "-"));
  if (zone === undefined) throw new Error(`no zone for ${family.category}`);
  return zone;
};

/** Where in a place an article stands. */
export function shelfOf(good: Good, { sku }: Article, place: PlaceId): { zone: string; shelf: string } {
  const chance = chanceOf("shelf", place, place === "lager" ? sku : good.code);
  if (place === "lager")
    return { zone: "racks", shelf: `${chance.whole(1, 24)}-${String(chance.whole(1, 60)).padStart(2, "0")}` };
  const zone = zoneOf(good);
  return { zone: zone.code, shelf: `${zone.letter} ${chance.whole(1, 24)}` };
}

const spans: Readonly<Record<Plenty, readonly [number, number]>> = {
  few: [2, 8],
  some: [5, 18],
  many: [10, 40],
  lots: [30, 120],
};
const BLOCK_WEEKS = 4;
const WAREHOUSE_TIMES = 4;

/** How many of an article a place has when it was filled up in a week; a few are out or nearly out for a month. */
export function targetOf(
  seed: number,
  good: Good,
  { sku, size }: Article,
  place: PlaceId,
  week: number,
): number {
  const chance = chanceOf(seed, "target", place, sku);
  const [low, high] = spans[good.family.plenty];
  const whole = chance.whole(low, high) * (place === "lager" ? WAREHOUSE_TIMES : 1);
  const full = size === undefined ? whole : Math.ceil(whole / 2);
  const short = chanceOf(seed, "short", place, sku, Math.floor(week / BLOCK_WEEKS)).next();
  if (short < 0.05) return 0;
  return short < 0.1 ? 1 : full;
}

export type Stocked = { readonly good: Good; readonly article: Article; readonly place: PlaceId };
/** Every article in every place. */
export const stocked: readonly Stocked[] = goods.flatMap((good) =>
  good.articles.flatMap((article) => stockedPlaces.map((place) => ({ good, article, place }))),
);

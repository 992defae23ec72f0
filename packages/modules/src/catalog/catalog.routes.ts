// Doors of the catalogue: told by the retailer's systems, read by everybody with a key.
import { type Language, Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/catalog";
import { type Caller, type Door, handle, type Knock } from "@somlos/kernel/http";
import type { CatalogHouse } from "./catalog.house.ts";
import { labelsFor } from "./categories/categories.actions.ts";
import { categoryDoors } from "./categories/categories.routes.ts";
import type { Labels } from "./categories/categories.rules.ts";
import { sayRefused } from "./each.rules.ts";
import { type Sort, search } from "./search/search.actions.ts";
import type { FacetRow } from "./search/search.store.ts";
import { entityIn, showHistory, showProduct, showProducts } from "./show.actions.ts";
import { take, takeWhole } from "./take.actions.ts";
import { shownAbroad } from "./view.rules.ts";

/** The source that a key speaks for. */
export function sourceOf(caller: Caller): number {
  if (caller.kind !== "key") throw new Refusal("door.needs_server_key");
  return caller.sourceId;
}

const valuesOf = (rows: readonly FacetRow[], name: string) =>
  rows.filter((row) => row.name === name).map(({ value, products }) => ({ value, products }));
const OPTION = "option ";
const shownFacets = (rows: readonly FacetRow[], { labelOf }: Labels) => ({
  categories: valuesOf(rows, "category").map((one) => ({ ...one, label: labelOf(one.value) })),
  brands: valuesOf(rows, "brand"),
  options: [...new Set(rows.map(({ name }) => name))]
    .filter((name) => name.startsWith(OPTION))
    .map((name) => ({ name: name.slice(OPTION.length), values: valuesOf(rows, name) })),
});
/** `colour:red,size:38` */
const optionsIn = (text: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (text ?? "").split(",").flatMap((pair) => {
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)];
      return name === "" ? [] : [[name.trim(), value.trim()] as const];
    }),
  );

type Find = Pick<Knock<unknown, Query, undefined>, "query" | "language">;
type Query = {
  readonly q: string;
  readonly sort: Sort;
  readonly from: number;
  readonly limit: number;
} & { readonly [F in "category" | "brand" | "option" | "location" | "entity"]?: string | undefined };
function find(house: CatalogHouse, { query, language }: Find) {
  const entityId = entityIn(house, query);
  const { q, category, brand, option, sort, from, limit } = query;
  const filter = { category: category ?? null, brand: brand ?? null, options: optionsIn(option) };
  return house.db.read(async (tx, now) => {
    const found = await search(tx, { text: q, language, filter, sort, entityId, now });
    const page = found.ids.slice(from, from + limit);
    const paths = valuesOf(found.facets, "category").map(({ value }) => value);
    const facets = shownFacets(found.facets, await labelsFor(tx, paths, language));
    return {
      items: await showProducts(house, tx, page, { language, entityId, now }),
      ...{ found: found.ids.length, more: found.more, facets },
      next: from + limit < found.ids.length ? from + limit : null,
    };
  });
}

type Open = {
  readonly params: { readonly id: string };
  readonly query: Pick<Query, "location" | "entity">;
  readonly language: Language;
};
function open(house: CatalogHouse, { params: { id }, query, language }: Open) {
  const entityId = entityIn(house, query);
  return house.db.read(async (tx, now) => {
    const product = await showProduct(house, tx, id, { language, entityId, now });
    if (product === undefined) throw new Refusal("catalog.unknown");
    return product;
  });
}

export const catalogDoors: readonly Door<CatalogHouse>[] = [
  ...categoryDoors(sourceOf),
  handle(words.searchProducts, async (house: CatalogHouse, knock) => {
    const found = await find(house, knock);
    return { ...found, items: found.items.map((one) => shownAbroad(one, house.publicUrl)) };
  }),
  handle(words.findProducts, find),
  handle(words.readProduct, async (house: CatalogHouse, knock) =>
    shownAbroad(await open(house, knock), house.publicUrl),
  ),
  handle(words.openProduct, open),
  handle(words.takeProducts, async (house: CatalogHouse, { caller, body, language }) => {
    const { accepted, refused } = await take(house, sourceOf(caller), body.products);
    return { success: true as const, accepted, refused: sayRefused(refused, language) };
  }),
  handle(words.endProducts, async (house: CatalogHouse, { caller, body }) => {
    await takeWhole(house, sourceOf(caller), body.at);
    return { success: true as const };
  }),
  handle(words.readPriceHistory, (house: CatalogHouse, { params: { id } }) =>
    house.db.read(async (tx, now) => {
      const items = await showHistory(house, tx, id, now);
      if (items === undefined) throw new Refusal("catalog.unknown");
      return { items };
    }),
  ),
];

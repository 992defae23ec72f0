// Doors of categories: named by the retailer's systems, read by everybody with a key.
import * as words from "@somlos/contract/rooms/categories";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import type { CatalogHouse } from "../catalog.house.ts";
import { sayRefused } from "../each.rules.ts";
import { showTree, takeNames } from "./categories.actions.ts";

export const categoryDoors = (sourceOf: (caller: Caller) => number): readonly Door<CatalogHouse>[] => [
  handle(words.listCategories, async (house: CatalogHouse, { language }) => ({
    items: await showTree(house, language),
  })),
  handle(words.takeCategories, async (house: CatalogHouse, { caller, body, language }) => {
    const { accepted, refused } = await takeNames(house, sourceOf(caller), body.categories);
    return { success: true as const, accepted, refused: sayRefused(refused, language) };
  }),
];

// Doors of the stores: told and held by the retailer's systems, read by everybody with a key.
import * as words from "@somlos/contract/rooms/stores";
import { type Door, handle } from "@somlos/kernel/http";
import { sayRefused, sourceOf } from "../catalog/index.ts";
import { differenceDoors } from "./differences/differences.routes.ts";
import type { FeedHouse } from "./feeds/feeds.actions.ts";
import { feedDoors } from "./feeds/feeds.routes.ts";
import { takeFigures, takeWholeCount } from "./figures/take.actions.ts";
import { extendHolds, holdStock, settleHolds } from "./holds/holds.actions.ts";
import { listDoors } from "./list.routes.ts";
import { settingsDoors } from "./settings/settings.routes.ts";
import { staffDoors } from "./staff.routes.ts";
import type { StoresHouse } from "./stores.house.ts";

export const storesDoors: readonly Door<FeedHouse>[] = [
  ...listDoors,
  ...settingsDoors,
  ...staffDoors,
  ...feedDoors,
  ...differenceDoors,
  handle(words.takeStock, async (house: StoresHouse, { caller, body, language }) => {
    const { accepted, refused } = await takeFigures(house, sourceOf(caller), body.figures);
    return { success: true as const, accepted, refused: sayRefused(refused, language) };
  }),
  handle(words.endStock, async (house: StoresHouse, { caller, body }) => {
    await takeWholeCount(house, sourceOf(caller), body);
    return { success: true as const };
  }),
  handle(words.holdStock, async (house: StoresHouse, { caller, body, language }) => ({
    items: await holdStock(house, sourceOf(caller), body.holds, language),
  })),
  handle(words.extendHolds, async (house: StoresHouse, { caller, body, language }) => ({
    items: await extendHolds(house, sourceOf(caller), body.ids, language),
  })),
  handle(words.settleHolds, async (house: StoresHouse, { caller, body, language }) => ({
    items: await settleHolds(house, sourceOf(caller), body.endings, language),
  })),
];

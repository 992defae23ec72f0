// Doors of how places promise what they have.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/stores-settings";
import { handle } from "@somlos/kernel/http";
import { change, demandReach, reaches, staffOf } from "../../company/index.ts";
import type { StoresHouse } from "../stores.house.ts";
import { listSettings, saveSettings } from "./settings.store.ts";

function placeOf({ company }: StoresHouse, id: string) {
  const place = company.placeById(id);
  if (place === undefined) throw new Refusal("company.location_unknown");
  return place;
}

export const settingsDoors = [
  handle(words.readStoreSettings, (house: StoresHouse, { caller, params: { id } }) => {
    const place = placeOf(house, id);
    return house.db.read(async (tx) => {
      const grants = await house.reachOf(tx, staffOf(caller).staffId);
      const { margin, holdMinutes, staleMinutes, zones, version } = (await listSettings(tx, [id]))(id);
      return {
        ...{ margin, holdMinutes, staleMinutes, version },
        zones: zones.map((zone) => ({ ...zone })),
        mine: reaches(grants, "locations.manage", place),
      };
    });
  }),
  handle(words.saveStoreSettings, (house: StoresHouse, knock) => {
    const { id } = knock.params;
    const { version: seen, ...settings } = knock.body;
    const place = placeOf(house, id);
    if (new Set(settings.zones.map(({ code }) => code)).size < settings.zones.length)
      throw new Refusal("stores.zone_twice");
    return change(house, knock, words.saveStoreSettings.id, async (work, grants) => {
      demandReach(grants, "locations.manage", place);
      const by = { version: seen, at: work.now, by: work.actor.id };
      const version = await saveSettings(work.tx, id, settings, by);
      if (version === undefined) throw new Refusal("company.saved_by_other");
      return { answer: { id, version }, object: id };
    });
  }),
] as const;

// Every "no" of the stores and their stock.
import type { RefusalLine } from "../refusal.ts";

export const storesRefusals = {
  "stores.not_enough": {
    status: 409,
    en: "There are not that many left here. See where else it is, or take fewer.",
    sv: "Så många finns inte kvar här. Se var den finns i stället, eller ta färre.",
    da: "Så mange er der ikke tilbage her. Se, hvor den ellers findes, eller tag færre.",
  },
  "stores.figure_old": {
    status: 409,
    en: "Nobody has counted this here lately, so it cannot be promised. Ask the store, or see where else it is.",
    sv: "Ingen har räknat den här nyligen, så den kan inte lovas. Fråga butiken, eller se var den finns i stället.",
    da: "Ingen har talt den her for nylig, så den kan ikke loves. Spørg butikken, eller se, hvor den ellers findes.",
  },
  "stores.hold_unknown": {
    status: 404,
    en: "There is no such hold of yours. It may be another system's; make one anew.",
    sv: "Ni har inget sådant håll. Det kan vara ett annat systems; gör ett nytt.",
    da: "I har ingen sådan reservation. Den kan være et andet systems; lav en ny.",
  },
  "stores.zone_twice": {
    status: 400,
    en: "Two zones have the same code. Give each its own.",
    sv: "Två zoner har samma kod. Ge var och en sin egen.",
    da: "To zoner har samme kode. Giv hver sin egen.",
  },
} as const satisfies Record<string, RefusalLine>;

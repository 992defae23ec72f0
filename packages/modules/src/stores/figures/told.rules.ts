// What a source counted, as rows: each with a hash that decides between two words of one moment, so that every order of telling
// gives the same. Pure.
import { Refusal } from "@somlos/contract";
import type { ToldFigure } from "@somlos/contract/rooms/stores";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { variantIdOf } from "../../catalog/index.ts";

export type FigureRow = {
  readonly variantId: string;
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly countedAt: number;
  readonly zones: string;
  readonly input: string;
};

/** The id of a location by its code. */
export type PlaceIds = (code: string) => string | undefined;

export function figureOf(told: ToldFigure, sourceId: number, placeOf: PlaceIds): FigureRow {
  const locationId = placeOf(told.location);
  if (locationId === undefined) throw new Refusal("company.location_unknown");
  const { sku, onHand } = told;
  const zones = JSON.stringify(
    told.zones.map(({ zone, shelf, onHand: there }) => ({ zone, shelf, onHand: there })),
  );
  const input = uuidOf(fingerprint("stock figure", JSON.stringify([sourceId, sku, onHand, zones])));
  const countedAt = Date.parse(told.at);
  return { variantId: variantIdOf(sku), locationId, sku, onHand, countedAt, zones, input };
}

/** Of several words about one thing the latest, and of one moment that with the greater hash. */
export function latestFigures(rows: readonly FigureRow[]): FigureRow[] {
  const best = new Map<string, FigureRow>();
  for (const row of rows) {
    const key = row.variantId + row.locationId;
    const known = best.get(key);
    const wins =
      known === undefined ||
      row.countedAt > known.countedAt ||
      (row.countedAt === known.countedAt && row.input > known.input);
    if (wins) best.set(key, row);
  }
  return [...best.values()];
}

// What a source counted, as rows: each with a hash that decides between two words of one moment, so that every order of telling
// gives the same. Pure.
import { Refusal } from "@somlos/contract";
import type { ToldFigure } from "@somlos/contract/rooms/stores";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { latest, variantIdOf } from "../../catalog/index.ts";

export type FigureRow = {
  readonly variantId: string;
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly saidAt: number;
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
  const saidAt = Date.parse(told.at);
  return { variantId: variantIdOf(sku), locationId, sku, onHand, saidAt, zones, input };
}

/** Of several counts of one thing the latest. */
export const latestFigures = (rows: readonly FigureRow[]): FigureRow[] =>
  latest(rows, ({ variantId, locationId }) => variantId + locationId);

// How many there are and where, as it is told. Pure.
import type { ShownStock, StockAt, StockSpot } from "@somlos/contract/rooms/stores";
import { metresBetween, type Position } from "@somlos/rules/distance";
import { type Flow, promisable, truthOf } from "@somlos/rules/stock/promise";
import type { KnownPlace } from "../../company/index.ts";
import type { Settings, Zone } from "../settings/settings.rules.ts";

export type ZoneFigure = {
  readonly zone: string;
  readonly shelf: string | null;
  readonly onHand: number | null;
};
export type FoundCount = {
  readonly variantId: string;
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly countedAt: Date;
  readonly zones: readonly ZoneFigure[];
};
export type Spot = { readonly variantId: string; readonly locationId: string };

/** A count with all that it is told by. */
export type Spotted = {
  readonly count: FoundCount;
  readonly place: KnownPlace;
  readonly flow: Flow;
  readonly settings: Settings;
};

/** What the ledger counts holds by: a sku at a place. */
export const unitOf = (sku: string, location: string): string => `${sku}@${location}`;

const shelvesOf = (found: readonly ZoneFigure[], zones: readonly Zone[]): ShownStock["shelves"] =>
  found.map(({ zone, shelf }) => ({
    ...{ zone, shelf, name: zones.find(({ code }) => code === zone)?.name ?? zone },
  }));

export function shownStock(
  count: FoundCount | undefined,
  flow: Flow,
  settings: Settings,
  now: Date,
): ShownStock {
  const countedAt = count?.countedAt ?? null;
  return {
    ...truthOf(count, flow, settings, now),
    countedAt: countedAt?.toISOString() ?? null,
    ageSeconds:
      countedAt === null ? null : Math.max(0, Math.floor((now.getTime() - countedAt.getTime()) / 1000)),
    shelves: shelvesOf(count?.zones ?? [], settings.zones),
  };
}

/** As staff see it: exactly. */
export function shownSpot({ count, place, flow, settings }: Spotted, now: Date): StockSpot {
  const all = promisable(count, flow.left, settings, now);
  return {
    ...{ sku: count.sku, location: place.code, name: place.name, kind: place.kind, onHand: count.onHand },
    ...{
      countedAt: count.countedAt.toISOString(),
      held: flow.held,
      left: flow.left,
      margin: settings.margin,
    },
    ageSeconds: Math.max(0, Math.floor((now.getTime() - count.countedAt.getTime()) / 1000)),
    promisable: all === undefined ? null : Math.max(0, all - flow.held),
    short: Math.max(0, flow.held - (all ?? 0)),
    zones: count.zones.map(({ zone, shelf, onHand }) => ({
      ...{ zone, shelf, onHand, name: settings.zones.find(({ code }) => code === zone)?.name ?? zone },
    })),
  };
}

export const positionOf = ({
  latitude,
  longitude,
}: Pick<KnownPlace, "latitude" | "longitude">): Position | undefined =>
  latitude === null || longitude === null ? undefined : { latitude, longitude };

export const distanceTo = (from: Position | undefined, to: Position | undefined): number | null =>
  from === undefined || to === undefined ? null : metresBetween(from, to);

type Placed = { readonly distanceMeters: number | null; readonly name: string };
/** Nearest first, those without a distance last, by name. */
export const byDistance = (a: Placed, b: Placed): number =>
  (a.distanceMeters ?? Number.POSITIVE_INFINITY) === (b.distanceMeters ?? Number.POSITIVE_INFINITY)
    ? a.name.localeCompare(b.name)
    : (a.distanceMeters ?? Number.POSITIVE_INFINITY) - (b.distanceMeters ?? Number.POSITIVE_INFINITY);

const MOST_NEAR = 5;
/** Where else it is: the nearest that have it. */
export const nearest = (all: readonly StockAt[], but: string | undefined): StockAt[] =>
  all
    .filter(({ location, state }) => location !== but && (state === "in_stock" || state === "few"))
    .sort(byDistance)
    .slice(0, MOST_NEAR);

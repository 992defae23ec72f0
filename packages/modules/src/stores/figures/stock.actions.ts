// How many there are, where, and how many of them can still be promised.
import type { ShownStock, StockAt } from "@somlos/contract/rooms/stores";
import type { Tx } from "@somlos/kernel/db";
import type { Position } from "@somlos/rules/distance";
import { type CompanyView, isOver, type KnownPlace } from "../../company/index.ts";
import { type Flow, listFlows } from "../../ledger/index.ts";
import { HOLD_CAUSE, shelfOf } from "../holds/holds.rules.ts";
import { listSettings } from "../settings/settings.store.ts";
import type { FoundCount } from "./stock.rules.ts";
import { distanceTo, positionOf, type Spotted, shownStock, unitOf } from "./stock.rules.ts";
import { listCounts } from "./stock.store.ts";

type Places = Pick<CompanyView, "listPlaces">;
/** Of one product at one place. */
export type Told = Spotted & { readonly stock: ShownStock };

/** These counts with what is held and what left since, in places that are not closed for good: one way there and back for all. */
export async function spotAll(
  tx: Tx,
  company: Places,
  counts: readonly FoundCount[],
  now: Date,
): Promise<readonly Spotted[]> {
  const places = openPlaces(company, now);
  const ids = [...new Set(counts.map(({ locationId }) => locationId))];
  const [flows, settingsOf] = await tx.together(() =>
    Promise.all([flowsOf(tx, places, counts, now), listSettings(tx, ids)]),
  );
  return spotted(places, counts, flows, settingsOf);
}

type OpenPlaces = ReadonlyMap<string, KnownPlace>;
const openPlaces = (company: Places, now: Date): OpenPlaces =>
  new Map(
    company
      .listPlaces()
      .filter(({ lastDay, zone }) => !isOver(lastDay, zone, now))
      .map((place) => [place.id, place]),
  );
const thereOf = (places: OpenPlaces, counts: readonly FoundCount[]) =>
  counts.flatMap((count) => {
    const place = places.get(count.locationId);
    return place === undefined ? [] : [{ count, place }];
  });

/** Of each of those that lie in a place that is open. */
const flowsOf = (tx: Tx, places: OpenPlaces, counts: readonly FoundCount[], now: Date) =>
  listFlows(
    tx,
    thereOf(places, counts).map(({ count, place }) => ({
      ...{ unit: unitOf(count.sku, place.code), holder: shelfOf(place.code), since: count.countedAt },
    })),
    HOLD_CAUSE,
    now,
  );

function spotted(
  places: OpenPlaces,
  counts: readonly FoundCount[],
  flows: readonly Flow[],
  settingsOf: Awaited<ReturnType<typeof listSettings>>,
): readonly Spotted[] {
  const there = thereOf(places, counts);
  return there.map(({ count, place }, i) => ({
    ...{ count, place, flow: flows[i] ?? { held: 0, left: 0 }, settings: settingsOf(place.id) },
  }));
}

/** Of these variants, everywhere. */
export async function tellStock(
  tx: Tx,
  company: Places,
  variantIds: readonly string[],
  now: Date,
): Promise<readonly Told[]> {
  const places = openPlaces(company, now);
  const [counts, settingsOf] = await tx.together(() =>
    Promise.all([listCounts(tx, variantIds), listSettings(tx, [...places.keys()])]),
  );
  const flows = await flowsOf(tx, places, counts, now);
  return spotted(places, counts, flows, settingsOf).map((one) => ({
    ...one,
    stock: shownStock(one.count, one.flow, one.settings, now),
  }));
}

/** As it is told to somebody who stands somewhere. */
export const stockAtOf = (told: readonly Told[], from: Position | undefined): StockAt[] =>
  told.map(({ place, stock }) => ({
    ...{ location: place.code, name: place.name, kind: place.kind },
    ...{ distanceMeters: distanceTo(from, positionOf(place)), ...stock },
  }));

// How many there are, where, and how many of them can still be promised.
import type { ShownStock, StockAt } from "@somlos/contract/rooms/stores";
import type { Tx } from "@somlos/kernel/db";
import type { Position } from "@somlos/rules/distance";
import { type CompanyView, isOver } from "../../company/index.ts";
import { listFlows } from "../../ledger/index.ts";
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
  const places = new Map(company.listPlaces().map((place) => [place.id, place]));
  const there = counts.flatMap((count) => {
    const place = places.get(count.locationId);
    return place === undefined || isOver(place.lastDay, place.zone, now) ? [] : [{ count, place }];
  });
  const asked = there.map(({ count, place }) => ({
    ...{ unit: unitOf(count.sku, place.code), holder: shelfOf(place.code), since: count.countedAt },
  }));
  const placeIds = [...new Set(there.map(({ place }) => place.id))];
  const [flows, settingsOf] = await tx.together(() =>
    Promise.all([listFlows(tx, asked, HOLD_CAUSE, now), listSettings(tx, placeIds)]),
  );
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
  const spotted = await spotAll(tx, company, await listCounts(tx, variantIds), now);
  return spotted.map((one) => ({ ...one, stock: shownStock(one.count, one.flow, one.settings, now) }));
}

/** As it is told to somebody who stands somewhere. */
export const stockAtOf = (told: readonly Told[], from: Position | undefined): StockAt[] =>
  told.map(({ place, stock }) => ({
    ...{ location: place.code, name: place.name, kind: place.kind },
    ...{ distanceMeters: distanceTo(from, positionOf(place)), ...stock },
  }));

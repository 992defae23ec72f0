// The doors of locations.
import * as words from "@somlos/contract/rooms/company-places";
import { handle } from "@somlos/kernel/http";
import { dateAt } from "@somlos/rules/calendar";
import { type CompanyHouse, change, staffOf } from "../company.house.ts";
import { told } from "./entities.routes.ts";
import { changeLocation, closeLocation, createLocation, reopenLocation } from "./locations.actions.ts";
import { listLocations } from "./locations.store.ts";
import { hoursShown, isOver, type LocationRow, zoneOf } from "./places.rules.ts";
import { type Reach, reaches } from "./reach.rules.ts";

function shown(place: LocationRow, grants: readonly Reach[], now: Date): words.LocationAnswer {
  const { entityZone: _, entityLastDay: __, latitude, longitude, ...row } = place;
  const zone = zoneOf(place);
  return {
    ...row,
    zone,
    today: dateAt(now, zone),
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    closed: isOver(place.lastDay, zone, now),
    ...hoursShown(place, now),
    mine: reaches(grants, "hours.manage", place),
    changedAt: place.changedAt.toISOString(),
  };
}

type Position = { readonly latitude: number; readonly longitude: number } | null | undefined;

/** Both or neither, as the table has it; not given stays not given. */
const inTwo = (position: Position) =>
  position === undefined
    ? {}
    : { latitude: position?.latitude ?? null, longitude: position?.longitude ?? null };

export const locationDoors = [
  handle(words.listLocations, (house: CompanyHouse, { caller }) =>
    house.db.read(async (tx, now) => {
      const grants = await house.reachOf(tx, staffOf(caller).staffId);
      const items = (await listLocations(tx, now)).map((place) => shown(place, grants, now));
      return { items: items.sort((a, b) => Number(a.closed) - Number(b.closed)) };
    }),
  ),
  handle(words.createLocation, (house: CompanyHouse, knock) => {
    const { position, ...wish } = knock.body;
    const place = { ...wish, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null };
    return change(house, knock, words.createLocation.id, async (work, grants) =>
      told(await createLocation(work, grants, place)),
    );
  }),
  handle(words.changeLocation, (house: CompanyHouse, knock) => {
    const { version, position, ...wish } = knock.body;
    const seen = { id: knock.params.id, version };
    return change(house, knock, words.changeLocation.id, async (work, grants) =>
      told(await changeLocation(work, grants, seen, { ...wish, ...inTwo(position) })),
    );
  }),
  handle(words.closeLocation, (house: CompanyHouse, knock) => {
    const { version, lastDay } = knock.body;
    const seen = { id: knock.params.id, version };
    return change(house, knock, words.closeLocation.id, async (work, grants) =>
      told(await closeLocation(work, grants, seen, lastDay)),
    );
  }),
  handle(words.reopenLocation, (house: CompanyHouse, knock) => {
    const seen = { id: knock.params.id, version: knock.body.version };
    return change(house, knock, words.reopenLocation.id, async (work, grants) =>
      told(await reopenLocation(work, grants, seen)),
    );
  }),
] as const;

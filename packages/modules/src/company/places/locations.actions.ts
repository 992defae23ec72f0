// Locations: entered, changed, closed, opened again, each by somebody whose grants reach them.
import { type Permission, Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { givenOf, refuseOld } from "../company.rules.ts";
import { bumpRevision } from "../company.store.ts";
import type { Saved } from "./entities.actions.ts";
import { findEntity } from "./entities.store.ts";
import {
  findLocation,
  insertLocation,
  type LocationFields,
  type NewLocation,
  saveLocation,
} from "./locations.store.ts";
import type { LocationRow } from "./places.rules.ts";
import { demandReach, type Reach } from "./reach.rules.ts";

export type LocationWish = { readonly code?: string | undefined } & {
  readonly [F in keyof LocationFields]?: LocationFields[F] | undefined;
};

export async function createLocation(
  work: Work,
  grants: readonly Reach[],
  wish: Omit<NewLocation, "id">,
): Promise<Saved> {
  await bumpRevision(work.tx);
  demandReach(grants, "locations.manage", { entityId: wish.entityId, id: undefined });
  const entity = await findEntity(work.tx, wish.entityId);
  if (entity === undefined) throw new Refusal("company.entity_unknown");
  if (entity.lastDay !== null) throw new Refusal("company.entity_closed");
  const id = uuid7(work.now.getTime());
  if (!(await insertLocation(work.tx, { ...wish, id, at: work.now, by: work.actor.id })))
    throw new Refusal("company.code_taken");
  return { id, version: 1 };
}

/** What a change begins with. The bump before reading makes changes of the company wait for one another. */
export async function beginLocation(
  work: Work,
  grants: readonly Reach[],
  permission: Permission,
  seen: { readonly id: string; readonly version: number },
): Promise<LocationRow> {
  await bumpRevision(work.tx);
  const there = await findLocation(work.tx, seen.id, work.now);
  if (there === undefined) throw new Refusal("company.location_unknown");
  demandReach(grants, permission, there);
  refuseOld(there, seen.version);
  return there;
}

/** Writes it with a new version: also when only its hours changed. */
export async function endLocation(work: Work, location: LocationRow): Promise<Saved> {
  const { firstDay, lastDay, id } = location;
  if (firstDay !== null && lastDay !== null && lastDay < firstDay)
    throw new Refusal("company.closes_before_opening");
  const version = await saveLocation(work.tx, { ...location, at: work.now, by: work.actor.id });
  if (version === undefined) throw new Refusal("company.saved_by_other");
  return { id, version };
}

type Seen = { readonly id: string; readonly version: number };

export async function changeLocation(
  work: Work,
  grants: readonly Reach[],
  seen: Seen,
  wish: LocationWish,
): Promise<Saved> {
  const there = await beginLocation(work, grants, "locations.manage", seen);
  const { code, ...fields } = wish;
  if (code !== undefined && code !== there.code) throw new Refusal("company.code_fixed");
  return endLocation(work, { ...there, ...givenOf(fields) });
}

export async function closeLocation(
  work: Work,
  grants: readonly Reach[],
  seen: Seen,
  lastDay: string,
): Promise<Saved> {
  const there = await beginLocation(work, grants, "locations.manage", seen);
  if (there.entityLastDay !== null && lastDay > there.entityLastDay)
    throw new Refusal("company.entity_closed");
  return endLocation(work, { ...there, lastDay });
}

export async function reopenLocation(work: Work, grants: readonly Reach[], seen: Seen): Promise<Saved> {
  const there = await beginLocation(work, grants, "locations.manage", seen);
  if (there.entityLastDay !== null) throw new Refusal("company.entity_closed");
  return endLocation(work, { ...there, lastDay: null });
}

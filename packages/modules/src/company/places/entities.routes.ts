// The doors of legal entities.
import * as words from "@somlos/contract/rooms/company-entities";
import { handle } from "@somlos/kernel/http";
import { type CompanyHouse, change } from "../company.house.ts";
import { circlesOf } from "../sharing/circle.rules.ts";
import { listKnownEntities } from "../sharing/sharing.store.ts";
import { changeEntity, closeEntity, createEntity, reopenEntity, type Saved } from "./entities.actions.ts";
import { type EntityRow, listEntities } from "./entities.store.ts";
import { listLocations } from "./locations.store.ts";
import { isOver, type LocationRow, zoneOf } from "./places.rules.ts";

type Shared = { readonly circle: number; readonly sharingId: string | null };

function shown(
  entity: EntityRow,
  shared: Shared | undefined,
  places: readonly LocationRow[],
  now: Date,
): words.EntityAnswer {
  const open = places.filter(
    (place) => place.entityId === entity.id && !isOver(place.lastDay, zoneOf(place), now),
  );
  return {
    ...entity,
    languages: [...entity.languages],
    circle: shared?.circle ?? entity.number,
    sharingId: shared?.sharingId ?? null,
    closed: isOver(entity.lastDay, entity.timeZone, now),
    locations: open.length,
    changedAt: entity.changedAt.toISOString(),
  };
}

/** What was saved, and whose line it is in the audit. */
export const told = (saved: Saved) => ({ answer: { ...saved }, object: saved.id });

export const entityDoors = [
  handle(words.listEntities, ({ db }: CompanyHouse) =>
    db.read(async (tx, now) => {
      const places = await listLocations(tx, now);
      const shared = new Map(
        circlesOf(await listKnownEntities(tx), []).flatMap(({ circle, entities }) =>
          entities.map(({ id, sharingId }) => [id, { circle, sharingId }]),
        ),
      );
      const items = (await listEntities(tx)).map((entity) =>
        shown(entity, shared.get(entity.id), places, now),
      );
      return { items: items.sort((a, b) => Number(a.closed) - Number(b.closed)) };
    }),
  ),
  handle(words.createEntity, (house: CompanyHouse, knock) =>
    change(house, knock, words.createEntity.id, async (work) => told(await createEntity(work, knock.body))),
  ),
  handle(words.changeEntity, (house: CompanyHouse, knock) => {
    const { version, ...wish } = knock.body;
    return change(house, knock, words.changeEntity.id, async (work) =>
      told(await changeEntity(work, knock.params.id, version, wish)),
    );
  }),
  handle(words.closeEntity, (house: CompanyHouse, knock) => {
    const { version, lastDay } = knock.body;
    return change(house, knock, words.closeEntity.id, async (work) =>
      told(await closeEntity(work, knock.params.id, version, lastDay)),
    );
  }),
  handle(words.reopenEntity, (house: CompanyHouse, knock) =>
    change(house, knock, words.reopenEntity.id, async (work) =>
      told(await reopenEntity(work, knock.params.id, knock.body.version)),
    ),
  ),
] as const;

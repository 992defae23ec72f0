// The doors of what legal entities share on.
import * as words from "@somlos/contract/rooms/company-sharings";
import { handle } from "@somlos/kernel/http";
import { type CompanyHouse, change } from "../company.house.ts";
import type { KnownEntity } from "./circle.rules.ts";
import { endSharing, recordSharing } from "./sharing.actions.ts";
import { listKnownEntities, listSharings, type SharingRow } from "./sharing.store.ts";

function shown(row: SharingRow, entities: ReadonlyMap<string, KnownEntity>): words.SharingAnswer {
  const { id, ground, document, recordedBy, endedAt } = row;
  return {
    ...{ id, ground, document, recordedBy, words: { ...row.words } },
    entities: row.entityIds.map((one) => {
      const { code = "", name = "" } = entities.get(one) ?? {};
      return { id: one, code, name };
    }),
    recordedAt: row.recordedAt.toISOString(),
    ended:
      endedAt === null ? null : { at: endedAt.toISOString(), by: row.endedBy ?? "", why: row.endedWhy ?? "" },
  };
}

const told = (recorded: { readonly id: string }) => ({ answer: recorded, object: recorded.id });

export const sharingDoors = [
  handle(words.listSharings, ({ db }: CompanyHouse) =>
    db.read(async (tx) => {
      const entities = new Map((await listKnownEntities(tx)).map((entity) => [entity.id, entity]));
      return { items: (await listSharings(tx)).map((row) => shown(row, entities)) };
    }),
  ),
  handle(words.recordSharing, (house: CompanyHouse, knock) =>
    change(house, knock, words.recordSharing.id, async (work) => told(await recordSharing(work, knock.body))),
  ),
  handle(words.endSharing, (house: CompanyHouse, knock) =>
    change(house, knock, words.endSharing.id, async (work) =>
      told(await endSharing(work, knock.params.id, knock.body)),
    ),
  ),
] as const;

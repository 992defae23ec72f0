// What sources say of products is taken in: one that is wrong refuses itself only, and all good ones are written together.
import { toldSchema } from "@somlos/contract/rooms/catalog";
import type { CatalogHouse } from "./catalog.house.ts";
import { type Refused, readEach, refuseAhead } from "./each.rules.ts";
import { saveTold, saveWhole } from "./take.store.ts";
import { type EntityIds, together, toldOf } from "./told.rules.ts";

/** Whoever speaks with a key of this source. */
export const actorOf = (sourceId: number) => ({ kind: "key", id: `source:${sourceId}` }) as const;

export const readTold = (raw: readonly unknown[], entityOf: EntityIds, now: Date) =>
  readEach(raw, toldSchema, now, (told) => toldOf(told, entityOf));

type TakingHouse = Pick<CatalogHouse, "db" | "company">;
/** Answers how many were taken in, and which were refused and why. The same again changes nothing. */
export const take = (
  { db, company }: TakingHouse,
  sourceId: number,
  raw: readonly unknown[],
): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }> => {
  const entityOf: EntityIds = (code) => company.entity(code)?.id;
  return db.work(actorOf(sourceId), async ({ tx, now }) => {
    const { good, refused } = readTold(raw, entityOf, now);
    if (good.length > 0) await saveTold(tx, sourceId, together(good));
    return { accepted: good.length, refused };
  });
};

/** What this source last told of before then, it sells no longer: said once everything was told. */
export const takeWhole = ({ db }: TakingHouse, sourceId: number, at: string): Promise<void> =>
  db.work(actorOf(sourceId), async ({ tx, now }) => {
    refuseAhead(at, now);
    await saveWhole(tx, sourceId, new Date(at));
  });

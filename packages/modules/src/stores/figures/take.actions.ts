// What sources counted is taken in: one that is wrong refuses itself only, and all good ones are written together.
import { Refusal } from "@somlos/contract";
import { toldFigure } from "@somlos/contract/rooms/stores";
import type { Database } from "@somlos/kernel/db";
import { actorOf, type Refused, readEach, refuseAhead } from "../../catalog/index.ts";
import type { CompanyView } from "../../company/index.ts";
import { saveFigures, saveWholes } from "./take.store.ts";
import { figureOf, latestFigures, type PlaceIds } from "./told.rules.ts";

type FiguresHouse = { readonly db: Database; readonly company: Pick<CompanyView, "place"> };

export const readFigures = (raw: readonly unknown[], sourceId: number, placeOf: PlaceIds, now: Date) =>
  readEach(
    raw,
    () => toldFigure,
    now,
    (told) => figureOf(told, sourceId, placeOf),
  );

/** Answers how many were taken in, and which were refused and why. The same again changes nothing. */
export const takeFigures = (
  { db, company }: FiguresHouse,
  sourceId: number,
  raw: readonly unknown[],
): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }> => {
  const placeOf: PlaceIds = (code) => company.place(code)?.id;
  return db.work(actorOf(sourceId), async ({ tx, now }) => {
    const { good, refused } = readFigures(raw, sourceId, placeOf, now);
    if (good.length > 0) await saveFigures(tx, sourceId, latestFigures(good));
    return { accepted: good.length, refused };
  });
};

/** Of what this source last counted in these places before then, there is nothing: said once all was told. */
export const takeWholeCount = (
  { db, company }: FiguresHouse,
  sourceId: number,
  { at, locations }: { readonly at: string; readonly locations: readonly string[] },
): Promise<void> =>
  db.work(actorOf(sourceId), async ({ tx, now }) => {
    refuseAhead(at, now);
    const ids = locations.map((code) => {
      const place = company.place(code);
      if (place === undefined) throw new Refusal("company.location_unknown");
      return place.id;
    });
    await saveWholes(tx, sourceId, ids, new Date(at));
  });

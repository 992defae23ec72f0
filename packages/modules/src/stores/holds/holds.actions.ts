// Something is held for somebody: counted and held under one lock, so that the last one is promised once; and let go, prolonged,
// or gone.
import type { Language } from "@somlos/contract";
import type { HeldAnswer, HoldWish } from "@somlos/contract/rooms/stores";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { promisable } from "@somlos/rules/stock/promise";
import { actorOf, listSkus, variantIdOf } from "../../catalog/index.ts";
import type { CompanyView, KnownPlace } from "../../company/index.ts";
import { extend, type Level, listFlows, type Outcome, settle, transferCounted } from "../../ledger/index.ts";
import { stockAtOf, tellStock } from "../figures/stock.actions.ts";
import type { FoundCount, Spot } from "../figures/stock.rules.ts";
import { nearest, positionOf, unitOf } from "../figures/stock.rules.ts";
import { listCountsAt } from "../figures/stock.store.ts";
import type { Settings } from "../settings/settings.rules.ts";
import { listSettings } from "../settings/settings.store.ts";
import {
  answerOf,
  COUNT_CAUSE,
  gone,
  goods,
  HOLD_CAUSE,
  type HoldOutcome,
  refusedBy,
  shelfOf,
  untilOf,
  whyNone,
} from "./holds.rules.ts";
import { insertHolds, listOwn } from "./holds.store.ts";

type HoldsHouse = { readonly db: Database; readonly company: Pick<CompanyView, "place" | "listPlaces"> };
type SettingsOf = (locationId: string) => Settings;
type Placed = { readonly wish: HoldWish; readonly place: KnownPlace; readonly variantId: string };
type Answer = Omit<HeldAnswer, "near">;

const keyOf = ({ variantId, locationId }: Spot): string => variantId + locationId;
const spotOf = ({ variantId, place }: Placed): Spot => ({ variantId, locationId: place.id });

/** What each place can promise now, in all: asked once everybody else waits. */
const counting =
  (list: readonly Placed[], settingsOf: SettingsOf, now: Date, seen: Map<string, FoundCount>) =>
  async (tx: Tx): Promise<readonly number[]> => {
    const found = await listCountsAt(tx, list.map(spotOf));
    for (const count of found) seen.set(keyOf(count), count);
    const counts = list.map((one) => seen.get(keyOf(spotOf(one))));
    const asked = list.map(({ wish, place }, i) => ({
      ...{ unit: unitOf(wish.sku, place.code), holder: shelfOf(place.code) },
      since: counts[i]?.countedAt ?? now,
    }));
    const flows = await listFlows(tx, asked, HOLD_CAUSE, now);
    return list.map(
      ({ place }, i) => promisable(counts[i], flows[i]?.left ?? 0, settingsOf(place.id), now) ?? 0,
    );
  };

const levelAt = ({ wish, place }: Placed, now: Date): Level => ({
  ...{ id: uuid7(now.getTime()), unit: unitOf(wish.sku, place.code) },
  ...{ holder: shelfOf(place.code), issuer: goods, cause: COUNT_CAUSE },
});

/** Under one lock a place is counted, and what is wished of it held; of another source's id nothing is told. */
async function holdPlaced(work: Work, sourceId: number, placed: readonly Placed[]) {
  const { tx, now } = work;
  const settingsOf = await listSettings(
    tx,
    placed.map(({ place }) => place.id),
  );
  const spots = [...new Map(placed.map((one) => [keyOf(spotOf(one)), one])).values()];
  const seen = new Map<string, FoundCount>();
  const outcomes = await transferCounted(
    work,
    spots.map((one) => levelAt(one, now)),
    counting(spots, settingsOf, now, seen),
    placed.map(({ wish, place }) => ({
      ...{ id: wish.id, unit: unitOf(wish.sku, place.code), from: shelfOf(place.code), to: gone },
      ...{ amount: wish.quantity, cause: HOLD_CAUSE, pending: { until: untilOf(settingsOf(place.id), now) } },
    })),
  );
  const made = placed.filter((_, i) => isNew(outcomes[i]));
  const rows = made.map(({ wish, place, variantId }) => ({
    ...{ id: wish.id, locationId: place.id, variantId, quantity: wish.quantity },
  }));
  if (rows.length > 0) await insertHolds(tx, sourceId, rows, now);
  const own = await listOwn(
    tx,
    sourceId,
    placed.map(({ wish }) => wish.id),
  );
  return placed.map((one, i): HoldOutcome => {
    const { id } = one.wish;
    const outcome = outcomes[i] ?? { id, refused: "ledger.unknown" as const };
    if ("state" in outcome) return own.has(id) ? outcome : { id, refused: "ledger.other_input" };
    const why = whyNone(seen.get(keyOf(spotOf(one))), settingsOf(one.place.id), now);
    return outcome.refused === "ledger.not_enough" && why !== undefined ? { id, refused: why } : outcome;
  });
}
const isNew = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && "state" in outcome && !outcome.again;

/** Holds each, or says why not and where else it is. Answers in the order asked. */
export async function holdStock(
  { db, company }: HoldsHouse,
  sourceId: number,
  wishes: readonly HoldWish[],
  language: Language,
): Promise<HeldAnswer[]> {
  const answers = await db.work(actorOf(sourceId), async (work) => {
    const described = await listSkus(
      work.tx,
      wishes.map(({ sku }) => sku),
    );
    const read = wishes.map((wish) => ({ wish, place: company.place(wish.location) }));
    const placed = read.flatMap(({ wish, place }): Placed[] =>
      place === undefined || !described.has(wish.sku)
        ? []
        : [{ wish, place, variantId: variantIdOf(wish.sku) }],
    );
    const outcomes = await holdPlaced(work, sourceId, placed);
    const known = new Map(placed.map(({ wish }, i) => [wish, outcomes[i]]));
    return read.map(({ wish, place }): Answer => {
      const outcome = known.get(wish);
      if (outcome !== undefined) return answerOf(outcome, language);
      return refusedBy(
        wish.id,
        place === undefined ? "company.location_unknown" : "catalog.unknown",
        language,
      );
    });
  });
  return withOthers({ db, company }, wishes, answers);
}

const WANTING: readonly string[] = ["stores.not_enough", "stores.figure_old"];
/** Where else it is, for those who did not get it. */
async function withOthers(
  { db, company }: HoldsHouse,
  wishes: readonly HoldWish[],
  answers: readonly Answer[],
): Promise<HeldAnswer[]> {
  const wanting = wishes.filter((_, i) => WANTING.includes(answers[i]?.refused?.code ?? ""));
  const ids = [...new Set(wanting.map(({ sku }) => variantIdOf(sku)))];
  const told = ids.length === 0 ? [] : await db.read((tx, now) => tellStock(tx, company, ids, now));
  return answers.map((answer, i): HeldAnswer => {
    const wish = wishes[i];
    if (wish === undefined || !wanting.includes(wish)) return { ...answer, near: [] };
    const own = told.filter(({ count }) => count.sku === wish.sku);
    const here = company.place(wish.location);
    return { ...answer, near: nearest(stockAtOf(own, here && positionOf(here)), here?.code) };
  });
}

/** The person is still there: held for as long again, from now. */
export const extendHolds = (
  { db }: HoldsHouse,
  sourceId: number,
  ids: readonly string[],
  language: Language,
): Promise<Answer[]> =>
  db.work(actorOf(sourceId), async (work) => {
    const own = await listOwn(work.tx, sourceId, ids);
    const settingsOf = await listSettings(work.tx, [...new Set(own.values())]);
    const longer = [...own].map(([id, place]) => ({ id, until: untilOf(settingsOf(place), work.now) }));
    const until = await extend(work, longer);
    return ids.map((id): Answer => {
      const then = until.get(id);
      if (then !== undefined) return { id, state: "held", until: then.toISOString(), refused: null };
      return refusedBy(id, own.has(id) ? "ledger.over" : "stores.hold_unknown", language);
    });
  });

export type HoldEnding = {
  readonly id: string;
  readonly to: "left" | "released";
  readonly quantity?: number | undefined;
};
/** The goods left the house, or are given up. */
export const settleHolds = (
  { db }: HoldsHouse,
  sourceId: number,
  endings: readonly HoldEnding[],
  language: Language,
): Promise<Answer[]> =>
  db.work(actorOf(sourceId), async (work) => {
    const own = await listOwn(
      work.tx,
      sourceId,
      endings.map(({ id }) => id),
    );
    const mine = endings.filter(({ id }) => own.has(id));
    const outcomes = await settle(
      work,
      mine.map(({ id, to, quantity }) =>
        to === "released"
          ? { id, to: "voided" as const }
          : { id, to: "posted" as const, ...(quantity === undefined ? {} : { amount: quantity }) },
      ),
    );
    const known = new Map(mine.map((one, i) => [one, outcomes[i]]));
    return endings.map((one): Answer => {
      const outcome = known.get(one);
      return outcome === undefined
        ? refusedBy(one.id, "stores.hold_unknown", language)
        : answerOf(outcome, language);
    });
  });

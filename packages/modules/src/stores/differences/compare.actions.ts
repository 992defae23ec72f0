// What was said anew is held against what others say of it, a little at a time, on whichever process comes first.
import type { Database, Tx } from "@somlos/kernel/db";
import {
  type Disagreement,
  listDisagreements,
  listProductsOfVariants,
  queueEdges,
  takeAnew,
} from "../../catalog/index.ts";
import { listStockDisagreements, takeCounted } from "../figures/compare.store.ts";
import type { Spot } from "../figures/stock.rules.ts";
import { ENDED_DAYS, withIds } from "./differences.rules.ts";
import { holdPlace, movePlace, pruneDifferences, saveFound } from "./differences.store.ts";

const ACTOR = { kind: "system", id: "differences" } as const;
const PRODUCTS_AT_ONCE = 200;
const SPOTS_AT_ONCE = 2000;
const STEPS_AT_ONCE = 20;
/** Words that were being said as a reduction began are looked at again: no work lasts longer. */
const OVERLAP_MS = 120_000;
const DAY_MS = 86_400_000;

/** Of counts of goods that nobody described yet nothing is listed. */
async function stockOf(tx: Tx, spots: readonly Spot[]): Promise<Disagreement[]> {
  const found = await listStockDisagreements(tx, spots);
  const products = await listProductsOfVariants(
    tx,
    found.map(({ variantId }) => variantId ?? ""),
  );
  return found.flatMap((one) => {
    const product = products.get(one.variantId ?? "");
    return product === undefined ? [] : [{ ...one, ...product }];
  });
}

/** True when there is more to compare. */
const step = (db: Database): Promise<boolean> =>
  db.work(ACTOR, async ({ tx, now }) => {
    const productIds = await takeAnew(tx, PRODUCTS_AT_ONCE);
    const spots = await takeCounted(tx, SPOTS_AT_ONCE);
    if (productIds.length + spots.length === 0) return false;
    const words = productIds.length > 0 ? await listDisagreements(tx, productIds, now) : [];
    const counts = spots.length > 0 ? await stockOf(tx, spots) : [];
    await saveFound(tx, { productIds, spots }, withIds([...words, ...counts]), now);
    return productIds.length === PRODUCTS_AT_ONCE || spots.length === SPOTS_AT_ONCE;
  });

/** Compares what waits for it. Call it every few seconds. */
export async function compareAnew(db: Database): Promise<void> {
  for (let at = 0, more = true; more && at < STEPS_AT_ONCE; at++) more = await step(db);
}

/** Reductions that began or ended since the last look, and what is over for thirty days. Call it every minute. */
export const watchEdges = (db: Database): Promise<void> =>
  db.work(ACTOR, async ({ tx, now }) => {
    const before = await holdPlace(tx);
    if (before !== undefined) await queueEdges(tx, new Date(before.getTime() - OVERLAP_MS), now);
    await movePlace(tx, now);
    await pruneDifferences(tx, new Date(now.getTime() - ENDED_DAYS * DAY_MS));
  });

// What sources say of products is taken in: each statement is read on its own, so that one that is wrong refuses itself only, and
// all good ones are written together.
import { Refusal } from "@somlos/contract";
import { toldProduct } from "@somlos/contract/rooms/catalog";
import type { CatalogHouse } from "./catalog.house.ts";
import { saveTold } from "./take.store.ts";
import { type EntityIds, type Told, together, toldOf } from "./told.rules.ts";

/** How far the clock of a sender may be ahead. */
const AHEAD_MS = 300_000;

export type Refused = {
  readonly index: number;
  readonly code: string;
  readonly problems?: readonly string[];
};
type Read = { readonly told: Told } | Omit<Refused, "index">;

function readOne(raw: unknown, entityOf: EntityIds, nowMs: number): Read {
  const found = toldProduct.safeParse(raw);
  if (!found.success)
    return {
      code: "door.bad_request",
      problems: found.error.issues.slice(0, 5).map(({ path, message }) => `${path.join(".")}: ${message}`),
    };
  if (Date.parse(found.data.at) > nowMs + AHEAD_MS) return { code: "catalog.ahead" };
  try {
    return { told: toldOf(found.data, entityOf) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code };
    throw error;
  }
}

/** Answers how many were taken in, and which were refused and why. The same again changes nothing. */
export async function take(
  { db, company }: CatalogHouse,
  sourceId: number,
  raw: readonly unknown[],
): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }> {
  const entityOf: EntityIds = (code) => company.entity(code)?.id;
  return db.work({ kind: "key", id: `source:${sourceId}` }, async ({ tx, now }) => {
    const all = raw.map((one, index) => ({ index, ...readOne(one, entityOf, now.getTime()) }));
    const good = all.flatMap((one) => ("told" in one ? [one.told] : []));
    if (good.length > 0) await saveTold(tx, sourceId, together(good));
    return { accepted: good.length, refused: all.flatMap((one) => ("told" in one ? [] : [one])) };
  });
}

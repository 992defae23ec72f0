// Somebody reserves something online and comes for it, or does not. A function of seed and calendar. Pure.
import { MINUTE_MS, momentOf } from "../calendar.rules.ts";
import { openingOf, storeList } from "../chain.rules.ts";
import { chanceOf } from "../chance.rules.ts";
import { uuidFrom } from "../numbers.rules.ts";
import { goods } from "./assortment.rules.ts";
import type { PlaceId } from "./shelves.rules.ts";

export type Reservation = {
  readonly id: string;
  readonly place: PlaceId;
  readonly sku: string;
  readonly at: number;
  readonly endsAt: number;
  /** They came for it; else it is let go. */
  readonly leaves: boolean;
};

const [FEWEST, MOST] = [40, 60];
/** The reservations of a day, in all stores while they are open. */
export const reservationsOn = (seed: number, day: number): Reservation[] =>
  storeList.flatMap((store) => {
    const opening = openingOf(store, day);
    if (opening === undefined) return [];
    const chance = chanceOf(seed, "reservations", store.id, day);
    return Array.from({ length: chance.whole(FEWEST, MOST) }, () => {
      const at = momentOf(day, chance.whole(opening[0], opening[1] - 20)) + chance.whole(0, 59_999);
      const { sku } = chance.pick(chance.pick(goods).articles);
      const endsAt = at + chance.whole(4, 15) * MINUTE_MS;
      return { id: uuidFrom(chance.next), place: store.id, sku, at, endsAt, leaves: chance.yes(0.6) };
    });
  });

// Stock as it is told: all of it when the past is told and every morning, and what a sale, a van or a count changed at once.
// Now and then somebody reserves something and comes for it, or not.
import { DAY_MS, dayOf, MINUTE_MS } from "../calendar.rules.ts";
import { Shelves, weekStart } from "../goods/moves.rules.ts";
import { type Reservation, reservationsOn } from "../goods/reservations.rules.ts";
import { happenings, type Stories, type World } from "../life/life.rules.ts";
import type { Happening } from "../life/scene.rules.ts";
import type { Json } from "../life/way.rules.ts";
import { pieces } from "./at-once.ts";
import { type House, type Sending, tellHouse } from "./doors.ts";

const FIGURES_AT_ONCE = 5000;
/** A hold lasts minutes by the house's clock: one of long ago is not made any more. */
const LATE_MS = 2 * MINUTE_MS;

type Place = { readonly house: House; readonly sending: Sending };
async function sendFigures({ house, sending }: Place, list: readonly Json[]): Promise<void> {
  for (const figures of pieces(list, FIGURES_AT_ONCE)) {
    sending.signal.throwIfAborted();
    await tellHouse(house, "/v1/stock", { what: "the stock", body: { figures } }, sending);
  }
}

const between = (seed: number, from: number, to: number, when: (one: Reservation) => number): Reservation[] =>
  Array.from({ length: dayOf(to) - dayOf(from - DAY_MS) + 1 }, (_, i) =>
    reservationsOn(seed, dayOf(from - DAY_MS) + i),
  )
    .flat()
    .filter((one) => when(one) > from && when(one) <= to);

/** Stock from a moment on. */
export class Stock {
  readonly #place: Place;
  readonly #seed: number;
  readonly #shelves: Shelves;
  #until: number;

  constructor(place: Place, { seed }: World, shelves: Shelves, moment: number) {
    this.#place = place;
    this.#seed = seed;
    this.#shelves = shelves;
    this.#until = moment;
  }

  /** What has happened meanwhile, at once. */
  async hear(list: readonly Happening[], moment: number): Promise<void> {
    if (moment <= this.#until) return;
    this.#shelves.hear(list, moment);
    await sendFigures(this.#place, this.#shelves.changed());
    const now = this.#place.sending.now();
    await this.#hold(
      between(this.#seed, this.#until, moment, ({ at }) => at).filter((one) => one.at > now - LATE_MS),
    );
    await this.#settle(
      between(this.#seed, this.#until, moment, ({ endsAt }) => endsAt).filter(
        (one) => one.endsAt > now - LATE_MS,
      ),
    );
    this.#until = moment;
  }

  async #hold(list: readonly Reservation[]): Promise<void> {
    if (list.length === 0) return;
    const holds = list.map(({ id, sku, place }) => ({ id, sku, location: place, quantity: 1 }));
    const { house, sending } = this.#place;
    await tellHouse(house, "/v1/holds", { what: "a reservation", body: { holds } }, sending);
  }

  /** One that was refused, since there was none left, is not there to be ended: the house says so, and that is all. */
  async #settle(list: readonly Reservation[]): Promise<void> {
    if (list.length === 0) return;
    const endings = list.map(({ id, leaves }) => ({ id, to: leaves ? "left" : "released" }));
    const { house, sending } = this.#place;
    await tellHouse(
      house,
      "/v1/holds/settle",
      { what: "the end of a reservation", body: { endings } },
      sending,
    );
  }
}

/** Tells all stock as it is at a moment, from what the week brought until then. */
export async function openStock(
  place: Place,
  { world, stories }: { readonly world: World; readonly stories: Stories },
  moment: number,
): Promise<Stock> {
  const shelves = new Shelves(world.seed, moment);
  shelves.hear(happenings(world, stories, weekStart(moment), moment), moment);
  await sendFigures(place, shelves.all(moment));
  return new Stock(place, world, shelves, moment);
}

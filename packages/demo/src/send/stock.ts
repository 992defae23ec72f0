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

const around = (seed: number, from: number, to: number): Reservation[] =>
  Array.from({ length: dayOf(to) - dayOf(from - DAY_MS) + 1 }, (_, i) =>
    reservationsOn(seed, dayOf(from - DAY_MS) + i),
  ).flat();

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
  async hear(heard: readonly Happening[], moment: number): Promise<void> {
    if (moment <= this.#until) return;
    this.#shelves.hear(heard, moment);
    await sendFigures(this.#place, this.#shelves.changed());
    const since = Math.max(this.#until, this.#place.sending.now() - LATE_MS);
    const list = around(this.#seed, this.#until, moment);
    await this.#hold(list.filter(({ at }) => at > since && at <= moment));
    await this.#settle(list.filter(({ endsAt }) => endsAt > since && endsAt <= moment));
    this.#until = moment;
  }

  /** Those who reserved something already and have not come for it yet. */
  async begin(): Promise<void> {
    const [at, now] = [this.#until, this.#place.sending.now()];
    if (at < now - LATE_MS) return;
    await this.#hold(around(this.#seed, at, at).filter((one) => one.at <= at && one.endsAt > at));
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
  const stock = new Stock(place, world, shelves, moment);
  await stock.begin();
  return stock;
}

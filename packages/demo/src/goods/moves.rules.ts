// How stock moves: every Monday the places are filled up; then sales and returns, deliveries to what is nearly sold out, a
// piece that a count does not find. From its Monday on all follows from the week's happenings, so that it does not matter in
// which pieces they are heard. Pure.
import { DAY_MS, dayOf, MINUTE_MS, momentOf, weekdayOf } from "../calendar.rules.ts";
import { openingOf, storeList, warehouse } from "../chain.rules.ts";
import { type Chance, chanceOf } from "../chance.rules.ts";
import type { Happening } from "../life/scene.rules.ts";
import type { Json } from "../life/way.rules.ts";
import { reservationsOn } from "./reservations.rules.ts";
import { type PlaceId, type Stocked, shelfOf, stocked, targetOf } from "./shelves.rules.ts";

const FILLED_MINUTE = 6 * 60;
const DELIVERED_MINUTE = 8 * 60 + 20;
const COUNTED_MINUTE = 9 * 60 + 40;
const TOPPED_UP_A_DAY = 2;

/** The Monday of a day, by its number. */
const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);
/** When the week of a moment began in the stores: what happened before says nothing of the shelves any more. */
export function weekStart(moment: number): number {
  const start = momentOf(mondayOf(dayOf(moment)), FILLED_MINUTE);
  return moment < start ? momentOf(mondayOf(dayOf(moment)) - 7, FILLED_MINUTE) : start;
}
const weekOf = (start: number): number => Math.floor(dayOf(start) / 7);

type Change = { readonly place: PlaceId; readonly sku: string; readonly by: number };
/** Something that happens to the shelves at a moment. */
type Step = { readonly at: number; readonly do: (shelves: Shelves) => void };

const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const isStocked = new Set(stocked.map(({ article, place }) => `${place} ${article.sku}`));

/** What its lines take from a place or bring back. */
const changesIn = (lines: unknown, place: PlaceId, sign: 1 | -1): Change[] =>
  listOf(lines).flatMap(({ sku, quantity }) =>
    isStocked.has(`${place} ${String(sku)}`)
      ? [{ place, sku: String(sku), by: sign * Number(quantity) }]
      : [],
  );

/** The figures of all shelves since the Monday of the week. */
export class Shelves {
  readonly seed: number;
  readonly #onHand = new Map<string, number>();
  readonly #told = new Map<string, number>();
  /** Bought on the web a moment ago: the order system says next whether it is sent or fetched. */
  readonly #ordered = new Map<string, unknown>();
  #until: number;

  constructor(seed: number, moment: number) {
    this.seed = seed;
    this.#until = weekStart(moment);
    this.#fill(this.#until);
  }

  /** What happened up to a moment; heard in order, each once. */
  hear(list: readonly Happening[], moment: number): void {
    const steps: Step[] = [
      ...stepsBetween(this.seed, this.#until, moment),
      ...list.map((one) => ({ at: one.at, do: (shelves: Shelves) => shelves.#happened(one) })),
    ];
    for (const step of steps.sort((x, y) => x.at - y.at)) {
      if (step.at > this.#until) this.#until = step.at;
      step.do(this);
    }
    this.#until = Math.max(this.#until, moment);
  }

  /** Figures that are to be told since they were asked for last. */
  changed(): Json[] {
    const figures = [...this.#told].map(([key, at]) => this.#figure(key, at));
    this.#told.clear();
    return figures;
  }

  /** All figures, as somebody counted them now. */
  all(at: number): Json[] {
    this.#told.clear();
    return [...this.#onHand.keys()].map((key) => this.#figure(key, at));
  }

  onHand(place: PlaceId, sku: string): number {
    return this.#onHand.get(`${place} ${sku}`) ?? 0;
  }

  /** Everything as it is on a Monday morning. */
  #fill(start: number): void {
    this.#ordered.clear();
    for (const { good, article, place } of stocked)
      this.#onHand.set(`${place} ${article.sku}`, targetOf(this.seed, good, article, place, weekOf(start)));
  }

  #figure(key: string, at: number): Json {
    const [place = "", sku = ""] = key.split(" ");
    const { good, article } = stockedAt.get(key) ?? never(key);
    const zones = [{ ...shelfOf(good, article, place as PlaceId), onHand: null }];
    return {
      sku,
      location: place,
      onHand: this.#onHand.get(key) ?? 0,
      at: new Date(at).toISOString(),
      zones,
    };
  }

  /** `told` false: it leaves by a hold, which the house takes off by itself until the next count. */
  move({ place, sku, by }: Change, at: number, told = true): void {
    const key = `${place} ${sku}`;
    this.#onHand.set(key, Math.max(0, this.onHand(place, sku) + by));
    if (told) this.#told.set(key, at);
  }

  /** The morning: on Mondays filled up, every day all counts told anew, so that none grows old. */
  morning(at: number): void {
    if (at === weekStart(at)) this.#fill(at);
    for (const key of this.#onHand.keys()) this.#told.set(key, at);
  }

  /** Two articles that are nearly sold out come in by the morning's van. */
  topUp(place: PlaceId, at: number, chance: Chance): void {
    const low = stocked.filter((one) => one.place === place && this.#isLow(one, at));
    for (const { good, article } of chance.some(low, TOPPED_UP_A_DAY)) {
      const target = targetOf(this.seed, good, article, place, weekOf(weekStart(at)));
      this.move({ place, sku: article.sku, by: Math.ceil(target / 2) }, at);
    }
  }

  #isLow({ good, article, place }: Stocked, at: number): boolean {
    return (
      this.onHand(place, article.sku) <= 1 &&
      targetOf(this.seed, good, article, place, weekOf(weekStart(at))) >= 3
    );
  }

  /** A shelf is counted, and one is missing. */
  count(place: PlaceId, at: number, chance: Chance): void {
    const { article } = chance.pick(stocked.filter((one) => one.place === place));
    if (this.onHand(place, article.sku) > 1) this.move({ place, sku: article.sku, by: -1 }, at);
  }

  #happened({ at, message }: Happening): void {
    for (const change of this.#changesBy(message)) this.move(change, at);
  }

  #changesBy({ event, properties, context }: Happening["message"]): Change[] {
    const said = isObject(properties) ? properties : {};
    const place = placeIn(isObject(context) ? context["location"] : undefined);
    const { order_id: order, products } = said;
    if (event === "Order Refunded") return changesIn(products, place ?? warehouse.id, 1);
    if (event === "Order Completed" && place !== undefined) return changesIn(products, place, -1);
    if (event === "Order Completed" && typeof order === "string") this.#ordered.set(order, products);
    if (event !== "Order Confirmed" || typeof order !== "string") return [];
    const lines = this.#ordered.get(order);
    this.#ordered.delete(order);
    const store = storeList.find(({ name }) => name === said["pick_up"]);
    return changesIn(lines, store?.id ?? warehouse.id, -1);
  }
}

const stockedAt = new Map(stocked.map((one) => [`${one.place} ${one.article.sku}`, one]));
function never(key: string): never {
  throw new Error(`no shelf ${key}`);
}
const placeIn = (location: unknown): PlaceId | undefined =>
  isObject(location) ? storeList.find(({ id }) => id === location["id"])?.id : undefined;

/** What is due by the clock after one moment and up to another. */
function stepsBetween(seed: number, from: number, to: number): Step[] {
  const steps: Step[] = [];
  for (let day = dayOf(from - DAY_MS); day <= dayOf(to); day++) {
    const at = momentOf(day, FILLED_MINUTE);
    steps.push({ at, do: (shelves) => shelves.morning(at) });
    for (const store of storeList) {
      if (openingOf(store, day) === undefined) continue;
      const chance = chanceOf(seed, "shelves", store.id, day);
      const [van, counter] = [chanceOf(seed, "van", store.id, day), chanceOf(seed, "counter", store.id, day)];
      const delivered = momentOf(day, DELIVERED_MINUTE) + chance.whole(0, 30) * MINUTE_MS;
      const counted = momentOf(day, COUNTED_MINUTE) + chance.whole(0, 240) * MINUTE_MS;
      steps.push({ at: delivered, do: (shelves) => shelves.topUp(store.id, delivered, van) });
      steps.push({ at: counted, do: (shelves) => shelves.count(store.id, counted, counter) });
    }
    for (const { place, sku, endsAt, leaves } of reservationsOn(seed, day))
      if (leaves)
        steps.push({ at: endsAt, do: (shelves) => shelves.move({ place, sku, by: -1 }, endsAt, false) });
  }
  return steps.filter(({ at }) => at > from && at <= to);
}

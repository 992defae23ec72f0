import { describe, expect, it } from "vitest";
import { DAY_MS, dayOf, HOUR_MS, momentOf, weekdayOf } from "../src/calendar.rules.ts";
import { products } from "../src/catalog.rules.ts";
import { isOpen, storeList, stores } from "../src/chain.rules.ts";
import { Shelves, weekStart } from "../src/goods/moves.rules.ts";
import { reservationsOn } from "../src/goods/reservations.rules.ts";
import { stocked, stockedPlaces } from "../src/goods/shelves.rules.ts";
import { happenings, Stories, type World } from "../src/life/life.rules.ts";
import type { Happening } from "../src/life/scene.rules.ts";
import { till } from "../src/life/way.rules.ts";
import { makePeople } from "../src/people.rules.ts";

const world: World = { seed: 1, people: makePeople(1, 600) };
const thursday = dayOf(Date.UTC(2026, 10, 26));
const now = momentOf(thursday, 15 * 60);
const monday = weekStart(now);
const life = happenings(world, new Stories(world), monday, now);
type Figure = {
  sku: string;
  location: string;
  onHand: number;
  at: string;
  zones: { zone: string; shelf: string }[];
};
const figuresOf = (shelves: Shelves, at: number) => shelves.all(at) as unknown as Figure[];

function heardAtOnce(): Shelves {
  const shelves = new Shelves(1, now);
  shelves.hear(life, now);
  return shelves;
}
const [sofa] = products;
/** Somebody buys or brings back the sofa at the till in Malmö. */
const atTheTill = (event: string, at: number, quantity: number): Happening => {
  const way = till(stores.malmo, 1);
  const lines = [{ sku: sofa?.sku, quantity }];
  return {
    at,
    door: way.door,
    message: { messageId: `${event}${at}`, event, properties: { products: lines }, context: way.context },
  };
};

describe("stock", () => {
  it("is the same at the same moment, in whatever pieces the week is heard", () => {
    const inPieces = new Shelves(1, monday + 5);
    for (let at = monday; at < now; at += 1.7 * HOUR_MS) {
      const until = Math.min(now, at + 1.7 * HOUR_MS);
      inPieces.hear(
        life.filter((one) => one.at >= at && one.at < until),
        until,
      );
    }
    expect(figuresOf(inPieces, now)).toEqual(figuresOf(heardAtOnce(), now));
  });

  it("goes on over a Sunday as it is when it begins on the Monday", () => {
    const sunday = monday - DAY_MS;
    const before = new Shelves(1, sunday);
    before.hear(happenings(world, new Stories(world), weekStart(sunday), sunday), sunday);
    before.hear(happenings(world, new Stories(world), sunday, now), now);
    expect(weekdayOf(dayOf(sunday))).toBe(0);
    expect(figuresOf(before, now)).toEqual(figuresOf(heardAtOnce(), now));
  });

  it("is told of every article in every store and the warehouse, each with its shelf, never less than none", () => {
    const figures = figuresOf(heardAtOnce(), now);
    expect(figures).toHaveLength(stocked.length);
    expect(new Set(figures.map(({ location }) => location))).toEqual(new Set(stockedPlaces));
    for (const { onHand, zones } of figures) {
      expect(onHand).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(onHand)).toBe(true);
      expect(zones).toHaveLength(1);
      expect(zones[0]?.shelf).toMatch(/^([A-HJK] \d{1,2}|\d{1,2}-\d\d)$/);
    }
    const share = (holds: (n: number) => boolean) =>
      figures.filter(({ onHand }) => holds(onHand)).length / figures.length;
    expect(share((n) => n === 0)).toBeGreaterThan(0.03);
    expect(share((n) => n === 0)).toBeLessThan(0.12);
    expect(share((n) => n === 1)).toBeGreaterThan(0.03);
    expect(share((n) => n > 5)).toBeGreaterThan(0.5);
  });

  it("falls by what is sold at the till and rises by what comes back, and tells just that", () => {
    const shelves = heardAtOnce();
    shelves.changed();
    const had = shelves.onHand("malmo", sofa?.sku ?? "");
    shelves.hear([atTheTill("Order Completed", now + 1000, 2)], now + 2000);
    const told = shelves.changed() as unknown as Figure[];
    expect(told.map(({ sku, location, onHand }) => [sku, location, onHand])).toEqual([
      ["ALM-1001", "malmo", Math.max(0, had - 2)],
    ]);
    expect(told[0]?.at).toBe(new Date(now + 1000).toISOString());
    shelves.hear([atTheTill("Order Refunded", now + 3000, 3)], now + 4000);
    expect(shelves.onHand("malmo", "ALM-1001")).toBe(Math.max(0, had - 2) + 3);
    shelves.hear([atTheTill("Order Completed", now + 5000, 500)], now + 6000);
    expect(shelves.onHand("malmo", "ALM-1001")).toBe(0);
    expect(shelves.onHand("goteborg", "ALM-1001")).toBe(heardAtOnce().onHand("goteborg", "ALM-1001"));
  });

  it("leaves the warehouse by post, and the store where an order is fetched", () => {
    const order = (order_id: string, confirmed: object, at: number): Happening[] => [
      {
        at,
        door: "public",
        message: {
          messageId: `c${order_id}`,
          event: "Order Completed",
          properties: { order_id, products: [{ sku: "ALM-1004", quantity: 1 }] },
        },
      },
      {
        at: at + 1000,
        door: "server",
        message: {
          messageId: `o${order_id}`,
          event: "Order Confirmed",
          properties: { order_id, ...confirmed },
        },
      },
    ];
    const shelves = heardAtOnce();
    const [inStore, inWarehouse] = [
      shelves.onHand("goteborg", "ALM-1004"),
      shelves.onHand("lager", "ALM-1004"),
    ];
    shelves.hear(order("W1", { ship_to: "Umeå" }, now + 10), now + 5000);
    expect([shelves.onHand("goteborg", "ALM-1004"), shelves.onHand("lager", "ALM-1004")]).toEqual([
      inStore,
      Math.max(0, inWarehouse - 1),
    ]);
    shelves.hear(order("W2", { pick_up: "Almvik Göteborg" }, now + 6000), now + 9000);
    expect(shelves.onHand("goteborg", "ALM-1004")).toBe(Math.max(0, inStore - 1));
  });

  it("is told anew every morning, so that no count grows old, and a van brings what was nearly sold out", () => {
    const shelves = heardAtOnce();
    for (const { article, place } of stocked.filter((one) => one.place === "malmo").slice(0, 40))
      shelves.move({ place, sku: article.sku, by: -1000 }, now);
    shelves.changed();
    const morning = momentOf(thursday + 1, 9 * 60 + 5);
    shelves.hear([], morning);
    const told = shelves.changed() as unknown as Figure[];
    expect(told).toHaveLength(stocked.length);
    const filled = stocked.filter(
      (one, i) => one.place === "malmo" && i < 160 && shelves.onHand("malmo", one.article.sku) > 0,
    );
    expect(filled.length).toBeGreaterThan(0);
  });
});

describe("reservations", () => {
  const day = reservationsOn(1, thursday);
  it("are made while the store is open, of goods it may have, each by an id of its own", () => {
    expect(day.length).toBeGreaterThan(90);
    expect(new Set(day.map(({ id }) => id)).size).toBe(day.length);
    for (const { place, at, endsAt, id } of day) {
      const store = storeList.find((one) => one.id === place);
      expect(store !== undefined && isOpen(store, at) && isOpen(store, endsAt - 1)).toBe(true);
      expect(endsAt - at).toBeLessThan(20 * 60_000);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(reservationsOn(1, dayOf(Date.UTC(2026, 11, 25)))).toEqual([]); // all stores are closed
  });

  it("that somebody came for are off the shelf without a word: the house takes them off by itself", () => {
    const shelves = heardAtOnce();
    shelves.changed();
    const until = now + 2 * HOUR_MS;
    shelves.hear([], until);
    const left = day.filter(({ leaves, endsAt }) => leaves && endsAt > now && endsAt <= until);
    expect(left.length).toBeGreaterThan(5);
    expect(shelves.changed()).toEqual([]);
    const [one] = left.filter(({ place, sku }) => heardAtOnce().onHand(place, sku) > 5);
    expect(shelves.onHand(one?.place ?? "malmo", one?.sku ?? "")).toBeLessThan(
      heardAtOnce().onHand(one?.place ?? "malmo", one?.sku ?? ""),
    );
  });
});

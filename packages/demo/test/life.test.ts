import { describe, expect, it } from "vitest";
import { DAY_MS, dayOf, momentOf } from "../src/calendar.rules.ts";
import { isOpen, storeList } from "../src/chain.rules.ts";
import { happenings, registerBefore, Stories, type World } from "../src/life/life.rules.ts";
import { needOf } from "../src/life/need.rules.ts";
import type { Happening } from "../src/life/scene.rules.ts";
import { isMember, makePeople } from "../src/people.rules.ts";

const world: World = { seed: 1, people: makePeople(1, 900) };
const day = dayOf(Date.UTC(2026, 9, 1));
const from = momentOf(day, 0);
const to = from + 30 * DAY_MS;
const life = happenings(world, new Stories(world), from, to);

type Json = Readonly<Record<string, unknown>>;
const own = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const contextOf = (one: Happening): Json => own(one.message["context"]);
const propertiesOf = (one: Happening): Json => own(one.message["properties"]);
const named = (name: string) => life.filter((one) => one.message["event"] === name);
const isSlip = (one: Happening): boolean => contextOf(one)["slip"] !== undefined;

describe("a life with a seed", () => {
  it("is the same life when it is told again, in whatever pieces", () => {
    const pieces: Happening[] = [];
    const stories = new Stories(world);
    for (let at = from; at < to; at += 7.3 * DAY_MS)
      pieces.push(...happenings(world, stories, at, Math.min(to, at + 7.3 * DAY_MS)));
    expect(pieces).toEqual(life);
  });

  it("is another life with another seed", () => {
    const other = happenings({ ...world, seed: 2 }, new Stories({ ...world, seed: 2 }), from, from + DAY_MS);
    const ids = new Set(life.map((one) => one.message.messageId));
    expect(other.some((one) => ids.has(one.message.messageId))).toBe(false);
  });

  it("gives every event an id of its own, a time within what was asked, and the mark of the demo", () => {
    expect(new Set(life.map((one) => one.message.messageId)).size).toBe(life.length);
    for (const one of life) {
      expect(one.at).toBeGreaterThanOrEqual(from);
      expect(one.at).toBeLessThan(to);
      expect(contextOf(one)["demo"]).toBe(true);
      if (!isSlip(one)) expect(one.message["timestamp"]).toBe(new Date(one.at).toISOString());
    }
  });

  it("gives a member the same words in the register whether they joined long ago or today", () => {
    const [member] = world.people.filter(
      (p) => p.joinedAt !== undefined && p.joinedAt >= from && p.joinedAt < to,
    );
    const joined = life.find((one) => one.message.messageId.endsWith(`-p${member?.index}-club.1`));
    const long = registerBefore(world, to).find((one) => one.message.messageId === joined?.message.messageId);
    expect(joined).toBeDefined();
    expect(long).toEqual(joined);
  });
});

describe("hours", () => {
  it("in the stores are opening hours: no till, no scan and no visit outside them", () => {
    const inStore = life.filter((one) => contextOf(one)["location"] !== undefined && !isSlip(one));
    expect(inStore.length).toBeGreaterThan(300);
    for (const one of inStore) {
      const id = own(contextOf(one)["location"])["id"];
      const store = storeList.find((s) => s.id === id);
      const joined = String(one.message["event"]) === "Club Joined";
      expect(store !== undefined && (joined || isOpen(store, one.at)), `${one.message.messageId}`).toBe(true);
    }
  });

  it("of the night are quiet: fewer than one in fifty events falls between 1 and 5", () => {
    const night = life.filter((one) => {
      const minute = (one.at - momentOf(dayOf(one.at), 0)) / 60_000;
      return minute >= 60 && minute < 300;
    });
    expect(night.length / life.length).toBeLessThan(0.02);
  });
});

describe("people's stories", () => {
  it("cross channels: hundreds go from a screen to the till or from the web to the store", () => {
    const channels = Map.groupBy(
      life.filter((one) => /-p\d+-n\d+-/.test(one.message.messageId)),
      (one) => /-(p\d+-n\d+)-/.exec(one.message.messageId)?.[1],
    );
    const crossing = [...channels.values()].filter(
      (story) => new Set(story.map((one) => contextOf(one)["channel"])).size >= 3,
    );
    expect(crossing.length).toBeGreaterThan(200);
    const toTill = [...channels.values()].filter((story) => {
      const [first] = story;
      return first?.door === "public" && story.some((one) => contextOf(one)["channel"] === "till");
    });
    expect(toTill.length).toBeGreaterThan(150);
  });

  it("have all that a chain meets: carts left, receipts opened, questions, things given back, sign-outs", () => {
    for (const name of [
      "Email Opened",
      "Case Opened",
      "Order Refunded",
      "Signed In",
      "Signed Out",
      "Order Picked Up",
    ])
      expect(named(name).length, name).toBeGreaterThan(5);
    const bought = new Set(named("Order Completed").map((one) => propertiesOf(one)["cart_id"]));
    const left = named("Cart Viewed").filter((one) => !bought.has(propertiesOf(one)["cart_id"]));
    expect(left.length).toBeGreaterThan(20);
  });

  it("leave strangers unknown: no name, address, login or card of theirs is ever sent", () => {
    const strangers = world.people.filter((p) => p.standing === "stranger");
    const said = new Set(
      life
        .filter((one) => !isSlip(one))
        .flatMap((one) => JSON.stringify(one.message).match(/[^"\\]+/g) ?? []),
    );
    expect(strangers.length).toBeGreaterThan(100);
    expect(world.people.some((p) => p.standing === "card" && said.has(p.clubCard))).toBe(true);
    for (const p of strangers) for (const word of [p.email, p.clubCard]) expect(said.has(word)).toBe(false);
  });

  it("use a login only from the day its owner joined", () => {
    const owners = new Map(
      world.people.flatMap((p) => (p.login === undefined ? [] : [[p.login, p] as const])),
    );
    const signed = life.filter((one) => one.message["userId"] !== undefined && !isSlip(one));
    expect(signed.length).toBeGreaterThan(1000);
    for (const one of signed) {
      const owner = owners.get(String(one.message["userId"]));
      expect(owner !== undefined && isMember(owner, one.at), one.message.messageId).toBe(true);
    }
  });

  it("buy a child's jacket in the size of the child, which grows", () => {
    const parent = world.people.find((p) => p.children.length === 1 && (p.children[0] ?? 0) >= 2019);
    if (parent === undefined) throw new Error("nobody has one small child");
    const sizes = Array.from({ length: 400 }, (_, i) =>
      needOf(1, { ...parent, habits: { ...parent.habits, pace: 1 } }, 1400 + i),
    )
      .filter((need) => need?.wanted.sizes === "child")
      .map((need) => Number(need?.variant));
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes).toEqual([...sizes].sort((x, y) => x - y));
    expect(sizes.at(-1)).toBeGreaterThan(sizes[0] ?? 999);
  });

  it("pay what the lines add up to, freight included", () => {
    for (const one of named("Order Completed").filter((o) => !isSlip(o))) {
      const { products, total, shipping } = propertiesOf(one);
      const sum = (products as { price: number; quantity: number }[]).reduce(
        (s, p) => s + p.price * p.quantity,
        0,
      );
      expect(sum + Number(shipping)).toBe(total);
    }
  });
});

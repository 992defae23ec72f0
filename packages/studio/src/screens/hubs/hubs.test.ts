import { describe, expect, it } from "vitest";
import { calledBy, effectOf } from "./effect.rules.ts";
import { FAN, fanOf, spread } from "./fan.rules.ts";

const numbers = (d: string): number[] => (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const endOf = (d: string): readonly number[] => numbers(d).slice(-2);

describe("a value that many are tied to, as a picture", () => {
  it("cuts every thread at the same line when it says nothing, and leads nowhere", () => {
    for (const says of ["nothing", "blocked"] as const) {
      const fan = fanOf(6, says);
      expect(fan.threads.length).toBe(6);
      for (const { d } of fan.threads) expect(endOf(d)[0]).toBeCloseTo(FAN.cut, 0);
      expect(fan).toMatchObject({ cut: true, onward: undefined, more: 0 });
    }
  });

  it("runs through the knot to one person when it is one person's", () => {
    const fan = fanOf(3, "one_person");
    for (const { d } of fan.threads) expect(endOf(d)).toEqual([FAN.knot, FAN.height / 2]);
    expect(numbers(fan.onward ?? "").slice(0, 2)).toEqual([FAN.knot, FAN.height / 2]);
  });

  it("stitches and cuts what browsers say, and goes on with what is proven", () => {
    expect(fanOf(4, "little")).toMatchObject({ cut: true, stitched: true });
    expect(fanOf(4, "little").onward).toBeDefined();
  });

  it("draws a few of a thousand inside the picture and counts the rest", () => {
    const fan = fanOf(1000, "nothing");
    expect(fan.threads.length).toBe(9);
    expect(fan.more).toBe(991);
    for (const { from } of fan.threads) {
      expect(from).toBeGreaterThan(0);
      expect(from).toBeLessThan(FAN.height);
    }
    expect(fanOf(0, "nothing").threads).toEqual([]);
    expect(spread(1, 100)).toEqual([50]);
  });
});

const person = (id: string, ...values: string[]) => ({
  id,
  identifiers: values.map((value) => ({ kind: value.includes("@") ? "email" : "login", value })),
});
const move = (from: string, to: string, events: number, facts: number) => ({
  ...{ from, to, events, facts, identifiers: [], messageIds: [], factNames: [] },
});
const preview = { rulingId: null, done: "preview", holds: null } as const;

describe("what a ruling about a value would do", () => {
  it("leads those who become one to the one that stays, with what goes over", () => {
    const effect = effectOf({
      ...preview,
      before: [person("a", "h1"), person("b", "info@firma.se")],
      after: [person("a", "h1", "info@firma.se")],
      moves: [move("b", "a", 3, 1)],
    });
    expect(effect.threads).toEqual([
      { from: 0, to: 0, moves: false },
      { from: 1, to: 0, moves: true },
    ]);
    expect(effect).toMatchObject({ moments: 3, facts: 1, changes: true, moreBefore: 0 });
    expect(effect.after[0]?.called).toEqual({ kind: "login", value: "h1" });
  });

  it("says that nobody changes when nobody does", () => {
    const same = [person("a", "h1")];
    expect(effectOf({ ...preview, before: same, after: same, moves: [] }).changes).toBe(false);
    expect(effectOf({ ...preview, before: [], after: [], moves: [] })).toMatchObject({
      before: [],
      threads: [],
    });
  });

  it("draws those that something goes to first, and counts the many that are left", () => {
    const many = Array.from({ length: 40 }, (_, i) => person(`p${i}`, `h${i}`));
    const effect = effectOf({ ...preview, before: many, after: many, moves: [move("p39", "p38", 1, 0)] });
    expect(effect.before.map(({ id }) => id).slice(0, 2)).toEqual(["p38", "p39"]);
    expect(effect).toMatchObject({ moreBefore: 34, moreAfter: 34 });
    expect(effect.threads).toContainEqual({ from: 1, to: 0, moves: true });
  });

  it("calls a person by what says best who they are, whatever the order", () => {
    const two = [
      { kind: "email", value: "a@b.se" },
      { kind: "login", value: "anna" },
    ];
    expect(calledBy(two)).toEqual(calledBy(two.toReversed()));
    expect(calledBy(two)?.value).toBe("anna");
    expect(calledBy([])).toBeUndefined();
  });
});

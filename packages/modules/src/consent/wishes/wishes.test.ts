import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fpOf } from "../test/words.ts";
import { type Contact, foldWishes, isContact, keptBack, quietUntil, type WishAct } from "./wishes.rules.ts";

const [HERS, ALSO, OTHER] = [fpOf(1), fpOf(2), fpOf(3)];
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n, 12));
let acts = 0;
const act = (wish: Partial<WishAct>): WishAct => ({
  ...{ act: `a${String(++acts).padStart(6, "0")}`, fp: HERS, saidBy: null, name: "topic", item: "" },
  ...{ at: acts, hours: null, until: null, limit: null, stance: null, ...wish },
});
const night = { from: 22 * 60, to: 7 * 60, days: [1, 2, 3, 4, 5, 6, 7], zone: "Europe/Stockholm" };
const most = (times: number, more: Partial<WishAct> = {}) =>
  act({ name: "most", limit: { times, per: "week" }, ...more });
const held = (...fps: string[]) => new Set(fps);
const mail = (now: Date, topics: string[] = []) => ({ channel: "mail", topics, now }) as const;

describe("of one identifier the latest holds, of all that somebody holds the strictest", () => {
  test("after a join the fewest messages, the longest pause, every quiet hour, and each no to a topic hold", () => {
    const said = [
      most(3),
      most(1, { fp: ALSO }),
      act({ name: "pause", until: day(5) }),
      act({ name: "pause", until: day(9), fp: ALSO }),
      act({ name: "hours", hours: night }),
      act({ name: "hours", hours: { ...night, days: [7] }, fp: ALSO }),
      act({ item: "lamps", stance: "chosen" }),
      act({ item: "lamps", stance: "declined", fp: ALSO }),
    ];
    expect(foldWishes(said, held(HERS))).toMatchObject({ until: day(5), most: [{ times: 3 }] });
    const joined = foldWishes(said, held(HERS, ALSO));
    expect(joined).toMatchObject({ until: day(9), most: [{ times: 1, per: "week" }] });
    expect(joined.hours).toHaveLength(2);
    expect(joined.topics).toEqual(new Map([["lamps", "declined"]]));
    expect(foldWishes(said, held(OTHER)).hours).toEqual([]);
  });

  test("a wish is taken back by a later one that sets nothing; in whatever order they are read", () => {
    const said = [most(1), most(2), act({ name: "most" })];
    expect(foldWishes(said, held(HERS)).most).toEqual([]);
    expect(foldWishes(said.toReversed(), held(HERS)).most).toEqual([]);
    expect(foldWishes(said.slice(0, 2).toReversed(), held(HERS)).most).toMatchObject([{ times: 2 }]);
  });

  test("after a split what opens goes with what they had come in by, and what keeps back stays with each", () => {
    const mine = { saidBy: ALSO };
    const said = [
      act({ item: "lamps", stance: "chosen", ...mine }),
      act({ item: "shoes", stance: "declined", ...mine }),
      most(1),
      act({ name: "most", ...mine }),
    ];
    expect(foldWishes(said, held(HERS, ALSO))).toMatchObject({ most: [] });
    const parted = foldWishes(said, held(HERS));
    expect(parted.topics).toEqual(new Map([["shoes", "declined"]]));
    expect(parted.most).toMatchObject([{ times: 1 }]);
  });

  test("a join lets through nothing that either alone kept back", () => {
    const made = {
      pause: (n: number): Partial<WishAct> => ({ name: "pause", until: n === 0 ? null : day(n) }),
      most: (n: number): Partial<WishAct> => ({
        ...{ name: "most", limit: n === 0 ? null : { times: n, per: "week" } },
      }),
      topic: (n: number): Partial<WishAct> => ({ item: "lamps", stance: n > 3 ? "declined" : "chosen" }),
      hours: (n: number): Partial<WishAct> => ({
        ...{ name: "hours", hours: n === 0 ? null : { ...night, days: [n] } },
      }),
    };
    const anyAct = fc.record({
      fp: fc.constantFrom(HERS, ALSO),
      kind: fc.constantFrom("pause" as const, "most" as const, "hours" as const, "topic" as const),
      n: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), fc.integer({ min: 0, max: 23 }), (list, hour) => {
        const said = list.map(({ fp, kind, n }) => act({ fp, ...made[kind](n) }));
        const contacts: Contact[] = [1, 2].map((n) => ({ channel: "mail", at: day(n) }));
        const asked = mail(new Date(Date.UTC(2026, 0, 3, hour)), ["lamps"]);
        const alone = [HERS, ALSO].some((fp) => keptBack(foldWishes(said, held(fp)), contacts, asked));
        if (alone) expect(keptBack(foldWishes(said, held(HERS, ALSO)), contacts, asked)).toBeDefined();
      }),
    );
  });
});

describe("quiet hours go by the clock of the person", () => {
  const at = (text: string) => quietUntil([night], new Date(text))?.toISOString();
  test("from ten at night to seven in the morning, also after midnight, and not at the stroke of the end", () => {
    expect(at("2026-01-10T20:59:59Z")).toBeUndefined();
    expect(at("2026-01-10T21:00:00Z")).toBe("2026-01-11T06:00:00.000Z");
    expect(at("2026-01-11T05:59:59Z")).toBe("2026-01-11T06:00:00.000Z");
    expect(at("2026-01-11T06:00:00Z")).toBeUndefined();
  });
  test("on the night when clocks go forward the morning comes an hour sooner", () => {
    expect(at("2026-03-28T22:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
  });
  test("only the nights that begin on the days that were named", () => {
    const sundays = [{ ...night, days: [7] }];
    expect(quietUntil(sundays, new Date("2026-01-12T05:00:00Z"))).toBeDefined(); // Monday morning
    expect(quietUntil(sundays, new Date("2026-01-11T05:00:00Z"))).toBeUndefined(); // Sunday morning
  });
  test("quiet that goes over into other quiet ends when the last of it does", () => {
    const morning = { ...night, from: 7 * 60, to: 9 * 60 };
    expect(quietUntil([morning, night], new Date("2026-01-10T23:00:00Z"))?.toISOString()).toBe(
      "2026-01-11T08:00:00.000Z",
    );
  });
  test("a letter comes at no hour", () => {
    const wishes = foldWishes([act({ name: "hours", hours: night })], held(HERS));
    const now = new Date("2026-01-10T23:00:00Z");
    expect(keptBack(wishes, [], { channel: "letter", topics: [], now })).toBeUndefined();
    expect(keptBack(wishes, [], mail(now))?.reason).toBe("consent.quiet_hours");
  });
});

describe("often enough", () => {
  const sent = (...days: number[]): Contact[] => days.map((n) => ({ channel: "mail", at: day(n) }));
  test("twice in seven days: the third waits until the first is seven days old", () => {
    const wishes = foldWishes([most(2)], held(HERS));
    expect(keptBack(wishes, sent(1), mail(day(4)))).toBeUndefined();
    expect(keptBack(wishes, sent(1, 3), mail(day(4)))).toEqual({
      reason: "consent.often_enough",
      until: day(8),
    });
    expect(keptBack(wishes, sent(1, 3), mail(day(8)))).toBeUndefined();
  });
  test("a limit for one channel leaves the others alone, and one for all counts all", () => {
    const texts: Contact[] = [{ channel: "sms", at: day(3) }];
    const inMail = foldWishes([most(1, { item: "mail" })], held(HERS));
    expect(keptBack(inMail, texts, mail(day(4)))).toBeUndefined();
    const inAll = foldWishes([most(1)], held(HERS));
    expect(keptBack(inAll, texts, mail(day(4)))?.reason).toBe("consent.often_enough");
  });
});

test("a message about an order or for safety is kept back by no wish, nor is a use that sends nothing", () => {
  expect(isContact("service", "mail")).toBe(false);
  expect(isContact("analysis", "web")).toBe(false);
  expect(isContact("marketing", "mail")).toBe(true);
});

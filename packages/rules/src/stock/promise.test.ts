import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_TOLD, promisable, truthOf } from "./promise.ts";

const now = new Date("2026-11-30T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const terms = { margin: 0, staleMinutes: 4320 };
const none = { held: 0, left: 0 };

it("COM-H05 tells how many are left, about how many when the count is old, and nothing when it is too old", () => {
  expect(truthOf({ onHand: 3, countedAt: minutesAgo(1) }, none, terms, now)).toEqual({
    ...{ state: "few", quantity: 3, more: false, about: false },
  });
  expect(truthOf({ onHand: 4, countedAt: minutesAgo(40) }, none, terms, now)).toEqual({
    ...{ state: "in_stock", quantity: 4, more: false, about: true },
  });
  expect(truthOf({ onHand: 4, countedAt: minutesAgo(4321) }, none, terms, now).state).toBe("unknown");
  expect(truthOf(undefined, none, terms, now)).toEqual({
    ...{ state: "unknown", quantity: null, more: false, about: true },
  });
});

it("takes off the margin, what is held and what left since the count, and never says less than none", () => {
  const count = { onHand: 10, countedAt: minutesAgo(1) };
  expect(promisable(count, 2, { ...terms, margin: 1 }, now)).toBe(7);
  expect(truthOf(count, { held: 5, left: 2 }, { ...terms, margin: 1 }, now)).toMatchObject({ quantity: 2 });
  expect(truthOf(count, { held: 9, left: 2 }, terms, now)).toMatchObject({ state: "out", quantity: 0 });
  expect(promisable({ onHand: -4, countedAt: now }, 0, terms, now)).toBe(0);
  expect(promisable(count, -3, terms, now)).toBe(13); // three came back
});

it("says no large number to anybody, and whenever it promises, that much is there", () => {
  const numbers = fc.integer({ min: -5, max: 400 });
  fc.assert(
    fc.property(
      numbers,
      fc.nat(50),
      fc.nat(50),
      fc.nat(9),
      fc.nat(9000),
      (onHand, held, left, margin, age) => {
        const truth = truthOf(
          { onHand, countedAt: minutesAgo(age) },
          { held, left },
          { ...terms, margin },
          now,
        );
        const told = truth.quantity ?? 0;
        expect(told).toBeLessThanOrEqual(MOST_TOLD);
        if (told > 0) expect(told + held + left + margin).toBeLessThanOrEqual(onHand);
        if (truth.more) expect(onHand - held - left - margin).toBeGreaterThan(MOST_TOLD);
      },
    ),
  );
});

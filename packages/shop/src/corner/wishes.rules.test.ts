import type { WishesAnswer } from "@somlos/contract/rooms/wishes";
import { expect, test } from "vitest";
import { keyOf, limitIn, limits, placeOf, undoOf } from "./wishes.rules.ts";

const nothing: WishesAnswer = { hours: [], pausedUntil: null, most: [], topics: [], words: [], history: [] };
const night = { from: "22:00", to: "07:00", days: [1, 2], zone: "Europe/Oslo" };

test("undone, a change is as if it had not been: what held comes back with its own clock, what did not goes", () => {
  const before: WishesAnswer = {
    ...nothing,
    hours: [night],
    most: [{ channel: "mail", times: 2, per: "week", had: 1 }],
    topics: [{ code: "lamps", name: "Lamps", stance: "chosen" }],
  };
  const { zone, ...span } = night;
  expect(undoOf(before, { hours: null })).toEqual({ hours: span, zone });
  expect(undoOf(nothing, { hours: span, zone: "UTC" })).toEqual({ hours: null });
  expect(
    undoOf(before, {
      most: [
        { channel: "mail", limit: null },
        { channel: null, limit: { times: 1, per: "month" } },
      ],
    }),
  ).toEqual({
    most: [
      { channel: "mail", limit: { times: 2, per: "week" } },
      { channel: null, limit: null },
    ],
  });
  expect(undoOf(before, { topics: { lamps: "declined", shoes: "chosen" } })).toEqual({
    topics: { lamps: "chosen", shoes: null },
  });
  expect(undoOf(before, { pausedUntil: "2026-12-24T00:00:00Z" })).toEqual({ pausedUntil: null });
});

test("where several hold at once, no undo is offered that would lose one", () => {
  expect(undoOf({ ...nothing, hours: [night, { ...night, days: [7] }] }, { hours: null })).toBeUndefined();
});

test("a limit reads as it was written, and a zone as its place", () => {
  for (const limit of limits) expect(limitIn(keyOf(limit))).toEqual(limit);
  expect(limitIn("")).toBeNull();
  expect(placeOf("America/New_York")).toBe("New York");
});

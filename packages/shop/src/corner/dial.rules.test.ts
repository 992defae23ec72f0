import { type DialAnswer, dialLevels } from "@somlos/contract/rooms/dial";
import { dialPlaceNames, dialPlaces, standingOf } from "@somlos/contract/rooms/dial-places";
import { expect, it } from "vitest";
import { arcBetween, placeOf } from "./dial.rules.ts";

const centre = { x: 100, y: 100 };

it("the dial turns from never at the lower left over the top to always at the lower right", () => {
  const points = dialLevels.map((level) => placeOf(level, centre, 50));
  expect(points.map(({ x }) => x)).toEqual([56.7, 56.7, 100, 143.3, 143.3]);
  expect(points.map(({ y }) => y)).toEqual([125, 75, 50, 75, 125]);
});

it("the thread goes the long way round when the dial is turned past the top", () => {
  expect(arcBetween("never", "visit", centre, 50)).toBe("M56.7 125A50 50 0 0 1 100 50");
  expect(arcBetween("never", "today", centre, 50)).toBe("M56.7 125A50 50 0 0 1 143.3 75");
  expect(arcBetween("never", "always", centre, 50)).toBe("M56.7 125A50 50 0 1 1 143.3 125");
});

const says = (level: (typeof dialLevels)[number]) => ({ level, kinds: null, since: null, until: null });

it("a place stands as the strictest of its channels, so that what the page promises is kept in each of them", () => {
  const dial = { channels: { store: says("always"), till: says("never") }, history: [] };
  expect(standingOf(dial as unknown as DialAnswer, "store").level).toBe("never");
});

it("no channel belongs to two places", () => {
  const all = dialPlaceNames.flatMap((place) => dialPlaces[place]);
  expect(new Set(all).size).toBe(all.length);
});

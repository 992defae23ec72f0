import { expect, test } from "vitest";
import { drawGrowth, lineOf, roundUp } from "./growth.rules.ts";

const days = [
  { day: "2026-05-01", bytes: 100 },
  { day: "2026-05-16", bytes: 150 },
  { day: "2026-05-31", bytes: 200 },
];

test("the forecast goes on where the measured line ends, and the scale begins at zero", () => {
  const { measured, forecast, top } = drawGrowth(days, { in30: 300, in90: 500 }, 120, 100);
  expect(top).toBe(500);
  expect(measured.at(-1)).toEqual(forecast[0]);
  expect(measured.map(({ y }) => y)).toEqual([80, 70, 60]);
  expect(forecast.at(-1)).toEqual({ x: 120, y: 0 });
});

test("without a forecast the measured days fill the picture", () => {
  const { measured, forecast } = drawGrowth(days, null, 120, 100);
  expect(forecast).toEqual([]);
  expect(measured.at(-1)?.x).toBe(120);
  expect(lineOf(measured)).toMatch(/^M0\.0 50\.0 L/);
});

test("one day alone and nothing at all are drawn too", () => {
  expect(drawGrowth(days.slice(0, 1), null, 120, 100).measured).toEqual([{ x: 120, y: 0 }]);
  expect(drawGrowth([], null, 120, 100)).toEqual({ measured: [], forecast: [], top: 1 });
  expect([0, 3, 41, 99].map(roundUp)).toEqual([1, 3, 50, 100]);
});

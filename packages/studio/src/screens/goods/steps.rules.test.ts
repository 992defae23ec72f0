import { expect, it } from "vitest";
import { stepsOf } from "./steps.rules.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();

it("draws a step at each change, the highest near the top, up to now and not beyond", () => {
  const stretches = [
    { from: at(1), until: at(6), amountMinor: 1000 },
    { from: at(6), until: at(11), amountMinor: 500 },
    { from: at(11), until: null, amountMinor: 1000 },
  ];
  expect(stepsOf(stretches, Date.parse(at(21)))).toBe("M0.00 8.00H25.00V54.00H50.00V8.00H100.00");
  expect(stepsOf(stretches, Date.parse(at(6)))).toBe("M0.00 8.00H100.00");
});

it("draws nothing of a price that nobody has said, or that begins tomorrow, or of nothing", () => {
  expect(stepsOf([], Date.parse(at(2)))).toBeUndefined();
  expect(stepsOf([{ from: at(3), until: null, amountMinor: 10 }], Date.parse(at(2)))).toBeUndefined();
  expect(stepsOf([{ from: at(1), until: null, amountMinor: 0 }], Date.parse(at(2)))).toBeUndefined();
});

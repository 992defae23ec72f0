import { expect, test } from "vitest";
import { hoursLeft } from "./hours.rules.ts";

test("an hour that has begun can still be used to cancel, and after the day there is none", () => {
  const due = "2026-11-30T10:00:00Z";
  expect(hoursLeft(due, new Date("2026-11-29T10:00:00Z"))).toBe(24);
  expect(hoursLeft(due, new Date("2026-11-30T08:30:00Z"))).toBe(2);
  expect(hoursLeft(due, new Date("2026-11-30T10:00:01Z"))).toBe(0);
  expect(hoursLeft(due, new Date("2026-11-29T09:58:00Z"))).toBe(24); // a clock that is a little behind
});

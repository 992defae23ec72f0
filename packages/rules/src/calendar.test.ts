import { describe, expect, it } from "vitest";
import { addDays, clockAt, dateAt, dayOf, momentOf, weekdayOf } from "./calendar.ts";

const STOCKHOLM = "Europe/Stockholm";
const hours = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / 3_600_000;
const iso = (date: string, minute: number, zone = STOCKHOLM) => momentOf(date, minute, zone).toISOString();

describe("the calendar of a place", () => {
  it("says what day it is there, not here", () => {
    const late = new Date("2026-06-30T22:30:00Z");
    expect(dateAt(late, STOCKHOLM)).toBe("2026-07-01");
    expect(dateAt(late, "UTC")).toBe("2026-06-30");
    expect(dateAt(late, "America/New_York")).toBe("2026-06-30");
    expect(clockAt(late, STOCKHOLM)).toBe("00:30");
  });

  it("has a day of 23 hours when summer time begins and one of 25 when it ends", () => {
    expect(hours(dayOf("2026-03-28", STOCKHOLM))).toBe(24);
    expect(hours(dayOf("2026-03-29", STOCKHOLM))).toBe(23);
    expect(hours(dayOf("2026-10-25", STOCKHOLM))).toBe(25);
  });

  it("keeps ten o'clock at ten o'clock on both sides of the change", () => {
    expect(iso("2026-03-28", 600)).toBe("2026-03-28T09:00:00.000Z");
    expect(iso("2026-03-29", 600)).toBe("2026-03-29T08:00:00.000Z");
    expect(iso("2026-10-24", 600)).toBe("2026-10-24T08:00:00.000Z");
    expect(iso("2026-10-25", 600)).toBe("2026-10-25T09:00:00.000Z");
  });

  it("moves half past two, which a spring night does not have, an hour on; takes the first of two in autumn", () => {
    expect(iso("2026-03-29", 150)).toBe("2026-03-29T01:30:00.000Z"); // 03:30 summer time
    expect(iso("2026-10-25", 150)).toBe("2026-10-25T00:30:00.000Z"); // still summer time
  });

  it("counts minutes past midnight into the next day, by its own clock", () => {
    expect(iso("2026-03-28", 1440 + 240)).toBe("2026-03-29T02:00:00.000Z"); // 04:00, an hour sooner than other nights
    expect(iso("2026-12-31", 1440)).toBe("2026-12-31T23:00:00.000Z");
  });

  it("knows weekdays from Monday on, and steps over month and leap day", () => {
    expect(weekdayOf("2026-11-28")).toBe(6);
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
});

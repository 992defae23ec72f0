import { describe, expect, it } from "vitest";
import { barsOf, linesOf, readDay, readWeek, weekOverlaps, writeDay, wrongDay } from "./hours-text.rules.ts";

const span = (opens: string, closes: string) => ({ opens, closes });

describe("a day's hours in one line", () => {
  it.each([
    ["10–19", [span("10:00", "19:00")]],
    ["10-19", [span("10:00", "19:00")]],
    ["10.30-18", [span("10:30", "18:00")]],
    ["1030–1845", [span("10:30", "18:45")]],
    ["9:00 to 17:00", [span("09:00", "17:00")]],
    ["10 till 14 och 15 till 18", [span("10:00", "14:00"), span("15:00", "18:00")]],
    ["10–14, 15–18", [span("10:00", "14:00"), span("15:00", "18:00")]],
    ["22–02", [span("22:00", "02:00")]],
    ["00–24", [span("00:00", "24:00")]],
    ["", []],
    ["Stängt", []],
    ["lukket", []],
    ["closed", []],
  ])("%j is read as people mean it", (line, spans) => {
    expect(readDay(line)).toEqual(spans);
  });

  it.each(["10", "ten to five", "25–26", "10–19:75", "10–19 10–19", "24–10", "10–24:30"])(
    "%j is asked about, not guessed",
    (line) => {
      expect(readDay(line)).toBeUndefined();
      expect(wrongDay(line)).toBe("unread");
    },
  );

  it("says what is wrong with what can be read", () => {
    expect(wrongDay("10–14, 13–18")).toBe("overlap");
    expect(wrongDay("10–10")).toBe("empty");
    expect(wrongDay("10–19")).toBeUndefined();
  });

  it("is written as the language writes times, and read again as the same", () => {
    const spans = [span("15:00", "18:00"), span("10:00", "14:00")];
    expect(writeDay(spans, "en")).toBe("10:00–14:00, 15:00–18:00");
    expect(writeDay(spans, "sv")).toBe("10.00–14.00, 15.00–18.00");
    for (const language of ["en", "sv", "da"] as const)
      expect(readDay(writeDay(spans, language))).toEqual([spans[1], spans[0]]);
  });
});

describe("a week in seven lines", () => {
  const lines = ["10–19", "10–19", "10–19", "10–19", "10–02", "11–17", ""];

  it("is the week that was saved", () => {
    const week = readWeek(lines) ?? [];
    expect(week).toHaveLength(6);
    expect(readWeek(linesOf(week, "da"))).toEqual(week);
    expect(readWeek([...lines.slice(1), "soon"])).toBeUndefined();
  });

  it("draws the night on the day it reaches into, from Sunday into Monday too", () => {
    const week = readWeek(lines) ?? [];
    expect(barsOf(week, 5)).toEqual([{ from: 600, to: 1440 }]);
    expect(barsOf(week, 6)).toEqual([
      { from: 0, to: 120 },
      { from: 660, to: 1020 },
    ]);
    expect(barsOf(readWeek(["", "", "", "", "", "", "20–01"]) ?? [], 1)).toEqual([{ from: 0, to: 60 }]);
  });

  it("overlaps when a night reaches into the next morning's hours", () => {
    expect(weekOverlaps(readWeek(["18–03", "02–10", "", "", "", "", ""]) ?? [])).toBe(true);
    expect(weekOverlaps(readWeek(lines) ?? [])).toBe(false);
  });
});

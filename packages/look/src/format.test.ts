import { describe, expect, it } from "vitest";
import { daysBetween, formatsOf } from "./format.ts";

const narrow = "\u202f";
const hard = "\u00a0";

it("room on a disk is told in the unit that says it", () => {
  expect(formatsOf("en").bytes(0)).toBe("0\u00a0B");
  expect(formatsOf("sv").bytes(2_340_000_000)).toBe("2,3\u00a0GB");
  expect(formatsOf("en").bytes(-84_000)).toBe("−84\u00a0kB");
});

it("the days of a week have their names, Monday first", () => {
  expect([1, 7].map((day) => formatsOf("sv").weekday(day))).toEqual(["måndag", "söndag"]);
  expect([1, 7].map((day) => formatsOf("da").weekday(day))).toEqual(["mandag", "søndag"]);
  expect([1, 7].map((day) => formatsOf("en").weekday(day, "short"))).toEqual(["Mon", "Sun"]);
});

describe("figures", () => {
  it("are grouped with a narrow space in every language", () => {
    for (const language of ["en", "sv", "da"] as const) {
      expect(formatsOf(language).number(10482)).toBe(`10${narrow}482`);
      expect(formatsOf(language).money(1249, "SEK")).toBe(`1${narrow}249${hard}kr`);
    }
  });

  it("carry a true minus and no minus before zero", () => {
    expect(formatsOf("en").number(-5)).toBe("−5");
    expect(formatsOf("sv").number(-5)).toBe("−5");
    expect(formatsOf("en").number(-0)).toBe("0");
  });

  it("use the decimal sign of the language", () => {
    expect(formatsOf("en").money(12.5, "EUR")).toBe(`12.50${hard}EUR`);
    expect(formatsOf("da").money(12.5, "EUR")).toBe(`12,50${hard}EUR`);
    expect(formatsOf("sv").ms(1.24)).toBe(`1,2${hard}ms`);
  });

  it("say a share in whole percent", () => {
    expect(formatsOf("sv").percent(0.814)).toBe(`81${hard}%`);
  });
});

describe("times", () => {
  const at = new Date(2026, 10, 21, 14, 7, 3, 45);
  const now = new Date(2026, 10, 21, 18, 0, 0);

  it("are 14:07 in English and 14.07 in Swedish and Danish", () => {
    expect(formatsOf("en").time(at)).toBe("14:07");
    expect(formatsOf("sv").time(at)).toBe("14.07");
    expect(formatsOf("da").time(at)).toBe("14.07");
    expect(formatsOf("en").timeMs(at)).toBe("14:07:03.045");
    expect(formatsOf("sv").timeMs(at)).toBe("14.07.03,045");
  });

  it("name today and yesterday, and the year only when it is another", () => {
    expect(formatsOf("en").day(at, now)).toBe("Today");
    expect(formatsOf("sv").day(new Date(2026, 10, 20), now)).toBe("I går");
    expect(formatsOf("en").day(new Date(2026, 10, 12), now)).toBe("Thursday 12 November");
    expect(formatsOf("da").day(new Date(2024, 10, 12), now)).toBe("12. november 2024");
  });

  it("count days by midnights, not by hours", () => {
    expect(daysBetween(new Date(2026, 10, 20, 23, 59), new Date(2026, 10, 21, 0, 1))).toBe(1);
  });

  it("say how long ago in the largest unit that fits", () => {
    const ago = (minutes: number): string =>
      formatsOf("en").ago(new Date(now.getTime() - minutes * 60_000), now);
    expect(ago(0)).toBe("just now");
    expect(ago(4)).toBe(`4${hard}minutes ago`);
    expect(ago(120)).toBe(`2${hard}hours ago`);
    expect(ago(60 * 24)).toBe("yesterday");
  });
});

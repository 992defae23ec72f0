import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  dayOfCivil,
  easterOf,
  isHoliday,
  minuteOf,
  momentOf,
  offsetAt,
  weekdayOf,
} from "../src/calendar.rules.ts";
import { deskMoment, isOpen, openingOf, stores } from "../src/chain.rules.ts";

const wall = (zone: string) =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2049, 11, 31) });

describe("the clock on the wall", () => {
  it("shows what the clocks of Stockholm and København show, in summer and winter", () => {
    const clocks = ["Europe/Stockholm", "Europe/Copenhagen"].map(wall);
    fc.assert(
      fc.property(moments, (ms) => {
        const shown = new Date(ms + offsetAt(ms)).toISOString().slice(0, 16).replace("T", " ");
        for (const clock of clocks) expect(clock.format(ms)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives for a day and a minute the moment at which it shows them", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 181, max: 1439 }), (ms, minute) => {
        const at = momentOf(dayOf(ms), minute);
        expect([dayOf(at), minuteOf(at)]).toEqual([dayOf(ms), minute]);
      }),
    );
  });

  it("knows Easter and the days when the stores stay closed", () => {
    expect(easterOf(2026)).toBe(dayOfCivil(2026, 4, 5));
    expect(easterOf(2027)).toBe(dayOfCivil(2027, 3, 28));
    expect(easterOf(2038)).toBe(dayOfCivil(2038, 4, 25));
    expect(weekdayOf(dayOfCivil(2026, 11, 21))).toBe(6);
    expect(isHoliday(dayOfCivil(2026, 6, 19), "SE")).toBe(true); // midsummer eve
    expect(isHoliday(dayOfCivil(2026, 6, 19), "DK")).toBe(false);
    expect(isHoliday(dayOfCivil(2026, 5, 14), "DK")).toBe(true); // Ascension
    expect(isHoliday(dayOfCivil(2026, 12, 24), "SE")).toBe(true);
  });
});

describe("opening hours", () => {
  it("begin and end to the minute", () => {
    const saturday = dayOfCivil(2026, 11, 21);
    expect(openingOf(stores.malmo, saturday)).toEqual([600, 1020]);
    expect(isOpen(stores.malmo, momentOf(saturday, 599))).toBe(false);
    expect(isOpen(stores.malmo, momentOf(saturday, 600))).toBe(true);
    expect(isOpen(stores.malmo, momentOf(saturday, 1020))).toBe(false);
    expect(openingOf(stores.kobenhavn, dayOfCivil(2026, 12, 25))).toBeUndefined();
  });

  it("let the desk answer on the next morning what is asked at night", () => {
    const saturday = dayOfCivil(2026, 11, 21);
    expect(deskMoment(momentOf(saturday, 1300), "SE")).toBe(momentOf(saturday + 2, 540));
    expect(deskMoment(momentOf(saturday, 700), "SE")).toBe(momentOf(saturday, 700));
  });
});

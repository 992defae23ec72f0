import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Hours,
  openingAt,
  problemOfDay,
  problemOfWeek,
  spanOf,
  textOf,
  type WeekSpan,
} from "./opening-hours.ts";

const ZONE = "Europe/Stockholm";
const day = (weekday: number, ...texts: string[]): WeekSpan[] =>
  texts.map((text) => {
    const [opens = "", closes = ""] = text.split("–");
    return { weekday, ...spanOf({ opens, closes }) };
  });
const span = (text: string) => spanOf({ opens: text.slice(0, 5), closes: text.slice(6) });
const all = (...texts: string[]) => [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => day(weekday, ...texts));
const hoursOf = (week: readonly WeekSpan[], more: Partial<Hours> = {}): Hours => ({
  zone: ZONE,
  week,
  exceptions: [],
  ...more,
});
/** In one line: `open until …`, `closed until …`. */
function told(hours: Hours, at: string): string {
  const found = openingAt(hours, new Date(at));
  if (found.state === "unknown") return "unknown";
  const until = found.state === "open" ? found.until : found.opens;
  return `${found.state} until ${until?.toISOString().replace(":00.000Z", "Z") ?? "ever"}`;
}

const shop = hoursOf([...[1, 2, 3, 4, 5].flatMap((n) => day(n, "10:00–19:00")), ...day(6, "10:00–17:00")]);

describe("a shop that opens at ten", () => {
  it("is open from the first minute and closed at the last", () => {
    expect(told(shop, "2026-11-27T08:59:59Z")).toBe("closed until 2026-11-27T09:00Z");
    expect(told(shop, "2026-11-27T09:00:00Z")).toBe("open until 2026-11-27T18:00Z");
    expect(told(shop, "2026-11-27T17:59:59Z")).toBe("open until 2026-11-27T18:00Z");
    expect(told(shop, "2026-11-27T18:00:00Z")).toBe("closed until 2026-11-28T09:00Z");
  });

  it("opens again on Monday when Sunday has no hours", () => {
    expect(told(shop, "2026-11-28T16:00:00Z")).toBe("closed until 2026-11-30T09:00Z");
  });

  it("opens at ten by its own clock on the day summer time begins, and on the day it ends", () => {
    const sundays = hoursOf(day(7, "10:00–17:00"));
    expect(told(sundays, "2026-03-28T12:00:00Z")).toBe("closed until 2026-03-29T08:00Z");
    expect(told(sundays, "2026-03-29T08:00:00Z")).toBe("open until 2026-03-29T15:00Z");
    expect(told(sundays, "2026-10-24T12:00:00Z")).toBe("closed until 2026-10-25T09:00Z");
    expect(told(sundays, "2026-10-25T08:59:59Z")).toBe("closed until 2026-10-25T09:00Z");
  });

  it("rests at lunch when the day has two spans", () => {
    const lunch = hoursOf(all("09:00–12:00", "13:00–18:00"));
    expect(told(lunch, "2026-11-27T11:30:00Z")).toBe("closed until 2026-11-27T12:00Z");
    expect(told(lunch, "2026-11-27T12:30:00Z")).toBe("open until 2026-11-27T17:00Z");
  });

  it("has not told when it opens while it has no hours at all", () => {
    expect(told(hoursOf([]), "2026-11-27T12:00:00Z")).toBe("unknown");
  });
});

describe("a place that is open past midnight", () => {
  const bar = hoursOf([...day(5, "17:00–02:00"), ...day(6, "17:00–03:00")]);

  it("is open in the small hours of the day after, by the hours of the evening before", () => {
    expect(told(bar, "2026-11-28T00:30:00Z")).toBe("open until 2026-11-28T01:00Z");
    expect(told(bar, "2026-11-28T01:00:00Z")).toBe("closed until 2026-11-28T16:00Z");
    expect(told(bar, "2026-11-29T01:59:00Z")).toBe("open until 2026-11-29T02:00Z");
  });

  it("closes an hour sooner in the night that is an hour shorter, and by the clock in the longer one", () => {
    const night = hoursOf(day(6, "22:00–04:00"));
    expect(told(night, "2026-03-28T22:00:00Z")).toBe("open until 2026-03-29T02:00Z"); // five hours
    expect(told(night, "2026-10-24T22:00:00Z")).toBe("open until 2026-10-25T03:00Z"); // seven hours
  });

  it("stays open until then although the next day is a closed holiday", () => {
    const holiday = { ...bar, exceptions: [{ date: "2026-11-28", spans: [] }] };
    expect(told(holiday, "2026-11-28T00:30:00Z")).toBe("open until 2026-11-28T01:00Z");
    expect(told(holiday, "2026-11-28T17:00:00Z")).toBe("closed until 2026-12-04T16:00Z");
  });

  it("is told as one stretch when it goes on at midnight, and as never closing when it goes on for ever", () => {
    expect(told(hoursOf([...day(5, "20:00–24:00"), ...day(6, "00:00–04:00")]), "2026-11-27T20:00:00Z")).toBe(
      "open until 2026-11-28T03:00Z",
    );
    expect(told(hoursOf(all("00:00–24:00")), "2026-11-27T20:00:00Z")).toBe("open until ever");
  });
});

describe("a day that is not like its weekday", () => {
  it("goes by its own hours, closed when it has none", () => {
    const christmas = {
      ...shop,
      exceptions: [
        { date: "2026-12-24", spans: [span("10:00–13:00")] },
        { date: "2026-12-25", spans: [] },
      ],
    };
    expect(told(christmas, "2026-12-24T10:00:00Z")).toBe("open until 2026-12-24T12:00Z");
    expect(told(christmas, "2026-12-24T12:00:00Z")).toBe("closed until 2026-12-26T09:00Z");
  });

  it("is how a place that has no ordinary week opens now and then", () => {
    const popup = hoursOf([], { exceptions: [{ date: "2026-12-12", spans: [span("12:00–16:00")] }] });
    expect(told(popup, "2026-11-28T12:00:00Z")).toBe("closed until 2026-12-12T11:00Z");
    expect(told(popup, "2026-12-13T12:00:00Z")).toBe("closed until ever");
  });

  it("counts only between the first day and the last", () => {
    const short = { ...shop, firstDay: "2026-12-01", lastDay: "2026-12-02" };
    expect(told(short, "2026-11-27T12:00:00Z")).toBe("closed until 2026-12-01T09:00Z");
    expect(told(short, "2026-12-02T12:00:00Z")).toBe("open until 2026-12-02T18:00Z");
    expect(told(short, "2026-12-02T18:00:00Z")).toBe("closed until ever");
  });
});

describe("hours that cannot be", () => {
  it("overlap within a day, into the next, and from Sunday night into Monday", () => {
    expect(problemOfWeek([...day(1, "09:00–12:00"), ...day(1, "11:59–15:00")])).toBe("overlap");
    expect(problemOfWeek([...day(1, "20:00–02:00"), ...day(2, "01:00–05:00")])).toBe("overlap");
    expect(problemOfWeek([...day(7, "20:00–02:00"), ...day(1, "01:00–05:00")])).toBe("overlap");
    expect(problemOfWeek([...day(7, "20:00–02:00"), ...day(1, "02:00–05:00")])).toBeUndefined();
    expect(problemOfDay([span("10:00–12:00"), span("11:00–13:00")])).toBe("overlap");
  });

  it("open and close in the same minute", () => {
    expect(problemOfWeek(day(1, "10:00–10:00"))).toBe("empty");
    expect(problemOfDay([span("00:00–24:00")])).toBeUndefined();
  });
});

const anySpan = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    opens: fc.integer({ min: 0, max: 1439 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ weekday, opens, minutes }) => ({ weekday, opens, closes: opens + minutes }));
const anyWeek = fc
  .array(anySpan, { minLength: 1, maxLength: 8 })
  .filter((week) => problemOfWeek(week) === undefined);
const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
/** Minutes since Monday on the wall, asked of the engine and not of our calendar. */
function minuteOfWeek(ms: number): number {
  const part = (type: string) => clock.formatToParts(ms).find((one) => one.type === type)?.value ?? "";
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday"));
  return weekday * 1440 + Number(part("hour")) * 60 + Number(part("minute"));
}
const WEEK = 7 * 1440;
const openOnTheWall = (week: readonly WeekSpan[], ms: number): boolean =>
  week.some(({ weekday, opens, closes }) => {
    const since = (minuteOfWeek(ms) - (weekday - 1) * 1440 - opens + 2 * WEEK) % WEEK;
    return since < closes - opens;
  });
/** Days around a change of clocks: there the wall shows times twice or not at all. */
const isStrangeDay = (ms: number): boolean =>
  [-1, 1].some((d) => {
    const offset = (at: number) => (minuteOfWeek(at) - Math.floor(at / 60_000) + 100 * WEEK) % 1440;
    return Math.abs(offset(ms) - offset(ms + d * 2 * 86_400_000)) % 1440 !== 0;
  });

describe("any week", () => {
  it("is open exactly when the clock on the wall stands inside one of its spans", () => {
    fc.assert(
      fc.property(anyWeek, anyMoment, (week, ms) => {
        fc.pre(!isStrangeDay(ms));
        expect(openingAt(hoursOf(week), new Date(ms)).state === "open").toBe(openOnTheWall(week, ms));
      }),
      { numRuns: 300 },
    );
  });

  it("changes at the moment it says, on the days when clocks change too", () => {
    fc.assert(
      fc.property(anyWeek, anyMoment, (week, ms) => {
        const hours = hoursOf(week);
        const now = openingAt(hours, new Date(ms));
        const at = now.state === "open" ? now.until : now.state === "closed" ? now.opens : undefined;
        fc.pre(at !== undefined);
        const next = at?.getTime() ?? 0;
        expect(next).toBeGreaterThan(ms);
        expect(openingAt(hours, new Date(next - 1)).state).toBe(now.state);
        expect(openingAt(hours, new Date(next)).state).not.toBe(now.state);
      }),
      { numRuns: 300 },
    );
  });

  it("is written as it was read", () => {
    fc.assert(
      fc.property(anySpan, ({ opens, closes }) => {
        fc.pre(closes < opens + 1440);
        expect(spanOf(textOf({ opens, closes }))).toEqual({ opens, closes });
      }),
    );
  });
});

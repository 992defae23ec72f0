import { describe, expect, it } from "vitest";
import { momentOf } from "../src/calendar.rules.ts";
import type { Happening } from "../src/life/scene.rules.ts";
import { lifeClock, tell } from "../src/send/live.ts";

const HOUR = 3_600_000;
const happening = (at: number, event: string, line?: string): Happening => ({
  at,
  door: "public",
  message: { messageId: `${event}${at}`, event },
  ...(line !== undefined && { line }),
});

describe("life at a speed", () => {
  it("is an hour a minute at sixty times the clock, and never runs ahead of it", () => {
    const started = 1_000_000 * HOUR;
    const clock = lifeClock(started - 5 * HOUR, started, 60);
    expect(clock(started)).toBe(started - 5 * HOUR);
    expect(clock(started + HOUR / 60)).toBe(started - 4 * HOUR);
    expect(clock(started + HOUR)).toBe(started + HOUR);
    const real = lifeClock(started, started, 1);
    expect(real(started + HOUR)).toBe(started + HOUR);
  });
});

describe("the line that tells what just happened", () => {
  it("is about what is most worth telling, with the time on the wall", () => {
    const at = momentOf(20_000, 14 * 60 + 7);
    const list = [
      happening(at - 60_000, "Product Viewed", "Ulla in Lund looks at the sledge Kana"),
      happening(at, "Product Scanned", "Astrid in Malmö scans the floor lamp Vass she saw on the bus"),
      happening(at + 1000, "Product Added"),
    ];
    expect(tell(list)).toBe("14:07 Astrid in Malmö scans the floor lamp Vass she saw on the bus");
    expect(tell([happening(at, "Product Added")])).toBeUndefined();
    expect(tell([])).toBeUndefined();
  });
});

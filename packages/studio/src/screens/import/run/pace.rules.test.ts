import { describe, expect, it } from "vitest";
import { markOf, mayOpen, stepOf } from "../steps.rules.ts";
import { paceOf, type Seen, see } from "./pace.rules.ts";

const at = (seconds: number, rows: number, share: number): Seen => ({ at: seconds * 1000, rows, share });
const seeAll = (all: readonly Seen[]) => all.reduce<readonly Seen[]>(see, []);

describe("the pace of an import", () => {
  it("is told after two looks, with how long it still takes", () => {
    expect(paceOf(seeAll([at(0, 0, 0)]))).toBeUndefined();
    expect(paceOf(seeAll([at(0, 0, 0), at(2, 4000, 0.1)]))).toEqual({ rowsASecond: 2000, secondsLeft: 18 });
  });

  it("is that of the last twenty seconds, not of the whole run", () => {
    const seen = seeAll([at(0, 0, 0), at(10, 100, 0.01), at(25, 10_100, 0.31), at(30, 15_100, 0.46)]);
    expect(paceOf(seen)?.rowsASecond).toBe(1000);
  });

  it("begins anew when the run does", () => {
    expect(paceOf(seeAll([at(0, 500, 0.5), at(2, 900, 0.9), at(4, 0, 0)]))).toBeUndefined();
  });
});

describe("the steps", () => {
  const view = { state: "uploaded", mapping: null, tried: null, startedAt: null } as const;
  it("stand where there is something to do", () => {
    expect(stepOf(view)).toBe("columns");
    expect(stepOf({ ...view, state: "trying" })).toBe("try");
    expect(stepOf({ ...view, state: "paused", startedAt: "2026-01-01T00:00:00Z" })).toBe("run");
  });

  it("let the columns alone while it runs", () => {
    expect(mayOpen("columns", { ...view, state: "running" })).toBe(false);
    expect(mayOpen("run", view)).toBe(false);
    expect(markOf("try", view)).toBe("coming");
  });
});

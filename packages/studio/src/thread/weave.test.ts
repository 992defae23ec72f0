import { describe, expect, it } from "vitest";
import { columnWidth, columnX, stretch, weave } from "./weave.ts";

const frame = { columns: 3, width: 32, left: 52, height: 400 };

describe("the weave", () => {
  it("draws one line for each channel even when nothing happened", () => {
    const picture = weave(frame, [], false);
    expect(picture.lines).toEqual([68, 100, 132]);
    expect(picture.thread).toBe("");
  });

  it("puts every knot on the line of its channel", () => {
    const picture = weave(
      frame,
      [
        { column: 0, y: 40, knot: "now" },
        { column: 2, y: 90, knot: "solid" },
      ],
      false,
    );
    expect(picture.knots.map((knot) => knot.x)).toEqual([columnX(frame, 0), columnX(frame, 2)]);
  });

  it("is one unbroken thread from the top through every event", () => {
    const points = [0, 1, 1, 2].map((column, at) => ({ column, y: 40 + at * 50, knot: "solid" as const }));
    const { thread } = weave(frame, points, false);
    expect(thread.startsWith("M68 0")).toBe(true);
    expect(thread.match(/M/g)).toHaveLength(1);
    expect(thread.match(/C/g)).toHaveLength(2);
    expect(thread.endsWith("L132 190")).toBe(true);
  });

  it("runs on to the edge while older events wait to be loaded", () => {
    const points = [{ column: 1, y: 40, knot: "solid" as const }];
    expect(weave(frame, points, true).thread.endsWith("L100 400")).toBe(true);
    expect(weave(frame, points, false).thread.endsWith("L100 40")).toBe(true);
  });

  it("never turns back upwards where the channel changes", () => {
    const path = stretch({ x: 68, y: 100 }, { x: 100, y: 130 });
    const heights = [...path.matchAll(/[\d.]+ ([\d.]+)/g)].map((match) => Number(match[1]));
    expect(heights[0]).toBeGreaterThanOrEqual(100);
    expect(Math.max(...heights)).toBe(130);
  });

  it("makes room for many channels on a phone without growing wider than the phone gives", () => {
    expect(columnWidth(3, 160, 32)).toBe(32);
    expect(columnWidth(8, 112, 20)).toBe(14);
    expect(columnWidth(17, 100, 20)).toBe(12);
  });
});

import { describe, expect, it } from "vitest";
import { fitting, gatherThread } from "./gather.ts";

describe("identifiers that join", () => {
  it("all end where the followed thread begins", () => {
    for (const x of [7, 68, 120, 700]) expect(gatherThread(x, 68, 78).endsWith("68 78")).toBe(true);
  });

  it("each begin under their own identifier", () => {
    expect(gatherThread(244, 68, 78).startsWith("M244 4")).toBe(true);
  });

  it("fall straight when they stand right above the thread", () => {
    expect(gatherThread(68, 68, 78)).toBe("M68 4L68 78");
  });
});

describe("how many identifiers stand side by side", () => {
  it("is what the width can show, six at most and two at least", () => {
    expect(fitting(808, 9)).toBe(6);
    expect(fitting(469, 9)).toBe(3);
    expect(fitting(100, 9)).toBe(2);
  });

  it("is never more than there are", () => {
    expect(fitting(808, 1)).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { secondsLeft } from "./silence.rules.ts";

describe("silence on a shared screen", () => {
  it("warns for the last thirty seconds, and is over then", () => {
    const at = (ms: number) => secondsLeft(1_000_000, 1_000_000 + ms, 120);
    expect([at(0), at(89_000), at(90_000), at(90_001), at(119_500), at(120_000), at(999_000)]).toEqual([
      undefined,
      undefined,
      30,
      30,
      1,
      0,
      0,
    ]);
  });
});

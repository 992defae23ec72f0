import { describe, expect, it } from "vitest";
import { sourceKinds } from "./index.ts";

describe("the list of sources", () => {
  it("no two sources have the same name, and no address leads to two of them", () => {
    const kinds = sourceKinds.map(({ kind }) => kind);
    const doors = sourceKinds.flatMap((source) =>
      source.doors.map(({ method, url }) => `${method} ${url.replace(/:\w+/g, ":")}`),
    );
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(new Set(doors).size).toBe(doors.length);
  });
});

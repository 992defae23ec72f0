import { describe, expect, it } from "vitest";
import { safePlace } from "./way-in.ts";

const here = "https://crm.shop.example";

describe("where a sign-in leads", () => {
  it("is the screen one wanted", () => {
    expect(safePlace("/people/42?channel=web", here)).toBe("/people/42?channel=web");
  });

  it("is the start when nothing was wanted", () => {
    expect(safePlace(null, here)).toBe("/");
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "people"])(
    "is the start, never another site: %s",
    (wanted) => {
      expect(safePlace(wanted, here)).toBe("/");
    },
  );
});

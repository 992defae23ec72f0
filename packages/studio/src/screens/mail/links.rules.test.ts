import { describe, expect, it } from "vitest";
import { isWhole, linksIn } from "./links.rules.ts";

describe("links of a mail", () => {
  it("are found once each, without the full stop that ends the sentence", () => {
    const text =
      "Open http://localhost:3000/set-up#abc-DEF_1.\nAgain: http://localhost:3000/set-up#abc-DEF_1";
    expect(linksIn(text)).toEqual(["http://localhost:3000/set-up#abc-DEF_1"]);
  });

  it("that are hidden offer nothing to copy", () => {
    expect(isWhole("https://crm.shop.example/…")).toBe(false);
    expect(isWhole("https://crm.shop.example/set-up#abc")).toBe(true);
  });
});

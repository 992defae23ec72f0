import { describe, expect, it } from "vitest";
import { numberIn, saysOf, withTie } from "./ties.rules.ts";

describe("what a colleague writes about the rules", () => {
  it("says of two kinds what was chosen, whichever of them is named first", () => {
    const ties = withTie([], ["card_token", "receipt"], "nothing");
    expect(saysOf(ties, ["receipt", "card_token"])).toBe("nothing");
    expect(saysOf(withTie(ties, ["receipt", "card_token"], "stated"), ["card_token", "receipt"])).toBe(
      "stated",
    );
    expect(saysOf(ties, ["login", "lane"])).toBe("full");
  });

  it("keeps nothing of a pair that counts by its evidence", () => {
    expect(withTie(withTie([], ["login", "lane"], "nothing"), ["login", "lane"], "full")).toEqual([]);
  });

  it("takes a whole number within bounds, and leaves what was there when it is none", () => {
    expect(["3", "0", "900", "many", ""].map((text) => numberIn(text, [1, 50], 5))).toEqual([3, 1, 50, 5, 5]);
  });
});

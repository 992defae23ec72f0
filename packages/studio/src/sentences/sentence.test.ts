import { formatsOf } from "@somlos/look/format";
import { describe, expect, it } from "vitest";
import { sentenceOf } from "./sentence.ts";

const track = (name: string, properties: Record<string, unknown> = {}) => ({
  type: "track",
  name,
  properties,
});
const say = (
  event: { type: string; name: string; properties: Record<string, unknown> },
  language: "en" | "sv" | "da" = "en",
) => sentenceOf(event, language, formatsOf(language));

describe("an event as a sentence", () => {
  it("says what was bought and for how much, in three languages", () => {
    const order = track("Order Completed", {
      order_id: "M2-88134",
      total: 1047,
      currency: "SEK",
      products: [{ name: "Rain jacket" }, { name: "Wool hat" }],
    });
    expect(say(order).text).toBe("Bought 2 things for 1\u202f047\u00a0kr");
    expect(say(order, "sv").text).toBe("Köpte 2 varor för 1\u202f047\u00a0kr");
    expect(say(order, "da").text).toBe("Købte 2 varer for 1\u202f047\u00a0kr");
    expect(say(order).more).toBe("M2-88134");
  });

  it("counts pieces, not lines", () => {
    expect(say(track("Order Completed", { products: [{ name: "Cup", quantity: 3 }] })).text).toBe(
      "Bought 3 things",
    );
  });

  it("reads a name the same however it is spelled", () => {
    const told = { name: "Table lamp Månsken" };
    for (const name of ["Product Viewed", "product.viewed", "product_viewed", "view_item"]) {
      expect(say(track(name, told)).text).toBe("Looked at Table lamp Månsken");
    }
  });

  it("shows the path of a page and never its query", () => {
    const page = {
      type: "page",
      name: "page",
      properties: { url: "https://shop.example/lamps?email=a@b.se" },
    };
    expect(say(page).text).toBe("Looked at “/lamps”");
  });

  it("says what our own systems noted by its name, not by who sent it", () => {
    const withdrawn = { type: "system", name: "permission.withdrawn", properties: {} };
    expect(say(withdrawn).text).toBe("Took back a permission");
    expect(say(withdrawn, "da").text).not.toContain("permission");
  });

  it("leaves a name nobody taught us as it is", () => {
    expect(say(track("Kitchen Planner Rotated")).text).toBe("Kitchen Planner Rotated");
    expect(say(track("constructor")).text).toBe("constructor");
  });

  it("does not fall over properties of the wrong kind", () => {
    const odd = track("Order Completed", { products: "none", total: { a: 1 }, currency: 7, order_id: null });
    expect(say(odd).text).toBe("Bought 1 thing");
  });
});

import { describe, expect, it } from "vitest";
import { mendedFrom, pretty } from "./mended.ts";

const came = { type: "track", properties: { price: "1.249,00" } };

describe("mending a parked event", () => {
  it("sends the body only when it was changed", () => {
    expect(mendedFrom(pretty(came), came)).toMatchObject({ ok: true, changed: false });
    expect(mendedFrom(pretty({ ...came, type: "page" }), came)).toMatchObject({
      ok: true,
      changed: true,
      body: { type: "page" },
    });
  });

  it("says so when it is no longer JSON, and does not send it", () => {
    expect(mendedFrom('{ "price": 1249, }', came)).toMatchObject({
      ok: false,
      why: "not_json",
      line: 1,
      column: 18,
    });
    expect(mendedFrom('{\n  "price"\n', came)).toMatchObject({
      ok: false,
      why: "not_json",
      line: 3,
      column: 1,
    });
  });

  it("takes one object, not a list and not a bare text", () => {
    for (const text of ["[]", '"a"', "null", "3"])
      expect(mendedFrom(text, came)).toMatchObject({ ok: false, why: "not_object" });
  });
});

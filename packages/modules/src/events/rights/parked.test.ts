import type { Named } from "@somlos/kernel/rights";
import { describe, expect, it } from "vitest";
import { wholeValues, whoseParked } from "./parked.rules.ts";

const named = (kind: string, value: string): Named => ({ kind, value, fp: "" });
const anna = [
  named("email", "anna@exempel.se"),
  named("login", "ida"),
  named("club_card", "K-1(2)"),
  named("visitor", "v-anna"),
];

describe("what waits parked, and whose copy it belongs to", () => {
  const cases = [
    [
      "her address in a field that nobody reads",
      true,
      { properties: { note: "till anna@exempel.se" } },
      "own",
    ],
    ["her short login", true, { userId: "ida", event: "" }, "own"],
    ["her own browser", false, { anonymousId: "v-anna", traits: { email: "Anna@Exempel.se" } }, "own"],
    ["somebody else beside her", true, { userId: "bo", properties: { to: "anna@exempel.se" } }, "shared"],
    [
      "a browser that may be another's",
      false,
      { anonymousId: "v-x", traits: { email: "anna@exempel.se" } },
      "shared",
    ],
    ["another alone", true, { userId: "idas", traits: { email: "bo@exempel.se" } }, "none"],
    ["no event at all", true, "anna", "none"],
  ] as const;
  it.each(cases)("%s", (_of, proven, message, whose) => {
    expect(whoseParked(message, proven, anna)).toBe(whose);
    if (whose !== "own" || JSON.stringify(message).includes("note")) return;
    expect(new RegExp(wholeValues(anna) ?? "", "i").test(JSON.stringify(message))).toBe(true);
  });

  it("numbers and signs are sought as they stand in the text", () => {
    const seek = new RegExp(wholeValues([named("login", "7"), named("club_card", "K-1(2)")]) ?? "", "i");
    const found = [{ userId: 7 }, { userId: "7" }, { ids: [7, 8] }, { club_card: "k-1(2)" }];
    expect(found.map((one) => seek.test(JSON.stringify(one)))).toEqual([true, true, true, true]);
    expect([{ userId: 77 }, { n: "17" }].map((one) => seek.test(JSON.stringify(one)))).toEqual([
      false,
      false,
    ]);
  });
});

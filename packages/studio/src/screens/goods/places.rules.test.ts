import { expect, it } from "vitest";
import { placesIn } from "./places.rules.ts";

it("reads a line each, whatever stands around it, and leaves what is none", () => {
  expect(placesIn(" 655441491 = malmo\n\ngid://shop/Location/7=lund \nnothing\n= x\ny =")).toEqual({
    "655441491": "malmo",
    "gid://shop/Location/7": "lund",
  });
});

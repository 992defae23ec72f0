import { expect, it } from "vitest";
import { deviceOf } from "./device.rules.ts";

it("a browser is named as people know it", () => {
  expect(
    deviceOf(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1 Version/19.1 Safari/604.1",
    ),
  ).toBe("Safari, iPhone");
  expect(
    deviceOf("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"),
  ).toBe("Edge, Windows");
});

it("one that nobody knows says its own name, and one that says nothing is a dash", () => {
  expect(deviceOf("curl/8.5")).toBe("curl/8.5");
  expect(deviceOf("")).toBe("–");
});

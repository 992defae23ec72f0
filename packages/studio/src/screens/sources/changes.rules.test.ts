import type { Shape } from "@somlos/contract/rooms/schemas";
import { expect, it } from "vitest";
import { changesBetween } from "./changes.rules.ts";

const lamp: Shape = {
  type: "object",
  properties: { watts: { type: "number" }, shade: { type: "string", enum: ["opal"] }, room: {} },
  required: ["watts"],
};
const park = (schema: Shape) => ({ schema, action: "park" as const });

it("says nothing of two versions that are the same, however their parts are ordered", () => {
  const turned: Shape = {
    required: ["watts"],
    properties: { room: {}, shade: { enum: ["opal"], type: "string" }, watts: { type: "number" } },
    type: "object",
  };
  expect(changesBetween(park(lamp), park(turned))).toEqual([]);
});

it("names each property that is new, gone, of another type, under another rule, or must be there", () => {
  const after: Shape = {
    type: "object",
    properties: {
      watts: { type: ["string", "number"] },
      shade: { type: "string", enum: ["opal", "linen"] },
      sku: {},
    },
    required: ["shade"],
    additionalProperties: false,
  };
  expect(changesBetween(park(lamp), { schema: after, action: "drop" })).toEqual([
    { kind: "action", from: "park", to: "drop" },
    { kind: "type", name: "watts", from: "number", to: "number | string" },
    { kind: "optional", name: "watts" },
    { kind: "rule", name: "shade" },
    { kind: "required", name: "shade" },
    { kind: "added", name: "sku" },
    { kind: "removed", name: "room" },
    { kind: "others", name: "" },
  ]);
});

it("counts a property that is only required as one that is named", () => {
  const before: Shape = { type: "object" };
  expect(changesBetween(park(before), park({ type: "object", required: ["sku"] }))).toEqual([
    { kind: "added", name: "sku" },
  ]);
});

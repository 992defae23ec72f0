import type { Shape } from "@somlos/contract/rooms/schemas";
import { expect, it } from "vitest";
import { emptyRow, rowsOf, schemaFrom } from "./rows.rules.ts";

const schema: Shape = {
  type: "object",
  properties: {
    sku: { type: "string", pattern: "^G-" },
    size: { type: "string", enum: ["S", "M"] },
    price: { type: ["number", "string"], minimum: 0 },
    products: { type: "array", items: { type: "object", properties: { id: { type: "string" } } } },
  },
  required: ["sku"],
  additionalProperties: false,
};

it("a schema that nobody changed in the form stays what it was, also what the form has no field for", () => {
  expect(schemaFrom(rowsOf(schema), schema)).toEqual(schema);
});

it("a new property, another list and no longer required are what the form says", () => {
  const rows = rowsOf(schema)
    .filter((row) => row.name !== "products")
    .map((row) => (row.name === "size" ? { ...row, value: "S, M , L," } : { ...row, required: false }));
  const step = {
    ...emptyRow(),
    name: " step ",
    type: "integer" as const,
    required: true,
    rule: "enum" as const,
  };
  expect(schemaFrom([...rows, { ...step, value: "1, 2" }, emptyRow()], schema)).toEqual({
    type: "object",
    properties: {
      sku: { type: "string", pattern: "^G-" },
      size: { type: "string", enum: ["S", "M", "L"] },
      price: { type: ["number", "string"], minimum: 0 },
      step: { type: "integer", enum: [1, 2] },
    },
    required: ["step"],
    additionalProperties: false,
  });
});

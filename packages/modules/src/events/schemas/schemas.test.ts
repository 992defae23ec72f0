import { readFileSync } from "node:fs";
import type { Refusal } from "@somlos/contract";
import { type Shape, shape } from "@somlos/contract/rooms/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkShape, hold } from "./compile.ts";
import { learnShape } from "./learn.rules.ts";
import { templates } from "./templates.rules.ts";

const held = (schema: Shape) =>
  hold({ sourceId: 1, type: "track", name: "X", version: 1, action: "park", schema });
const judge = (schema: Shape, properties: unknown) => held(schema).judge({ properties } as never);
const codeOf = (schema: Shape): string | undefined => {
  try {
    checkShape(schema);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe("an event held against a schema", () => {
  const schema: Shape = {
    type: "object",
    required: ["sku"],
    additionalProperties: false,
    properties: {
      sku: { type: "string", pattern: "^[A-Z]-\\d+$" },
      price: { type: "number", minimum: 0 },
      size: { enum: ["S", "M", "L"] },
      bought: { type: "string", format: "date-time" },
      products: { type: "array", items: { type: "object", required: ["id"] } },
    },
  };
  it("fits, or is told where and how it does not, never with what it said", () => {
    expect(
      judge(schema, { sku: "G-32", price: 1, size: "M", bought: "2026-11-21T10:00:00Z" }),
    ).toBeUndefined();
    expect(judge(schema, {})).toBe("properties.sku: required");
    expect(judge(schema, undefined)).toBe("properties.sku: required");
    expect(judge(schema, { sku: "anna@posten.se" })).toBe("properties.sku: pattern ^[A-Z]-\\d+$");
    expect(judge(schema, { sku: "G-1", price: "12" })).toBe("properties.price: type number");
    expect(judge(schema, { sku: "G-1", price: -1 })).toBe("properties.price: minimum 0");
    expect(judge(schema, { sku: "G-1", size: "secret" })).toBe("properties.size: enum");
    expect(judge(schema, { sku: "G-1", bought: "yesterday" })).toBe("properties.bought: format date-time");
    expect(judge(schema, { sku: "G-1", products: [{ id: 1 }, {}] })).toBe(
      "properties.products[1].id: required",
    );
    expect(judge(schema, { sku: "G-1", extra: 1 })).toBe("properties.extra: not in the schema");
    expect(judge(schema, "text")).toBe("properties: type object");
  });

  it("is never kept waiting by a text: what is longer than a pattern is asked of does not match", () => {
    expect(judge({ properties: { a: { pattern: "^a" } } }, { a: "a".repeat(1001) })).toBe(
      "properties.a: pattern ^a",
    );
  });
});

describe("a schema", () => {
  it("is refused when it is none, when its pattern is none, or could run for minutes", () => {
    expect(codeOf({ type: "object" })).toBeUndefined();
    expect(codeOf({ type: "string" })).toBe("schemas.bad");
    expect(codeOf({ properties: { a: { pattern: "(" } } })).toBe("schemas.bad");
    expect(codeOf({ properties: { a: { pattern: "^(a+)+$" } } })).toBe("schemas.pattern_slow");
    expect(codeOf({ properties: { a: { description: "x".repeat(40_000) } } })).toBe("schemas.bad");
    let deep: Shape = { type: "string" };
    for (let i = 0; i < 8; i++) deep = { type: "object", properties: { a: deep } };
    expect(codeOf(deep)).toBe("schemas.bad");
    expect(shape.safeParse({ $ref: "https://elsewhere.example/x.json" }).success).toBe(false);
  });
});

describe("a schema learned from what came", () => {
  const came = Array.from({ length: 60 }, (_, i) => ({
    sku: `G-${i}`,
    size: ["S", "M", "L"][i % 3],
    at: "2026-11-21T10:00:00Z",
    price: i % 2 === 0 ? 10 : 9.5,
    gift: i % 2 === 0,
    email: `kund${i % 3}@butik.se`,
    ...(i > 0 && { coupon: i % 5 === 0 ? null : "A" }),
    products: [{ id: `p${i}`, quantity: 1 }],
  }));
  const learned = learnShape(came);

  it("asks for what every event had, knows numbers, times and short lists, and lists no names or addresses", () => {
    expect(learned).toEqual({
      type: "object",
      properties: {
        at: { type: "string", format: "date-time" },
        coupon: { type: ["null", "string"] },
        email: { type: "string" },
        gift: { type: "boolean" },
        price: { type: "number" },
        products: {
          type: "array",
          items: {
            type: "object",
            properties: { id: { type: "string" }, quantity: { type: "number" } },
            required: ["id", "quantity"],
          },
        },
        size: { type: "string", enum: ["L", "M", "S"] },
        sku: { type: "string" },
      },
      required: ["at", "email", "gift", "price", "products", "size", "sku"],
    });
  });

  it("is one we take, and everything it was learned from fits it, whatever came", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue({ maxDepth: 3 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (list) => {
          const parts: unknown[] = JSON.parse(JSON.stringify(list));
          const schema = learnShape(parts);
          checkShape(schema);
          const one = held(schema);
          for (const properties of parts) expect(one.judge({ properties } as never)).toBeUndefined();
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe("the templates", () => {
  const file = new URL("../../../../../fixtures/segment-spec/examples.jsonl", import.meta.url);
  /** The specification's examples are calls; some of them are no JavaScript, and are read with their commas mended. */
  const examples = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { file: string; text: string | null })
    .filter((one) => one.file.endsWith("ecommerce/v2.md"))
    .flatMap(({ text }) => readCall(text ?? ""));

  it("are the 28 e-commerce events of the specification, each a schema we take", () => {
    expect(templates.length).toBe(28);
    expect(new Set(templates.map((one) => one.name)).size).toBe(28);
    for (const { schema } of templates) {
      expect(codeOf(schema)).toBeUndefined();
      expect(shape.safeParse(schema).success).toBe(true);
    }
  });

  it("let every example of the specification pass, and none without its product or order", () => {
    expect(examples.length).toBe(28);
    for (const { name, properties } of examples) {
      const template = templates.find((one) => one.name === name);
      expect(template, name).toBeDefined();
      expect(judge(template?.schema ?? {}, properties), name).toBeUndefined();
    }
    const completed = templates.find((one) => one.name === "Order Completed")?.schema ?? {};
    expect(judge(completed, { total: 1 })).toBe("properties.order_id: required");
  });
});

function readCall(text: string): { name: string; properties: unknown }[] {
  const found = /analytics\.track\('([^']+)',\s*(\{[\s\S]*\})\s*\);?/.exec(text.trim());
  if (found === null) return [];
  const json = (found[2] ?? "")
    .replace(/^(\s*)(\w+):/gm, '$1"$2":')
    .replace(/\{ (\w+):/g, '{ "$1":')
    .replace(/'((?:[^'\\]|\\.)*)'/g, (_all, inner: string) => JSON.stringify(inner))
    .replace(/"\s*\n(\s*")/g, '",\n$1')
    .replace(/,(\s*[}\]])/g, "$1")
    .replace(/(\d)\.(\D)/g, "$1.0$2");
  return [{ name: found[1] ?? "", properties: JSON.parse(json) }];
}

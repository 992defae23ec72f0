// The properties of a schema as the lines of a form, and back. What a line has no field for stays as it was.
import type { Shape, ValueType } from "@somlos/contract/rooms/schemas";

export type Rule = "none" | "enum" | "pattern" | "format";
export type Row = {
  readonly id: number;
  readonly name: string;
  readonly type: ValueType | "any";
  readonly required: boolean;
  readonly rule: Rule;
  /** Words of the list with commas between, the pattern, or the format. */
  readonly value: string;
  /** The part of the schema this line was made from. */
  readonly rest: Shape;
};

let next = 0;
export const emptyRow = (): Row => ({
  id: ++next,
  name: "",
  type: "string",
  required: false,
  rule: "none",
  value: "",
  rest: {},
});

/** A type that is several is kept as it is until another is chosen. */
const typeOf = ({ type }: Shape): Row["type"] =>
  typeof type === "string" ? type : type?.length === 1 ? (type[0] ?? "any") : "any";

function ruleOf(shape: Shape): Pick<Row, "rule" | "value"> {
  if (shape.enum !== undefined) return { rule: "enum", value: shape.enum.map(String).join(", ") };
  if (shape.pattern !== undefined) return { rule: "pattern", value: shape.pattern };
  if (shape.format !== undefined) return { rule: "format", value: shape.format };
  return { rule: "none", value: "" };
}

export function rowsOf(schema: Shape): Row[] {
  const required = new Set(schema.required ?? []);
  const names = new Set([...Object.keys(schema.properties ?? {}), ...required]);
  return [...names].map((name) => {
    const rest = schema.properties?.[name] ?? {};
    return { id: ++next, name, type: typeOf(rest), required: required.has(name), ...ruleOf(rest), rest };
  });
}

function wordsOf(row: Row): readonly (string | number)[] {
  const words = row.value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return row.type === "number" || row.type === "integer" ? words.map(Number) : words;
}

function shapeOf(row: Row): Shape {
  const { enum: _enum, pattern: _pattern, format: _format, type, ...others } = row.rest;
  const kept = row.type === "any" ? (Array.isArray(type) ? { type } : {}) : { type: row.type };
  if (row.value.trim() === "" || row.rule === "none") return { ...kept, ...others };
  if (row.rule === "enum") return { ...kept, ...others, enum: wordsOf(row) };
  if (row.rule === "pattern") return { ...kept, ...others, pattern: row.value };
  return { ...kept, ...others, format: row.value as NonNullable<Shape["format"]> };
}

export function schemaFrom(rows: readonly Row[], before: Shape): Shape {
  const named = rows.filter((row) => row.name.trim() !== "");
  const required = named.filter((row) => row.required).map((row) => row.name.trim());
  const { required: _required, properties: _properties, ...others } = before;
  return {
    ...others,
    type: "object",
    properties: Object.fromEntries(named.map((row) => [row.name.trim(), shapeOf(row)])),
    ...(required.length > 0 && { required }),
  };
}

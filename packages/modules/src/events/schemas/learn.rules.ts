// A schema suggested by what came: what every event had is required, what a value always was is its type.

import type { Shape, ValueType } from "@somlos/contract/rooms/schemas";
import { isUuid } from "@somlos/rules/uuid";

/** Of the whole schema, so that what is suggested is never too large to be put in force. */
const MOST_PROPERTIES = 120;
const LONGEST_NAME = 80;
const DEEPEST = 4;
/** Words of a list: few, short, each met often. A list of names or addresses is none: it would end up in the schema. */
const MOST_WORDS = 8;
const LONGEST_WORD = 30;
const EACH_WORD = 10;
const WORD = /^[\p{L}][\p{L}\p{N} _./-]*$/u;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const URI = /^https?:\/\/[^\s]+$/;

type Json = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);

type Budget = { left: number };

export const learnShape = (parts: readonly unknown[]): Shape =>
  objectShape(parts.filter(isObject), 1, { left: MOST_PROPERTIES });

const isNamed = (name: string): boolean => name !== "" && name.length <= LONGEST_NAME && name !== "__proto__";

function objectShape(parts: readonly Json[], depth: number, budget: Budget): Shape {
  const values = new Map<string, unknown[]>();
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) {
      const there = values.get(name);
      if (there !== undefined) there.push(value);
      else if (isNamed(name) && budget.left > 0) {
        values.set(name, [value]);
        budget.left--;
      }
    }
  const names = [...values.keys()].sort();
  const required = names.filter((name) => values.get(name)?.length === parts.length);
  return {
    type: "object",
    ...(names.length > 0 && {
      properties: Object.fromEntries(
        names.map((name) => [name, valueShape(values.get(name) ?? [], depth, budget)]),
      ),
    }),
    ...(required.length > 0 && { required }),
  };
}

function typeOf(value: unknown): ValueType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" || typeof value === "boolean" ? (typeof value as ValueType) : "object";
}

function valueShape(values: readonly unknown[], depth: number, budget: Budget): Shape {
  const met = new Set(values.map(typeOf));
  if (met.has("number")) met.delete("integer");
  // An amount that happened to be whole is a number all the same.
  const types = [...met].map((type) => (type === "integer" ? "number" : type)).sort();
  const [only] = types;
  if (only === undefined) return {};
  const base: Shape = { type: types.length === 1 ? only : types };
  if (types.length > 1 || depth >= DEEPEST) return base;
  if (only === "object") return objectShape(values.filter(isObject), depth + 1, budget);
  if (only === "array")
    return { ...base, ...itemsOf(values as readonly (readonly unknown[])[], depth, budget) };
  return only === "string" ? { ...base, ...textShape(values as readonly string[]) } : base;
}

function itemsOf(lists: readonly (readonly unknown[])[], depth: number, budget: Budget): Shape {
  const items = lists.flatMap((list) => list.slice(0, 50)).slice(0, 2000);
  return items.length === 0 ? {} : { items: valueShape(items, depth + 1, budget) };
}

function textShape(texts: readonly string[]): Shape {
  const all = (pattern: RegExp) => texts.every((text) => pattern.test(text));
  if (all(DATE_TIME)) return { format: "date-time" };
  if (all(DATE)) return { format: "date" };
  if (texts.every(isUuid)) return { format: "uuid" };
  if (all(URI)) return { format: "uri" };
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > MOST_WORDS) return {};
  }
  // One word always is what was sent so far, not all that may be.
  if (counts.size < 2) return {};
  const isList = [...counts].every(
    ([word, count]) => count >= EACH_WORD && word.length <= LONGEST_WORD && WORD.test(word),
  );
  return isList ? { enum: [...counts.keys()].sort() } : {};
}

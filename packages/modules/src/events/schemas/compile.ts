// A schema as something events are held against: checked, compiled once, at the first event that needs it.
import { Refusal } from "@somlos/contract";
import type { SchemaType, Shape } from "@somlos/contract/rooms/schemas";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import isSafeRegex from "safe-regex2";
import type { Held, Schema } from "./held.rules.ts";

/** A pattern is asked of no longer text: what is longer does not match. */
const LONGEST_MATCHED = 1000;
const DEEPEST = 6;
const MOST_SHAPES = 300;
const MOST_BYTES = 32_768;

const bounded = (pattern: string, flags: string) => {
  const regExp = new RegExp(pattern, flags);
  return {
    test: (text: string) => text.length <= LONGEST_MATCHED && regExp.test(text),
    toString: () => String(regExp), // the compiler tells patterns apart by this
  };
};

function makeAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    allowUnionTypes: true,
    validateFormats: true,
    ownProperties: true,
    code: { regExp: Object.assign(bounded, { code: "new RegExp" }) },
  });
  addFormats.default(ajv, ["date-time", "date", "time", "email", "uri", "uuid"]);
  return ajv;
}

let shared: Ajv | undefined;
/** One compiler for all; it forgets what it compiled, since we remember. */
function compile(schema: Shape): ValidateFunction {
  shared ??= makeAjv();
  const whole = { type: "object", ...schema };
  try {
    return shared.compile(whole);
  } finally {
    shared.removeSchema(whole);
  }
}

/** Throws a refusal when no event could sensibly be held against it. */
export function checkShape(schema: Shape): void {
  if (JSON.stringify(schema).length > MOST_BYTES) throw bad("longer than 32 kB");
  if (schema.type !== undefined && schema.type !== "object") throw bad("type: the whole is an object");
  const parts = partsOf(schema, "", 1);
  if (parts.length > MOST_SHAPES) throw bad("more than 300 properties");
  for (const { part, path } of parts) if (part.pattern !== undefined) checkPattern(part.pattern, path);
  try {
    compile(schema);
  } catch (error) {
    throw bad((error as Error).message.slice(0, 300));
  }
}

type Part = { readonly part: Shape; readonly path: string };

/** The schema itself and everything within it, each with its place. */
function partsOf(part: Shape, path: string, depth: number): readonly Part[] {
  if (depth > DEEPEST) throw bad(`${path}: deeper than 6 levels`);
  const inner = Object.entries(part.properties ?? {}).flatMap(([name, one]) =>
    partsOf(one, path === "" ? name : `${path}.${name}`, depth + 1),
  );
  const items = part.items === undefined ? [] : partsOf(part.items, `${path}[]`, depth + 1);
  return [{ part, path }, ...inner, ...items];
}

function checkPattern(pattern: string, path: string): void {
  try {
    new RegExp(pattern, "u");
  } catch {
    throw bad(`${path}: the pattern is no regular expression`);
  }
  if (!isSafeRegex(pattern)) throw new Refusal("schemas.pattern_slow", { problems: [path] });
}

const bad = (problem: string): Refusal => new Refusal("schemas.bad", { problems: [problem] });

export function hold(schema: Schema): Held {
  let compiled: ValidateFunction | undefined;
  const place = partOf(schema.type);
  return {
    ...schema,
    judge(message) {
      compiled ??= compile(schema.schema);
      if (compiled(message[place] ?? {})) return undefined;
      return causeOf(place, compiled.errors?.[0]);
    },
  };
}

/** Where a type of message keeps what a schema is about. */
export const partOf = (type: SchemaType): "traits" | "properties" =>
  type === "identify" || type === "group" ? "traits" : "properties";

function causeOf(place: string, error: ErrorObject | undefined): string {
  if (error === undefined) return place;
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) =>
      /^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll("~1", "/").replaceAll("~0", "~")}`,
    )
    .join("");
  return `${place}${path}${wordsOf(error)}`.slice(0, 300);
}

/** In the words of JSON Schema; what it names is the schema's own, or a property's name. */
function wordsOf({ keyword, params }: ErrorObject): string {
  const p = params as Record<string, unknown>;
  if (keyword === "required") return `.${String(p["missingProperty"])}: required`;
  if (keyword === "additionalProperties") return `.${String(p["additionalProperty"])}: not in the schema`;
  if (keyword === "type") return `: type ${[p["type"]].flat().join(" or ")}`;
  if (keyword === "format") return `: format ${String(p["format"])}`;
  if (keyword === "pattern") return `: pattern ${String(p["pattern"])}`;
  if (keyword === "enum") return ": enum";
  return `: ${keyword} ${String(p["limit"] ?? "")}`.trimEnd();
}

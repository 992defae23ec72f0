// What goes wrong in a JSON value on its way from a stranger: other types, odd texts, depth, size, poisoned keys, huge numbers.
import type { Random } from "@somlos/kernel/testing";

type Json = { [key: string]: unknown } | unknown[];
/** Stands for text that JSON.stringify would never write. */
const RAW = "«raw»";
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const raws = [
  deep(3000),
  deep(100_000),
  `${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`,
  "1e400",
  "-1e400",
  "1e-400",
  "-0",
  "123456789012345678901234567890",
  "9007199254740993",
  "0.1000000000000000055511151231257827",
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff\\ud83d"',
  '{"__proto__":{"trust":"proven"}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"toString":1,"hasOwnProperty":null,"valueOf":"x"}',
  '{"a":1,"a":2}',
  '{"":{"":{"":""}}}',
  '"4111 1111 1111 1111"',
  '"<script>alert(1)</script>"',
  '"\'; drop table events.log; --"',
  '"=cmd|calc!A1"',
  '"\\u202e\\u0007\\u001b[31m"',
];

const plain: readonly ((r: Random) => unknown)[] = [
  () => null,
  () => true,
  () => "",
  () => [],
  () => ({}),
  (r) => r.below(1e9),
  (r) => -r.next(),
  (r) => "x".repeat(r.pick([1, 200, 201, 500, 501, 1000, 33_000, 70_000])),
  (r) => "🙈å".repeat(r.below(300)),
  (r) => Array.from({ length: r.pick([1, 30, 300, 2500]) }, (_, i) => i),
  (r) => Object.fromEntries(Array.from({ length: r.pick([5, 100, 2100]) }, (_, i) => [`k${i}`, i])),
  (r) => nested(r.pick([5, 31, 33, 200]), r.chance(0.5)),
  (r) =>
    r.pick([
      "2026-02-30",
      "1969-12-31T23:59:59Z",
      "9999-01-01",
      "now",
      "2025-06-01T25:00:00Z",
      "+275760-09-13",
    ]),
  (r) => r.pick(["track", "identify", "merge", "alias", "__proto__", "TRACK", "screen "]),
];

function nested(depth: number, inArrays: boolean): unknown {
  let value: unknown = "deep";
  for (let i = 0; i < depth; i++) value = inArrays ? [value] : { d: value };
  return value;
}

const oddValue = (r: Random, raw: string[]): unknown => {
  if (!r.chance(0.4)) return r.pick(plain)(r);
  raw.push(r.pick(raws));
  return `${RAW}${raw.length - 1}`;
};

/** Every container of a value, the value itself first. */
function containers(value: unknown, found: Json[] = []): Json[] {
  if (typeof value !== "object" || value === null || found.length > 200) return found;
  found.push(value as Json);
  for (const inner of Object.values(value)) containers(inner, found);
  return found;
}

const oddKeys = [
  "__proto__",
  "constructor",
  "prototype",
  "messageId",
  "userId",
  "type",
  "traits",
  "a.b",
  "\u0000",
  "",
  "refuse",
  "claimNeeds",
];

function mutateOnce(root: Json, r: Random, raw: string[]): void {
  const at = r.pick(containers(root));
  const keys = Object.keys(at);
  const key = keys.length > 0 && r.chance(0.8) ? r.pick(keys) : r.pick(oddKeys);
  if (Array.isArray(at)) {
    if (r.chance(0.3)) at.push(...at.slice(0, r.pick([1, 50])));
    else at[r.below(at.length + 1)] = oddValue(r, raw);
  } else if (r.chance(0.2)) delete at[key];
  else
    Object.defineProperty(at, key, {
      value: oddValue(r, raw),
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** A value with a few things wrong, as text. */
export function mutatedText(value: unknown, r: Random, times: number): string {
  const copy = structuredClone(value);
  const raw: string[] = [];
  if (typeof copy === "object" && copy !== null)
    for (let i = 0; i < times; i++) mutateOnce(copy as Json, r, raw);
  return JSON.stringify(copy).replace(/"«raw»(\d+)"/g, (_all, n: string) => raw[Number(n)] ?? "null");
}

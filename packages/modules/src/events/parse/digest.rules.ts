// What a message was when it came, in 32 bits: a retry differs in nothing that is counted here, whatever our readers make
// of it by then. Keys may come in any order; no text is built. Who forges a digest makes their own second try a duplicate.
import { isObject } from "./identifiers.rules.ts";

/** What clients change from one try to the next, or send in one way of sending and not in another; all wires together. */
const NOT_LASTING: ReadonlySet<string> = new Set([
  ...["sentAt", "sent_at", "stm", "offset", "_metadata"],
  ...["writeKey", "api_key", "token", "$token"],
]);
const DEEPEST = 40;
const TRUE = 0x1b873593;
const FALSE = 0x2c1b3c6d;
const NOTHING = 0x165667b1;
const LIST = 0x27d4eb2f;
const OBJECT = 0x85ebca6b;

const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ ((b << 13) | (b >>> 19)), 0x9e3779b1);
  return h ^ (h >>> 15);
};

function ofText(text: string): number {
  let h = 0x811c9dc5 ^ text.length;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 13);
}

const ofNumber = (n: number): number => ((n | 0) === n ? mix(LIST, n) : ofText(String(n)));

function ofValue(value: unknown, depth: number): number {
  if (typeof value === "string") return ofText(value);
  if (typeof value === "number") return ofNumber(value);
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return NOTHING;
  if (!Array.isArray(value)) return ofFields(value as Readonly<Record<string, unknown>>, depth);
  let h = LIST;
  for (const item of value) h = mix(h, ofValue(item, depth + 1));
  return h;
}

/** A sum, so that the order of the keys does not matter. */
function ofFields(fields: Readonly<Record<string, unknown>>, depth: number): number {
  let h = OBJECT;
  for (const key of Object.keys(fields))
    if (depth > 0 || !NOT_LASTING.has(key)) h = (h + mix(ofText(key), ofValue(fields[key], depth + 1))) | 0;
  return h;
}

/** The digest of a message as it came, a signed 32-bit number. */
export const digestOf = (came: unknown): number => ofValue(came, 0) | 0;

/** The same in full, as text: for a message without an id this is what tells it from the next. */
export function lastingText(came: unknown): string {
  const sorted = (value: unknown): unknown =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : value;
  const lasting = isObject(came)
    ? Object.fromEntries(Object.entries(came).filter(([key]) => !NOT_LASTING.has(key)))
    : came;
  return JSON.stringify(lasting, (_key, value: unknown) => sorted(value)) ?? "";
}

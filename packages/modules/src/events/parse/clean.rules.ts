// What JSON from strangers may not carry into our tables: poisoned keys, NUL, lone surrogates, numbers that lose digits.
// Everything that was changed is noted; the rest stays as it came.

export type Note = "dropped_key" | "replaced_character" | "number_as_text" | "masked_card";
const POISON = new Set(["__proto__", "constructor", "prototype"]);
const CARD_KEY = /card_?(number|no|token)|credit_?card|^pan$/i;
export const MOST_DEPTH = 32;
export const MOST_KEYS = 2000;

const OPEN = 1;
const CLOSE = 2;
const DIGIT = 3;
const SIGN = 4;
/** What a byte may begin; most begin nothing. */
const MEANING = new Uint8Array(256);
for (const c of "[{") MEANING[c.charCodeAt(0)] = OPEN;
for (const c of "]}") MEANING[c.charCodeAt(0)] = CLOSE;
for (const c of "0123456789") MEANING[c.charCodeAt(0)] = DIGIT;

/** An escaped character, a poisoned key, something of a card: by their first two bytes. */
const SIGNS = new Map<number, Uint8Array[]>();
for (const sign of ["\\u", "__proto__", '"constructor"', '"prototype"', "card", "Card", "CARD", '"pan"']) {
  const bytes = Uint8Array.from(Buffer.from(sign));
  const [first = 0, second = 0] = bytes;
  MEANING[first] = SIGN;
  SIGNS.set((first << 8) | second, [...(SIGNS.get((first << 8) | second) ?? []), bytes]);
}
/** The second bytes of all signs: what follows a first one is nearly always something else. */
const SECOND = new Uint8Array(256);
for (const pair of SIGNS.keys()) SECOND[pair & 255] = 1;

const standsAt = (bytes: Uint8Array, i: number, sign: Uint8Array): boolean => {
  for (let n = 2; n < sign.length; n++) if (bytes[i + n] !== sign[n]) return false;
  return true;
};

function isSign(bytes: Uint8Array, i: number): boolean {
  const second = bytes[i + 1] as number;
  if (SECOND[second] !== 1) return false;
  const signs = SIGNS.get(((bytes[i] as number) << 8) | second);
  if (signs !== undefined) for (const sign of signs) if (standsAt(bytes, i, sign)) return true;
  return false;
}

/** Whole numbers of fewer digits lose none. */
const MANY_DIGITS = 16;

function isLong(bytes: Uint8Array, i: number): boolean {
  for (let n = 1; n < MANY_DIGITS; n++) if (MEANING[bytes[i + n] as number] !== DIGIT) return false;
  return true;
}

/**
 * True when a request's text (UTF-8) may hold something to clean, or is nested deeper than an event may be: most do not and
 * are taken as they are. One pass, since it is made over every byte that comes in; brackets within strings count too.
 */
export function isSuspicious(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let i = 0; i < bytes.length; i++) {
    const meaning = MEANING[bytes[i] as number];
    if (meaning === 0) continue;
    if (meaning === OPEN) depth++;
    else if (meaning === CLOSE) depth--;
    if (
      depth > MOST_DEPTH ||
      (meaning === DIGIT && isLong(bytes, i)) ||
      (meaning === SIGN && isSign(bytes, i))
    )
      return true;
  }
  return false;
}

export type Cleaned = {
  readonly value: unknown;
  readonly notes: ReadonlySet<Note>;
  readonly tooDeep: boolean;
};

/** A clean copy. `tooDeep`: nested deeper than 32 levels or more than 2,000 keys; the copy is then cut there. */
export function clean(value: unknown, mask: (text: string) => boolean): Cleaned {
  const notes = new Set<Note>();
  let keys = 0;
  let tooDeep = false;
  const walk = (v: unknown, depth: number, key: string): unknown => {
    if (typeof v === "string") return text(v, key);
    if (typeof v !== "object" || v === null) return v;
    if (depth > MOST_DEPTH || keys > MOST_KEYS) {
      tooDeep = true;
      return null;
    }
    if (Array.isArray(v)) {
      keys += v.length;
      return v.map((item) => walk(item, depth + 1, key));
    }
    return entries(v, depth);
  };
  const entries = (v: object, depth: number): object => {
    const copy: Record<string, unknown> = {};
    for (const [k, item] of Object.entries(v)) {
      keys++;
      if (POISON.has(k)) notes.add("dropped_key");
      else copy[text(k, "")] = walk(item, depth + 1, k);
    }
    return copy;
  };
  const text = (t: string, key: string): string => {
    if (key !== "" && CARD_KEY.test(key) && mask(t)) {
      notes.add("masked_card");
      return `${"•".repeat(8)}${t.replace(/\D/g, "").slice(-4)}`;
    }
    if (!t.includes("\0") && t.isWellFormed()) return t;
    notes.add("replaced_character");
    return t.toWellFormed().replaceAll("\0", "\uFFFD");
  };
  const copy = walk(value, 1, "");
  if (keys > MOST_KEYS) tooDeep = true;
  return { value: copy, notes, tooDeep };
}

const TOKENS = ["identityToken", "identity_token"] as const;

/** Without the retailer's word for who somebody is: it is good for signing in for some minutes, and is no part of what happened. */
export function withoutTokens(message: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { context } = message;
  if (typeof context !== "object" || context === null || Array.isArray(context)) return message;
  if (!TOKENS.some((token) => Object.hasOwn(context, token))) return message;
  const rest: Record<string, unknown> = { ...context };
  for (const token of TOKENS) delete rest[token];
  return { ...message, context: rest };
}

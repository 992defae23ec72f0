// What JSON from strangers may not carry into our tables: poisoned keys, NUL, lone surrogates, numbers that lose digits.
// Everything that was changed is noted; the rest stays as it came.

export type Note = "dropped_key" | "replaced_character" | "number_as_text" | "masked_card";
const POISON = new Set(["__proto__", "constructor", "prototype"]);
const CARD_KEY = /card_?(number|no|token)|credit_?card|^pan$/i;
export const MOST_DEPTH = 32;
export const MOST_KEYS = 2000;

const SIGNS = ["\\u", "__proto__", '"constructor"', '"prototype"', "card", "Card", "CARD", '"pan"'] as const;

/** True when a request's text may hold something to clean; most do not, and are taken as they are. */
export const isSuspicious = (text: string): boolean =>
  SIGNS.some((sign) => text.includes(sign)) || /\d{16}/.test(text);

/** Levels of nesting in a JSON text, at most: brackets within strings are counted too. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 32; // [ and {, ] and } differ by this bit
    if (c === 123 && ++depth > most) most = depth;
    else if (c === 125) depth--;
  }
  return most;
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

// What two spellings have in common. All of it symmetric, all of it on short strings.

const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  ø: "o",
  ð: "d",
  þ: "th",
  ß: "ss",
  ł: "l",
  œ: "oe",
  đ: "d",
  ı: "i",
};

/** Lower case, without accents and punctuation: "Åsa-Märta O'Neill" → "asa marta oneill". */
export function plain(raw: string): string {
  return raw
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’`´]/g, "")
    .replace(/[æøðþßłœđı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Nordic and German spellings fall together: Aase, Åse and Ase; Søren, Sören and Soeren. */
export function folded(value: string): string {
  return value
    .replace(/aa|ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/ue/g, "u")
    .replace(/(.)\1+/g, "$1");
}

/** How a name sounds, roughly, in Nordic and English ears. */
export function sound(value: string): string {
  const even = folded(value)
    .replace(/ph/g, "f")
    .replace(/ck|ch|kh|c(?![eiy])|q/g, "k")
    .replace(/sch|sh|sj|z|x|c/g, "s")
    .replace(/w/g, "v")
    .replace(/th|dt|d/g, "t")
    .replace(/gh|h/g, "")
    .replace(/[yj]/g, "i");
  return (even.slice(0, 1) + even.slice(1).replace(/[aeiou]/g, "")).replace(/(.)\1+/g, "$1");
}

/** The letters of a text as bits: what two texts cannot have in common is seen without reading them. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

export function unlike(one: number, other: number): number {
  let bits = one ^ other;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

let before = new Uint8Array(130);
let above = new Uint8Array(130);
let row = new Uint8Array(130);

function fillRow(a: string, b: string, i: number): number {
  row[0] = i;
  let least = i;
  const own = a.charCodeAt(i - 1);
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let cost = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1);
    cost = Math.min(cost, (above[j - 1] as number) + (own === other ? 0 : 1));
    if (i > 1 && j > 1 && own === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
      cost = Math.min(cost, (before[j - 2] as number) + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Edits (insert, delete, replace, swap of neighbours) from one to the other; anything above `most` is `most + 1`. */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > 120 || b.length > 120) return most + 1;
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // A swap can still save a row that is one too dear.
    if (fillRow(a, b, i) > most + 1) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[b.length] as number, most + 1);
}

const taken = new Uint8Array(130);

function common(a: string, b: string, reach: number): string {
  let out = "";
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      out += a.charAt(i);
      break;
    }
  }
  return out;
}

function takenOf(b: string): string {
  let out = "";
  for (let j = 0; j < b.length; j++) if (taken[j] === 1) out += b.charAt(j);
  return out;
}

/** Jaro–Winkler: 1 is equal, 0 has nothing in common. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  // The shorter first, equal lengths in order of letters: the greedy match is the same from either side.
  if (a.length > b.length || (a.length === b.length && a > b)) return jaroWinkler(b, a);
  if (a.length === 0 || b.length > 120) return 0;
  taken.fill(0, 0, b.length);
  const left = common(a, b, Math.max(0, Math.floor(b.length / 2) - 1));
  if (left.length === 0) return 0;
  const right = takenOf(b);
  let moved = 0;
  for (let i = 0; i < left.length; i++) if (left.charCodeAt(i) !== right.charCodeAt(i)) moved++;
  const m = left.length;
  const jaro = (m / a.length + m / b.length + (m - moved / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Share of words that have a near twin on the other side, by the shorter side. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const free = [...many];
  let shared = 0;
  for (const word of few) {
    const at = free.findIndex((other) => word === other || (word.length > 3 && edits(word, other, 1) <= 1));
    if (at < 0) continue;
    shared++;
    free.splice(at, 1);
  }
  return few.length === 0 ? 0 : shared / Math.max(few.length, Math.min(many.length, few.length + 1));
}

export const words = (value: string): string[] => value.split(" ").filter((word) => word !== "");
export const sortedWords = (value: string): string =>
  value.includes(" ") ? words(value).sort().join(" ") : value;

/** A 32-bit hash of a text (FNV-1a, mixed); never 0, which stands for nothing. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

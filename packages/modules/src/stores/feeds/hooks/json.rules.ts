// Reading what others wrote as JSON, none of it taken for granted. Pure.
export type Json = Readonly<Record<string, unknown>>;
export const objectIn = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
export const listIn = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one): Json[] => {
    const found = objectIn(one);
    return found === undefined ? [] : [found];
  });
/** A text or number as text; empty is none. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return text === "" ? undefined : text;
}
export const wholeIn = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) ? value : undefined;

/** The latest of these moments; undefined: none of them is one. */
export function latestOf(values: readonly unknown[]): string | undefined {
  const times = values.flatMap((value) => {
    const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? [] : [ms];
  });
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString();
}

const NAMES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
/** What a reader of the page would read, without its marks. */
export function plainText(html: unknown): string | null {
  if (typeof html !== "string") return null;
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<\/(p|div|li|h\d|ul|ol|tr)>|<br\s*\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (name.startsWith("#")) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return NAMES[name.toLowerCase()] ?? whole;
    })
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? null : text.toWellFormed().slice(0, 20_000);
}

/** Pictures with an address that can be asked for. */
export const picturesOf = (urls: readonly (string | undefined)[]): { url: string }[] =>
  [...new Set(urls.filter((url) => url !== undefined && /^https?:\/\//.test(url)))]
    .slice(0, 30)
    .map((url) => ({ url: url as string }));

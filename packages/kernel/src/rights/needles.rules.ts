// How the identifiers of an erased person are found in what others said, and taken out of it. Pure.
import type { Named } from "./whom.rules.ts";

const SIGNS = /[\\^$.*+?()[\]{}|/-]/g;
const quote = (text: string): string => text.replace(SIGNS, "\\$&");
/** A shorter one may be anything: it is looked for in the person's own events only, which go whole. */
const SHORT = 4;
/** A number stands for many things: only a long one is surely this one. */
const SHORT_NUMBER = 8;
/** Found as a whole value only. */
const QUOTED = 8;
const NATIONAL_DIGITS = 8;
/** Of a person with more, numbers that stand in their own events only are not looked for in others'. */
const MOST = 400;
const ONCE: ReadonlySet<string> = new Set(["order", "receipt", "device", "visitor", "card_token"]);

/** Pieces of a regular expression that PostgreSQL and JavaScript read alike. */
function patternOf({ kind, value }: Named): string | undefined {
  if (kind === "address" || value.length < SHORT) return undefined;
  if (kind === "phone") return phone(value);
  if (kind === "email") return quote(value).replace("@", "(?:@|%40)");
  if (/^\d+$/.test(value) && value.length < SHORT_NUMBER) return undefined;
  return value.length < QUOTED
    ? `(?<=")${quote(value)}(?=")`
    : `(?<![A-Za-z0-9_])${quote(value)}(?![A-Za-z0-9_])`;
}

/** However it is written: with a country or a zero before it, with spaces and signs between its digits. */
function phone(value: string): string | undefined {
  const digits = value.replace(/\D/g, "").slice(-NATIONAL_DIGITS);
  if (digits.length < NATIONAL_DIGITS) return undefined;
  return `(?<![0-9])[+]?[0-9 ().\\/-]{0,8}${[...digits].join("[ ().\\/-]*")}(?![0-9])`;
}

/** One pattern for all of them, case aside; undefined when there is nothing to look for. */
export function needlesOf(identifiers: readonly Named[]): string | undefined {
  const sought = identifiers.length <= MOST ? identifiers : identifiers.filter((one) => !ONCE.has(one.kind));
  const found = sought.map(patternOf).filter((one) => one !== undefined);
  return found.length === 0 ? undefined : found.join("|");
}

const GONE = "…";

/** JSON text without what the pattern finds: a value that was nothing else goes, of a text the rest stays. */
export function redact(text: string, pattern: string): string {
  const needle = new RegExp(pattern, "gi");
  const cleanText = (value: string): string | undefined => {
    const quoted = JSON.stringify(value);
    const found = quoted.replace(needle, GONE);
    const cleaned = found === quoted ? value : (JSON.parse(found) as string);
    return cleaned.trim() === GONE ? undefined : cleaned;
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return cleanText(value);
    if (typeof value === "number") return cleanText(String(value)) === String(value) ? value : undefined;
    if (Array.isArray(value)) return value.map(clean).filter((one) => one !== undefined);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const [as, cleaned] = [cleanText(name), clean(inner)];
        return as === undefined || cleaned === undefined ? [] : [[as, cleaned] as const];
      }),
    );
  };
  return JSON.stringify(clean(JSON.parse(text)) ?? {});
}

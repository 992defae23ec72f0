// How the identifiers of an erased person are found in what others said, and taken out of it. Pure.
import type { Named } from "./whom.rules.ts";

const SIGNS = /[\\^$.*+?()[\]{}|/-]/g;
const quote = (text: string): string => text.replace(SIGNS, "\\$&");
/** Shorter ones are found as whole values only: a number of three digits stands in every second event. */
const SHORT = 6;
const NATIONAL_DIGITS = 8;
/** Of a person with more, numbers that stand in their own events only are not looked for in others'. */
const MOST = 400;
const ONCE: ReadonlySet<string> = new Set(["order", "receipt", "device", "visitor", "card_token"]);

/** Pieces of a regular expression that PostgreSQL and JavaScript read alike. */
function patternOf({ kind, value }: Named): string | undefined {
  if (kind === "address" || value === "") return undefined;
  if (kind === "phone") {
    const digits = value.replace(/\D/g, "").slice(-NATIONAL_DIGITS);
    return digits.length < SHORT ? undefined : [...digits].join("[ ().\\/-]*");
  }
  if (kind === "email") return quote(value).replace("@", "(?:@|%40)");
  return value.length < SHORT ? `"${quote(value)}"` : `(?<![A-Za-z0-9_])${quote(value)}(?![A-Za-z0-9_])`;
}

/** One pattern for all of them, case aside; undefined when there is nothing to look for. */
export function needlesOf(identifiers: readonly Named[]): string | undefined {
  const sought = identifiers.length <= MOST ? identifiers : identifiers.filter((one) => !ONCE.has(one.kind));
  const found = sought.map(patternOf).filter((one) => one !== undefined);
  return found.length === 0 ? undefined : found.join("|");
}

const GONE = "…";

/** JSON text without what the pattern finds; the shape stays. */
export function redact(text: string, pattern: string): string {
  const needle = new RegExp(pattern, "gi");
  const clean = (value: unknown): unknown => {
    if (typeof value === "string" || typeof value === "number") {
      const written = JSON.stringify(String(value));
      const found = written.replace(needle, (hit) => (hit.startsWith('"') ? `"${GONE}"` : GONE));
      return found === written ? value : JSON.parse(found);
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [String(clean(name)), clean(inner)] as const),
    );
  };
  return JSON.stringify(clean(JSON.parse(text)));
}

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
const ONCE: ReadonlySet<string> = new Set([
  "order",
  "receipt",
  "device",
  "visitor",
  "card_token",
  "distinct_id",
]);

/** Goes with it when it stands right before: a line break as JSON writes it, a sign as addresses of pages write it. */
const BEFORE = String.raw`\\[bfnrt]|\\u[0-9a-f]{4}|%(?:25)*(?:[013-46-9a-f][0-9a-f]|2[0-9acf]|5[0-9a-e])`;
/** Where a word begins and ends, and where an address does: susanna@ and an.na@ are others than anna@. */
const WORD = [`(?:(?<![a-z0-9_])|${BEFORE})`, "(?![a-z0-9_])"] as const;
const ADDRESS = [`(?:(?<![a-z0-9\\u00c0-\\u024f._+-])|${BEFORE})`, "(?![a-z0-9]|-[a-z0-9])"] as const;

/** A sign as itself, as JSON escapes it, taken apart as some keyboards do, and as addresses of pages write it, once or twice. */
function sign(one: string): string {
  if (/[A-Za-z0-9._~-]/.test(one)) return quote(one);
  const encoded = encodeURIComponent(one.toWellFormed()).replaceAll("%", "%(?:25)*");
  const ways = [one, JSON.stringify(one).slice(1, -1), one.normalize("NFD")].map(quote);
  return `(?:${[...new Set([...ways, encoded, ...(one === " " ? ["[+]"] : [])])].join("|")})`;
}
const spelled = (value: string): string => Array.from(value, sign).join("");
/** Kept without them, written with: between the signs of a card. */
const BETWEEN = "[ .+–-]?";
const CODES: ReadonlySet<string> = new Set(["club_card", "receipt"]);
const code = (value: string): string => Array.from(value, sign).join(BETWEEN);

/** A domain with other letters than a to z is also written as mail servers do. */
function address(value: string): string {
  const at = value.lastIndexOf("@") + 1;
  const domain = value.slice(at);
  const ways = new Set([domain, wire(domain)]);
  return `${spelled(value.slice(0, at))}(?:${[...ways].map(spelled).join("|")})`;
}
function wire(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

const whole = ([from, to]: readonly [string, string], found: readonly string[]): string[] =>
  found.length === 0 ? [] : [`${from}(?:${found.join("|")})${to}`];

/** Whether a value is looked for among what others said. */
const isTelling = ({ kind, value }: Named): boolean =>
  kind !== "address" && value.length >= SHORT && (!/^\d+$/.test(value) || value.length >= SHORT_NUMBER);

/** Pieces of a regular expression that PostgreSQL and JavaScript read alike. */
function pieces(sought: readonly Named[]): string[] {
  const telling = sought.filter(isTelling);
  const of = (kind: string) => telling.filter((one) => one.kind === kind).map((one) => one.value);
  const words = telling.filter((one) => one.kind !== "phone" && one.kind !== "email");
  const [short, long] = [words.filter(isShort), words.filter((one) => !isShort(one))];
  return [
    ...of("phone").flatMap((value) => phone(value) ?? []),
    ...whole(ADDRESS, of("email").map(address)),
    ...whole(
      ['(?<=")', '(?=")'],
      short.map((one) => spelled(one.value)),
    ),
    ...whole(
      WORD,
      long.map((one) => (CODES.has(one.kind) ? code(one.value) : spelled(one.value))),
    ),
  ];
}
const isShort = ({ value }: Named): boolean => value.length < QUOTED;

/** However it is written: with a country or a zero before it, with spaces and signs between its digits. */
function phone(value: string): string | undefined {
  const digits = value.replace(/\D/g, "").slice(-NATIONAL_DIGITS);
  if (digits.length < NATIONAL_DIGITS) return undefined;
  return `(?<![0-9])[+]?[0-9 ().\\/-]{0,8}${[...digits].join("[ ().\\/-]*")}(?![0-9])`;
}

/** One pattern for all of them, case aside; undefined when there is nothing to look for. */
export function needlesOf(identifiers: readonly Named[]): string | undefined {
  const sought = identifiers.length <= MOST ? identifiers : identifiers.filter((one) => !ONCE.has(one.kind));
  const found = pieces(sought);
  return found.length === 0 ? undefined : found.join("|");
}

const GONE = "…";

/** Undefined when half of a sign went with it, as of a path like C:\\name: then the whole text goes. */
function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** JSON text without what the pattern finds: a value that was nothing else goes, of a text the rest stays. */
export function redact(text: string, pattern: string): string {
  const needle = new RegExp(pattern, "gi");
  const cleanText = (value: string): string | undefined => {
    const quoted = JSON.stringify(value);
    const found = quoted.replace(needle, GONE);
    const cleaned = found === quoted ? value : unquoted(found);
    return cleaned?.trim() === GONE ? undefined : cleaned;
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

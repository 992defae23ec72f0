// Which of what waits parked is a person's, though nobody was recognised by it. Pure.
import { identifiersAnywhere } from "../hush/carried.rules.ts";
import { identifierOf, type Naming } from "../parse/identifiers.rules.ts";
import type { Identifier } from "../told.rules.ts";

/** Values are compared as they are: here nothing is kept under their fingerprints. */
const plain: Naming = { print: (space, text) => `${space} ${text}`, country: "SE" };
const NAMES_SOMEBODY: ReadonlySet<string> = new Set(["login", "email", "phone", "club_card"]);
const SIGNS = /[\\^$.*+?()[\]{}|/-]/g;

type Named = { readonly kind: string; readonly value: string };
type Json = Readonly<Record<string, unknown>>;
const nameOf = (one: Named) => `${one.kind} ${one.value}`;

/** Finds every body that may hold one of them as a whole value, short ones too; undefined: there is none to find. */
export function wholeValues(identifiers: readonly Named[]): string | undefined {
  const values = identifiers
    .filter((one) => one.kind !== "address")
    .map((one) => JSON.stringify(one.value).slice(1, -1).replace(SIGNS, "\\$&"));
  return values.length === 0 ? undefined : `(?:"|[:,\\[]\\s*)(?:${values.join("|")})(?:"|\\s*[,}\\]])`;
}

function carriedIn(message: Json): {
  readonly visitor: Identifier | undefined;
  readonly ids: readonly Identifier[];
} {
  const visitor = identifierOf(plain, "visitor", message["anonymousId"] ?? message["previousId"]);
  const login = identifierOf(plain, "login", message["userId"]);
  const ids = [visitor, login, ...identifiersAnywhere(plain, message)];
  return { visitor, ids: ids.filter((one) => one !== undefined) };
}

/**
 * `own`: it speaks of nobody else. `shared`: it names somebody besides, or came from a browser that is not known as theirs: it
 * may be another's event. `none`: it is not about them.
 */
export function whoseParked(
  message: unknown,
  proven: boolean,
  identifiers: readonly Named[],
): "own" | "shared" | "none" {
  const body: Json =
    typeof message === "object" && message !== null && !Array.isArray(message) ? { ...message } : {};
  const mine = new Set(identifiers.map(nameOf));
  const { visitor, ids } = carriedIn(body);
  if (!ids.some((one) => mine.has(nameOf(one)))) return "none";
  const others = ids.some((one) => NAMES_SOMEBODY.has(one.kind) && !mine.has(nameOf(one)));
  const elsewhere = !proven && visitor !== undefined && !mine.has(nameOf(visitor));
  return others || elsewhere ? "shared" : "own";
}

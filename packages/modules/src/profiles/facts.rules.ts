// Facts: the last event time wins within one rank of origin; a higher rank beats a lower one; the losers stay as lineage.
import { fitsKind } from "./valid.rules.ts";

export const origins = ["inferred", "stated", "proven", "staff", "person"] as const;
export type Origin = (typeof origins)[number];
export const rankOfOrigin = (origin: Origin): number => origins.indexOf(origin);

export type Word = {
  readonly name: string;
  readonly value: unknown;
  readonly at: number;
  /** uuid text of the event it came from: breaks ties of equal time. */
  readonly key: string;
  readonly origin: Origin;
  readonly sourceId: number;
  readonly rule: number;
};

/** What is kept of a fact a stream: the value that holds, and as many that lost. */
export const MOST_LINEAGE = 20;
export const MOST_WORDS = MOST_LINEAGE + 1;

export type Fact = Word & { readonly lineage: readonly Word[] };

/** Best first. */
export const byStanding = (a: Word, b: Word): number =>
  rankOfOrigin(b.origin) - rankOfOrigin(a.origin) ||
  b.at - a.at ||
  (a.key < b.key ? 1 : a.key > b.key ? -1 : 0);

/** What holds for each name, out of everything that was said. */
export function settleFacts(words: readonly Word[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [name, said] of Map.groupBy(words, (word) => word.name)) {
    const [best, ...lineage] = said.sort(byStanding);
    if (best !== undefined && best.value !== null) facts.set(name, { ...best, lineage });
  }
  return facts;
}

const MOST_VALUE_CHARACTERS = 2000;
const MOST_NAME_CHARACTERS = 100;

type Traits = Readonly<Record<string, unknown>>;

/** As JSON text; undefined when it is too long for a fact. */
function factOf(name: string, value: unknown): string | undefined {
  const json = JSON.stringify(value) ?? "null";
  return name.length > MOST_NAME_CHARACTERS || json.length > MOST_VALUE_CHARACTERS ? undefined : json;
}

const named = (traits: Traits): [name: string, value: unknown][] =>
  Object.entries(traits).filter(([name, value]) => value !== undefined && name.length > 0);

/**
 * The traits worth keeping as facts, as JSON text: small enough, and possible at that time for what they are called. `null`
 * takes a fact back.
 */
export const factsIn = (traits: Traits, at: number): [name: string, json: string][] =>
  named(traits).flatMap(([name, value]) => {
    const json = fitsKind(name, value, at) ? factOf(name, value) : undefined;
    return json === undefined ? [] : [[name, json] as [string, string]];
  });

export type NotFact = { readonly name: string; readonly code: "facts.too_long" | "facts.not_possible" };

/** Those that are no facts, and why, so that somebody can be told. */
export const notFactsIn = (traits: Traits, at: number): NotFact[] =>
  named(traits).flatMap(([name, value]): NotFact[] => {
    if (factOf(name, value) === undefined) return [{ name, code: "facts.too_long" }];
    return fitsKind(name, value, at) ? [] : [{ name, code: "facts.not_possible" }];
  });

const text = (facts: ReadonlyMap<string, Fact>, ...names: string[]): string | undefined =>
  names
    .map((name) => facts.get(name)?.value)
    .find((v): v is string => typeof v === "string" && v.trim() !== "")
    ?.trim();

/** What to call a person on a screen; undefined when nobody told. */
export function nameIn(facts: ReadonlyMap<string, Fact>): string | undefined {
  const whole = text(facts, "name");
  if (whole !== undefined) return whole;
  const parts = [text(facts, "firstName", "first_name"), text(facts, "lastName", "last_name")].filter(
    (p) => p !== undefined,
  );
  return parts.length > 0 ? parts.join(" ") : undefined;
}

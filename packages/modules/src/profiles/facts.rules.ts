// Facts: the last event time wins within one rank of origin; a higher rank beats a lower one; the losers stay as lineage.

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

/** The traits worth keeping as facts, as JSON text: anything small enough to be a fact. `null` takes a fact back. */
export function factsIn(traits: Readonly<Record<string, unknown>>): [name: string, json: string][] {
  return Object.entries(traits).flatMap(([name, value]) => {
    if (value === undefined || name.length === 0 || name.length > MOST_NAME_CHARACTERS) return [];
    const json = JSON.stringify(value);
    return json.length > MOST_VALUE_CHARACTERS ? [] : [[name, json] as [string, string]];
  });
}

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

// What was heard of a source, gathered from answers that overlap: a request that was long in coming is not missed.
import type { HeardItem } from "@somlos/contract/rooms/sources";

export type HeardAnswer = {
  readonly until: string | null;
  readonly items: readonly HeardItem[];
  readonly causes: Readonly<Record<string, string>>;
};

const most = 200;
const overlapMs = 5000;
/** Before every id there is: asks for all without being a first look, which is logged. */
export const fromTheStart = "00000000-0000-0000-0000-000000000000";

/** Asks from a little before the newest: ids are given when a request is answered, rows stand a moment later. */
export function askAfter(items: readonly HeardItem[]): string {
  const newest = items[0];
  if (newest === undefined) return fromTheStart;
  const edge = Date.parse(newest.at) - overlapMs;
  return items.find((item) => Date.parse(item.at) < edge)?.id ?? fromTheStart;
}

/** Newest first, each once, at most as many as the server keeps. */
export function gathered(before: HeardAnswer, came: HeardAnswer): HeardAnswer {
  const all = new Map([...before.items, ...came.items].map((item) => [item.id, item]));
  const items = [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most);
  return { until: came.until, items, causes: { ...before.causes, ...came.causes } };
}

export const fates = ["accepted", "duplicate", "parked", "dropped"] as const;
export type Fate = (typeof fates)[number];
export type Became = { readonly fate: Fate; readonly code: string | undefined };

/** "parked event.schema" as the two things it says. */
export function becameOf(outcome: string): Became {
  const [word, code] = outcome.split(" ");
  return { fate: fates.find((fate) => fate === word) ?? "dropped", code };
}

/** How many of a request's events went each way; ways that none went are left out. */
export function countedFates(outcomes: readonly string[]): readonly (readonly [Fate, number])[] {
  const all = outcomes.map((outcome) => becameOf(outcome).fate);
  return fates
    .map((fate) => [fate, all.filter((one) => one === fate).length] as const)
    .filter(([, count]) => count > 0);
}

/** The body for reading; one that was cut is no JSON any more and is shown as it is. */
export function readBody(body: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

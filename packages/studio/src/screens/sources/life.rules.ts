// Signs of life of a source, from its events and its keys. Pure.
import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import type { Source } from "@somlos/contract/rooms/sources";

const dayMs = 86_400_000;
const alive: ReadonlySet<KeyAnswer["state"]> = new Set(["open", "ending"]);

export type Life = { readonly state: "now" | "quiet" | "never"; readonly at: string | null };

/** The last event; when it lies so far back that it is not told, the last use of one of its keys. */
export function lifeOf(source: Source, keys: readonly KeyAnswer[], now: Date): Life {
  const used = keys
    .filter((key) => key.sourceId === source.id)
    .map((key) => key.lastUsedAt)
    .filter((at) => at !== null)
    .sort();
  const at = source.lastEventAt ?? used.at(-1) ?? null;
  if (at === null) return { state: "never", at };
  return { state: now.getTime() - Date.parse(at) < dayMs ? "now" : "quiet", at };
}

export const isAlive = (key: Pick<KeyAnswer, "state">): boolean => alive.has(key.state);

/** Those in force first, newest first; then what is over. */
export const keysOf = (keys: readonly KeyAnswer[], sourceId: number): KeyAnswer[] =>
  keys
    .filter((key) => key.sourceId === sourceId)
    .sort((a, b) => Number(isAlive(b)) - Number(isAlive(a)) || b.createdAt.localeCompare(a.createdAt));

/** The key a snippet shows: one that is open, before one that ends. */
export const keyToShow = (keys: readonly KeyAnswer[]): KeyAnswer | undefined =>
  keys.find((key) => key.state === "open") ?? keys.find((key) => key.state === "ending");

/** Web addresses as they are typed: one a line, or with commas between. */
export const originsIn = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

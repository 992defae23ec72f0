// How a no is written in the book outside the database: keyed hashes only. Pure.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { nothingKnown, type PlannedEntry } from "./plan.rules.ts";

/** Where every no goes before it is answered. */
export type NoBook = { append(texts: readonly string[]): Promise<void> };

type Line = {
  readonly act: string;
  readonly fp: string;
  readonly kind: string;
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entity: string | null;
  readonly at: number;
  readonly imported: boolean;
  readonly by: string | null;
  readonly cause: string | null;
};

/** A line for each no. One that was said before is written again: the first time may have been cut off. */
export const linesOf = (entries: readonly PlannedEntry[]): string[] =>
  entries
    .filter(({ state }) => state === "withdrawn")
    .map(({ actId: act, fp, kind, purpose, channel, entityId: entity, at, imported, evidence, cause }) => {
      const by = evidence.collectedBy;
      const line: Line = { act, fp, kind, purpose, channel, entity, at: at.getTime(), imported, by, cause };
      return JSON.stringify(line);
    });

export function entryOf(text: string): PlannedEntry {
  const { act, fp, kind, purpose, channel, entity, at, imported, by, cause } = JSON.parse(text) as Line;
  return {
    ...{ actId: act, fp, kind, purpose, channel, entityId: entity, at: new Date(at), imported, cause },
    ...{ state: "withdrawn", guardian: false, confirms: null, soft: null, textId: null, saidBy: null },
    evidence: { ...nothingKnown, collectedBy: by },
  };
}

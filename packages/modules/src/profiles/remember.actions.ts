// Step 3, remember: what the identify events of a flush say about their people.
import type { Work } from "@somlos/kernel/db";
import type { Accepted } from "../events/index.ts";
import { factsIn, rankOfOrigin } from "./facts.rules.ts";
import { type Saying, upsertFacts } from "./facts.store.ts";

/** Writes every word; the order in which events arrive makes no difference. */
export function remember(work: Work, events: readonly Accepted[]): void {
  const said = events.flatMap(sayings);
  if (said.length > 0) upsertFacts(work.tx, said);
}

function sayings(event: Accepted): Saying[] {
  return factsIn(event.traits ?? {}, event.at).map(([name, json]) => ({
    subject: event.subject,
    name,
    trust: rankOfOrigin(event.trust),
    slotted: event.device !== undefined && event.login === undefined,
    json,
    at: event.at,
    key: event.key,
    sourceId: event.sourceId,
    circle: event.circle,
  }));
}

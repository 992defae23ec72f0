// Step 3, remember: what the identify events of a flush say about their people.
import type { Work } from "@somlos/kernel/db";
import type { Accepted } from "../events/index.ts";
import { factsIn, rankOfOrigin } from "./facts.rules.ts";
import { type Saying, upsertFacts } from "./facts.store.ts";

/** Keeps the last word of each stream; the order in which events arrive makes no difference. */
export function remember(work: Work, events: readonly Accepted[]): void {
  const last = new Map<string, Saying>();
  for (const event of events)
    if (event.traits !== undefined) for (const saying of sayings(event)) keepLater(last, saying);
  if (last.size === 0) return;
  const inOrder = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, saying]) => saying); // one lock order for all writers
  upsertFacts(work.tx, inOrder);
}

function keepLater(last: Map<string, Saying>, s: Saying): void {
  const slot = `${s.subject}${s.name}\0${s.trust}\0${s.slotted ? `${s.at} ${s.key}` : ""}`;
  const had = last.get(slot);
  if (had === undefined || s.at > had.at || (s.at === had.at && s.key > had.key)) last.set(slot, s);
}

function sayings(event: Accepted): Saying[] {
  return factsIn(event.traits ?? {}).map(([name, json]) => ({
    subject: event.subject,
    name,
    trust: rankOfOrigin(event.trust),
    slotted: event.device !== undefined && event.login === undefined,
    json,
    at: event.at,
    key: event.key,
    sourceId: event.sourceId,
  }));
}

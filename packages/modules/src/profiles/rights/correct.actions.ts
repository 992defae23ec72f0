// What the person says of themselves holds over every other word; what was said before stays as lineage.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprintOf, uuid7 } from "@somlos/kernel/ids";
import { factsIn, notFactsIn, rankOfOrigin } from "../facts.rules.ts";
import { upsertFacts } from "../facts.store.ts";

/** Our own; no source of events has it. */
const OWN_SOURCE = 0;

/** `subject`: the stream of the identifier that the person has proven. `null` takes a fact back. */
export function correctFact(work: Work, subject: string, name: string, value: unknown): void {
  correctFacts(work, subject, { [name]: value });
}

/** Several at once; one that is too long for a fact and none of them is said. */
export function correctFacts(work: Work, subject: string, said: Readonly<Record<string, unknown>>): void {
  const at = work.now.getTime();
  const facts = factsIn(said, at);
  const [bad] = notFactsIn(said, at);
  if (bad?.code === "facts.not_possible") throw new Refusal(bad.code, { name: bad.name });
  if (facts.length < Object.keys(said).length) throw new Refusal("rights.fact_bad");
  const own = { subject, at, slotted: false, sourceId: OWN_SOURCE, trust: rankOfOrigin("person") };
  upsertFacts(
    work.tx,
    facts.map(([name, json]) => ({ ...own, name, json, key: fingerprintOf(uuid7(at)) })),
  );
}

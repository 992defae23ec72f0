// What the person says of themselves holds over every other word; what was said before stays as lineage.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprintOf, uuid7 } from "@somlos/kernel/ids";
import { factsIn, rankOfOrigin } from "../facts.rules.ts";
import { upsertFacts } from "../facts.store.ts";

/** Our own; no source of events has it. */
const OWN_SOURCE = 0;

/** `subject`: the stream of the identifier that the person has proven. `null` takes a fact back. */
export function correctFact(work: Work, subject: string, name: string, value: unknown): void {
  const [fact] = factsIn({ [name]: value });
  if (fact === undefined) throw new Refusal("rights.fact_bad");
  const at = work.now.getTime();
  upsertFacts(work.tx, [
    {
      ...{ subject, name, json: fact[1], at, slotted: false, sourceId: OWN_SOURCE },
      trust: rankOfOrigin("person"),
      key: fingerprintOf(uuid7(at)),
    },
  ]);
}

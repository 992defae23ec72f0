// What the person says of themselves holds over every other word, and what staff says over every source's; what was said before
// stays as lineage.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { fingerprintOf, uuid7, uuidOf } from "@somlos/kernel/ids";
import type { Parts } from "../../events/index.ts";
import { circleOfNodes } from "../../identity/index.ts";
import { factsIn, notFactsIn, type Origin, rankOfOrigin } from "../facts.rules.ts";
import { listWords, upsertFacts } from "../facts.store.ts";
import { deleteWordAt } from "./profiles.rights.store.ts";

/** Our own; no source of events has it. */
const OWN_SOURCE = 0;

export type Speaker = {
  readonly origin: Extract<Origin, "person" | "staff">;
  /** The stream of the identifier that it goes with. */
  readonly subject: string;
};

/** Several at once; one that is too long for a fact and none of them is said. `null` says that there is none. */
export async function correctFacts(
  work: Work,
  { origin, subject }: Speaker,
  said: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = work.now.getTime();
  const facts = factsIn(said, at);
  const [bad] = notFactsIn(said, at);
  if (bad?.code === "facts.not_possible") throw new Refusal(bad.code, { name: bad.name });
  if (facts.length < Object.keys(said).length) throw new Refusal("rights.fact_bad");
  const circle = await circleOfNodes(work.tx, [subject]);
  const own = { subject, circle, at, slotted: false, sourceId: OWN_SOURCE };
  const trust = rankOfOrigin(origin);
  const words = facts.map(([name, json]) => ({ name, json, id: uuid7(at) }));
  upsertFacts(
    work.tx,
    words.map(({ name, json, id }) => ({ ...own, trust, name, json, key: fingerprintOf(id) })),
  );
  const data = { by: origin, wordIds: words.map(({ id }) => id) };
  work.record({ name: "facts.corrected", v: 1, subject: uuidOf(subject), data });
}

/** Whether the person spoke of this themselves, be it to say that there is none. */
export const saidByPerson = async (tx: Tx, parts: Parts, name: string): Promise<boolean> =>
  (await listWords(tx, parts)).some((word) => word.name === name && word.origin === "person");

/** What staff said of a fact at this time is unsaid. */
export const takeBackFact = (tx: Tx, parts: Parts, name: string, at: Date): Promise<number> =>
  deleteWordAt(tx, parts, { name, trust: rankOfOrigin("staff"), at });

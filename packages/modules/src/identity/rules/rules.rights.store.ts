// SQL for forgetting people: what a trial of rules found of them goes with their nodes.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

const DROP = sql`
  delete from identity.rule_changes c using identity.nodes n
  where n.fp = any($1::uuid[]) and (c.person_id = n.id or c.joins @> array[n.id])`;

/** Before the nodes themselves go. */
export const forgetChanges = async (tx: Tx, fps: readonly string[]): Promise<Record<string, number>> => ({
  "identity.rule_changes": await tx.run(DROP, [fingerprints(fps)]),
});

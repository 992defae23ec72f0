// SQL for forgetting people: what matches hold of them goes with their nodes.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

const DROP_MATCHES = sql`
  delete from identity.matches m using identity.nodes n where n.fp = any($1::uuid[]) and (m.a = n.id or m.b = n.id)`;
const DROP_KEYS = sql`
  delete from identity.match_keys k using identity.nodes n where n.fp = any($1::uuid[]) and k.id = n.id`;
const DROP_PEOPLE = sql`
  delete from identity.match_people p using identity.nodes n where n.fp = any($1::uuid[]) and p.id = n.id`;

/** Before the nodes themselves go. */
export async function forgetMatches(tx: Tx, fps: readonly string[]): Promise<Record<string, number>> {
  const matches = await tx.run(DROP_MATCHES, [fingerprints(fps)]);
  const keys = await tx.run(DROP_KEYS, [fingerprints(fps)]);
  const people = await tx.run(DROP_PEOPLE, [fingerprints(fps)]);
  return { "identity.matches": matches, "identity.match_keys": keys, "identity.match_people": people };
}

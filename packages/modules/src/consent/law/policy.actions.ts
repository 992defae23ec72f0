// Counsel decides: from a day on, for a country.
import type { Tx, Work } from "@somlos/kernel/db";
import type { EntityRow } from "../../company/index.ts";
import { ownPolicy } from "./policy.rules.ts";
import { findPolicy, insertPolicy, type NewPolicy } from "./policy.store.ts";

/** The number of the decision, as rule versions name it. */
export const decidePolicy = (work: Work, policy: NewPolicy): Promise<number> =>
  insertPolicy(work.tx, policy, work.now, work.actor.id);

/** Days after which an unused permission sleeps, in the country of each legal entity. */
export async function dormantDaysIn(
  tx: Tx,
  entities: ReadonlyMap<string, EntityRow>,
  now: Date,
): Promise<(entityId: string) => number> {
  const days = new Map<string, number>();
  const day = now.toISOString().slice(0, 10);
  for (const country of new Set([...entities.values()].map((entity) => entity.country)))
    days.set(country, (await findPolicy(tx, country, day))?.dormantDays ?? ownPolicy.dormantDays);
  return (id) => days.get(entities.get(id)?.country ?? "") ?? ownPolicy.dormantDays;
}

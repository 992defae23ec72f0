// Counsel decides: from a day on, for a country.
import type { Work } from "@somlos/kernel/db";
import { insertPolicy, type NewPolicy } from "./policy.store.ts";

/** The number of the decision, as rule versions name it. */
export const decidePolicy = (work: Work, policy: NewPolicy): Promise<number> =>
  insertPolicy(work.tx, policy, work.now, work.actor.id);

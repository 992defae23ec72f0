// SQL of the words that a customer can be asked with.
import { room, type Tx } from "@somlos/kernel/db";
import type { Ask } from "./mine.rules.ts";

const { sql } = room("consent");

const newest = sql<Ask>`
  select distinct on (t.purpose, t.language) t.id, t.purpose, t.language, t.version, t.hash, t.body, t.benefit, t.channels,
    t.entity_ids as "entityIds"
  from consent.texts t join consent.purposes p on p.code = t.purpose and p.basis = 'consent'
  where t.basis = 'consent' order by t.purpose, t.language, t.version desc`;

/** The newest words of each purpose and language that ask for a consent. */
export const listAsks = (tx: Tx): Promise<Ask[]> => tx.rows(newest);

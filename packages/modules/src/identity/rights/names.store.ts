// SQL for names of households and reasons of rules that name somebody who is erased.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

// A household among the people of other legal entities speaks of others.
const HOUSEHOLDS = sql`
  update identity.households h set name = regexp_replace(h.name, $1, '…', 'gi')
  where h.name ~* $1 and exists (select from identity.household_members m join identity.nodes n on n.fp = m.fp
    where m.household_id = h.id and n.circle = $2)`;
const LOG = sql`
  update identity.household_log l set household = regexp_replace(l.household, $1, '…', 'gi')
  where l.household ~* $1 and exists (select from identity.nodes n where n.fp = l.fp and n.circle = $2)`;
const RULES = sql`update identity.rule_versions set why = regexp_replace(why, $1, '…', 'gi') where why ~* $1`;

export const cleanNames = async (tx: Tx, pattern: string, circle: number) => ({
  "identity.households (cleaned)": await tx.run(HOUSEHOLDS, [pattern, circle]),
  "identity.household_log (cleaned)": await tx.run(LOG, [pattern, circle]),
  "identity.rule_versions (cleaned)": await tx.run(RULES, [pattern]),
});

// The SQL of what staff did that was about a person: shown to them, and freed of them.
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("access");

const ABOUT = sql<{ at: Date; what: string; reason: string | null }>`
  select at, what, reason from access.acts where person_id = any($1::uuid[]) order by at, id`;
const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
const FREE = sql`
  update access.acts set person_id = null, reason = null, object_id = case when object_id = person_id::text then null else object_id end
  where person_id = any($1::uuid[])`;

/** Without the colleague: the person sees what and when. */
export const listActsAbout = (tx: Tx, ids: readonly string[]) => tx.rows(ABOUT, [uuids(ids)]);
/** The acts stay and say of nobody. */
export async function deleteActsAbout(tx: Tx, ids: readonly string[]): Promise<number> {
  await tx.rows(MAY);
  return tx.run(FREE, [uuids(ids)]);
}

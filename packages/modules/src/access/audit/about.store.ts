// The SQL of what staff did that was about a person: shown to them, and freed of them; and of words about others that name them.
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("access");

const ABOUT = sql<{ at: Date; what: string; reason: string | null }>`
  select at, what, reason from access.acts where person_id = any($1::uuid[]) order by at, id`;
const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
const FREE = sql`
  update access.acts set person_id = null, reason = null, object_id = case when object_id = person_id::text then null else object_id end
  where person_id = any($1::uuid[])`;
const WORDED = fragment`(reason is not null or object_id is not null)`;
const NEXT = sql<{ last: string }>`
  select id as last from (select id from access.acts where id > $1 and ${WORDED} order by id limit $2) as n order by id desc limit 1`;
const NAMING = sql<{ id: string; personId: string | null }>`
  select id, person_id as "personId" from access.acts
  where id > $1 and id <= $2 and ${WORDED} and (reason ~* $3 or object_id ~* $3)`;
const CLEAN = sql`
  update access.acts set reason = regexp_replace(reason, $2, '…', 'gi'), object_id = regexp_replace(object_id, $2, '…', 'gi')
  where id = any($1::uuid[])`;

/** Without the colleague: the person sees what and when. */
export const listActsAbout = (tx: Tx, ids: readonly string[]) => tx.rows(ABOUT, [uuids(ids)]);
/** The acts stay and say of nobody. */
export async function deleteActsAbout(tx: Tx, ids: readonly string[]): Promise<number> {
  await tx.rows(MAY);
  return tx.run(FREE, [uuids(ids)]);
}
/** The end of the next portion of acts with words; undefined when there is none. */
export const findActsPortion = async (tx: Tx, after: string, limit: number): Promise<string | undefined> =>
  (await tx.maybe(NEXT, [after, limit]))?.last;
/** Of these the ones that name somebody, with whom they are about. */
export const listActsNaming = (tx: Tx, after: string, upTo: string, pattern: string) =>
  tx.rows(NAMING, [after, upTo, pattern]);
/** What names them goes out of the words, the rest of them stays. */
export async function cleanActs(tx: Tx, ids: readonly string[], pattern: string): Promise<number> {
  if (ids.length === 0) return 0;
  await tx.rows(MAY);
  return tx.run(CLEAN, [uuids(ids), pattern]);
}

// SQL for words that were written down of others: without what names somebody who is erased.
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("consent");

const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
const NEXT = sql<{ last: string }>`
  select id as last from (select id from consent.entries where id > $1 order by id limit $2) as n order by id desc limit 1`;
const NAMING = fragment`(place ~* $3 or how ~* $3)`;
// What another legal entity wrote of its own customer is not theirs.
const CLEAN = sql`
  update consent.entries set place = regexp_replace(place, $3, '…', 'gi'), how = regexp_replace(how, $3, '…', 'gi')
  where id > $1 and id <= $2 and ${NAMING} and (entity_id is null or entity_id = any($4::uuid[]))`;
const CLEAN_NOTES = sql`update consent.policies set note = regexp_replace(note, $1, '…', 'gi') where note ~* $1`;

/** The end of the next portion of the ledger; undefined when there is none. */
export const findEntriesPortion = async (tx: Tx, after: string, limit: number): Promise<string | undefined> =>
  (await tx.maybe(NEXT, [after, limit]))?.last;
export async function cleanEntries(
  tx: Tx,
  of: { readonly after: string; readonly upTo: string },
  pattern: string,
  entityIds: readonly string[],
): Promise<number> {
  await tx.rows(MAY);
  return tx.run(CLEAN, [of.after, of.upTo, pattern, uuids(entityIds)]);
}
export async function cleanNotes(tx: Tx, pattern: string): Promise<number> {
  await tx.rows(MAY);
  return tx.run(CLEAN_NOTES, [pattern]);
}

// SQL for what colleagues said when they ruled about others: without what names somebody who is erased.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

const NEXT = sql<{ last: string }>`
  select id as last from (select id from identity.rulings where id > $1 order by id limit $2) as n order by id desc limit 1`;
// A ruling about people of other legal entities speaks of others. One whose nodes are gone speaks of nobody that is known.
const CLEAN = sql`
  with found as materialized (
    select id from identity.rulings where id > $1 and id <= $2 and (reason ~* $3 or undone_why ~* $3)),
  named as (
    select f.id, n.circle from found f join identity.ruled_ends e on e.ruling = f.id join identity.nodes n on n.fp = e.fp and n.kind <> 11
    union all
    select f.id, n.circle from found f join identity.ruled_pairs p on p.ruling = f.id
      join identity.nodes n on n.fp in (p.a, p.b) and n.kind <> 11
    union all
    select f.id, n.circle from found f join identity.ruled_values v on v.ruling = f.id join identity.nodes n on n.fp = v.fp)
  update identity.rulings r set reason = regexp_replace(r.reason, $3, '…', 'gi'), undone_why = regexp_replace(r.undone_why, $3, '…', 'gi')
  from found f where r.id = f.id
    and (exists (select from named w where w.id = f.id and w.circle = $4) or not exists (select from named w where w.id = f.id))`;

/** The end of the next portion of rulings; undefined when there is none. */
export const findRulingsPortion = async (tx: Tx, after: string, limit: number): Promise<string | undefined> =>
  (await tx.maybe(NEXT, [after, limit]))?.last;
export const cleanReasons = (
  tx: Tx,
  of: { readonly after: string; readonly upTo: string },
  pattern: string,
  circle: number,
): Promise<number> => tx.run(CLEAN, [of.after, of.upTo, pattern, circle]);

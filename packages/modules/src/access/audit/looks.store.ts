// SQL for what a person may read of the staff audit: who opened them and why, without a name unless asked for.
import type { Role } from "@somlos/contract";
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("access");

export type Look = {
  readonly at: Date;
  readonly who: string;
  readonly name: string | null;
  readonly what: string;
  readonly reason: string | null;
  /** What the colleague was then; null: a token or a system. */
  readonly function: Role | null;
  /** Where the colleague worked then, when that was one place. */
  readonly locationId: string | null;
};

// While a colleague held two to be one, whoever opened one opened both. The audit says of both when that began and ended: it is
// read with them, under whichever id it stands. A reason given before was about the other alone.
const looks = sql<Look>`
  with parted as materialized (
    select o.person_id as id, j.at as since, min(u.at) as until
    from access.acts u
    join access.acts j on j.person_id = u.person_id and j.object_id = u.object_id and j.at < u.at
      and j.what in ('people.join', 'matches.accept')
    join access.acts o on o.at = j.at and o.object_id = j.object_id and o.what = j.what and o.person_id <> all($1::uuid[])
    where u.person_id = any($1::uuid[]) and u.what in ('people.undo', 'matches.undo') group by 1, 2),
  a as (
    (select id, at, who, what, reason, person_id, function, location_id, '-infinity'::timestamptz as since from access.acts
      where person_id = any($1::uuid[]) and not refused and what <> 'people.reason' and at < $2
      order by at desc, id desc limit $3)
    union all
    (select x.id, x.at, x.who, x.what, x.reason, x.person_id, x.function, x.location_id, p.since from parted p
      join access.acts x on x.person_id = p.id and x.at > p.since and x.at < p.until
      where not x.refused and x.what <> 'people.reason' and x.at < $2
      order by x.at desc, x.id desc limit $3))
  select a.at, a.who, s.name, a.what, coalesce(a.reason, r.reason) as reason,
    coalesce(a.function, (select g.role from access.grants g where g.staff_id = s.id order by g.id limit 1)) as function,
    case when a.function is not null then a.location_id::text else (
      select min(l.id::text) from access.grants g, unnest(g.location_ids) as l(id) where g.staff_id = s.id
      having count(distinct l.id) = 1) end as "locationId"
  from a left join access.staff s on s.id::text = a.who
  left join lateral (
    select x.reason from access.acts x where x.person_id = a.person_id and x.who = a.who and x.what = 'people.reason'
      and x.at <= a.at and x.at > greatest(a.at - interval '24 hours', a.since) order by x.at desc limit 1) r on true
  order by a.at desc, a.id desc limit $3`;
const reasoned = sql<{ found: boolean }>`
  select exists (select from access.acts where person_id = $1::uuid and who = $2 and what = 'people.reason' and at >= $3) as found`;

const reasonedAtAll = sql<{ found: boolean }>`
  select exists (select from access.acts where who = $1 and what = 'looks.reason' and at >= $2) as found`;

/** Who opened somebody who went by these ids, newest first. */
export const listLooks = (
  tx: Tx,
  personIds: readonly string[],
  before: Date,
  limit: number,
): Promise<Look[]> => tx.rows(looks, [uuids(personIds), before, limit]);
/** Whether a colleague has said since then why they open a person. */
export const hasReasoned = async (tx: Tx, personId: string, who: string, since: Date): Promise<boolean> =>
  (await tx.one(reasoned, [personId, who, since])).found;
/** Whether a colleague has said since then why they go through people at all, in lists and by what names them. */
export const hasReasonedAtAll = async (tx: Tx, who: string, since: Date): Promise<boolean> =>
  (await tx.one(reasonedAtAll, [who, since])).found;

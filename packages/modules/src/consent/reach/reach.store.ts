// SQL of reach: whom we may write to or call on our own initiative, of all whom we know. One pass over the ledger, joined
// with who holds what (a view that identity publishes).
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { ints, room, type Tx, uuids } from "@somlos/kernel/db";
import type { Reached } from "./reach.rules.ts";

const { sql, fragment } = room("consent");

/**
 * The last yes of each person that stands: after every no that covers it, and awake. What a sale allows lifts no no: it
 * counts from the last consent of its own identifier before it. $1 $2: days of sleep by legal entity.
 */
const standing = fragment`
  asleep as (select * from unnest($1::uuid[], $2::int[]) as w(entity_id, days)),
  yes as (
    select h.person, e.purpose, e.channel, e.entity_id, e.imported, e.fp,
      case when e.state = 'soft' then coalesce((
        select max(l.at) from consent.entries l
        left join consent.entries d on d.fp = l.fp and d.confirms = l.act_id and d.state = 'confirmed' and d.purpose = l.purpose
          and d.channel = l.channel and d.entity_id = l.entity_id
        where l.fp = e.fp and l.purpose = e.purpose and l.channel = e.channel and l.entity_id = e.entity_id and not l.imported
          and ((l.state = 'granted' and l.at <= e.at) or (l.state = 'pending' and d.at <= e.at))
          and (l.said_by is null or exists (
            select from identity.v_holders b where b.fp = l.said_by and b.person = h.person))), '-infinity')
        else e.at end as since,
      case when e.state = 'pending' then c.at else e.at end as fresh
    from consent.entries e join consent.purposes p on p.code = e.purpose and p.kind = 'marketing'
    join identity.v_holders h on h.fp = e.fp
    left join identity.v_holders s on s.fp = e.said_by
    left join consent.entries c on c.fp = e.fp and c.confirms = e.act_id and c.state = 'confirmed' and c.purpose = e.purpose
      and c.channel = e.channel and c.entity_id = e.entity_id
    where (e.state in ('granted', 'soft') or (e.state = 'pending' and c.id is not null))
      and (e.said_by is null or s.person = h.person)),
  no as (
    select h.person, e.purpose, e.channel, e.entity_id, max(e.at) as at
    from consent.entries e join identity.v_holders h on h.fp = e.fp where e.state = 'withdrawn' group by 1, 2, 3, 4),
  standing as (
    select y.person, y.purpose, y.channel, y.entity_id from yes y
    left join asleep a on a.entity_id = y.entity_id
    left join consent.uses u on u.fp = y.fp and u.purpose = y.purpose and u.channel = y.channel and u.entity_id = y.entity_id
    where greatest(y.fresh, u.last_at) >= $3::timestamptz - coalesce(a.days, 365) * interval '1 day'
      and not exists (
        select from no where no.person = y.person and (no.purpose is null or no.purpose = y.purpose)
          and (no.channel is null or no.channel = y.channel) and (no.entity_id is null or no.entity_id = y.entity_id)
          and (y.imported or no.at >= y.since)))`;
/** Counted from distinct people: distinct counts inside groups would sort all of them once a group. */
const reach = sql<Reached>`
  with ${standing},
  quiet as (select person from unnest($5::uuid[]) as m(person)),
  people as (
    select purpose, channel, person from standing s where ($4::uuid[] is null or entity_id = any($4::uuid[]))
      and not exists (select from quiet where quiet.person = s.person) group by 1, 2, 3)
  select purpose, channel, count(*)::int as people from people group by 1, 2
  union all
  select null, channel, count(*)::int from (select channel, person from people group by 1, 2) c group by channel
  union all
  select null, null, count(*)::int from (select person from people group by 1) a`;
/** Until the end of this read: sorting a million people on disk takes several times as long. */
const roomy = sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`;
const known = sql<{ people: number }>`
  select count(*)::int as people from (select person from identity.v_holders where named group by 1) p`;
const gaps = sql<{ field: string; entries: number }>`
  select field, count(*)::int as entries from consent.entries e
  cross join lateral (values ('text', e.text_id is null), ('textHash', e.text_hash is null), ('collectedBy', e.collected_by is null),
    ('place', e.place is null), ('how', e.how is null), ('active', e.active is not true), ('concluded', e.concluded is not true)
  ) as lacks(field, yes)
  where e.state in ('granted', 'pending', 'soft') and lacks.yes group by field order by 2 desc, 1`;
const noes = sql<NoesOfMonth>`
  select to_char(at at time zone 'UTC', 'YYYY-MM') as month, channel, cause is not null as "fromMessage", count(*)::int as noes
  from consent.entries where state = 'withdrawn' and at >= $1 group by 1, 2, 3 order by 1, 2, 3`;
const causes = sql<{ cause: string; noes: number }>`
  select cause, count(*)::int as noes from consent.entries where state = 'withdrawn' and cause is not null and at >= $1
  group by cause order by 2 desc, 1 limit 20`;
const uses = sql<UsesOfScope>`
  select purpose, channel, sum(times)::float8 as times, count(*)::int as permissions, max(last_at) as "lastAt"
  from consent.uses group by purpose, channel order by purpose, channel`;

export type NoesOfMonth = {
  readonly month: string;
  readonly channel: PermissionChannel | null;
  readonly fromMessage: boolean;
  readonly noes: number;
};
export type UsesOfScope = {
  readonly purpose: string;
  readonly channel: PermissionChannel;
  readonly times: number;
  readonly permissions: number;
  readonly lastAt: Date;
};

export async function countReach(
  tx: Tx,
  days: ReadonlyMap<string, number>,
  now: Date,
  entityIds: readonly string[] | null,
  /** Nobody asks these: children, and those whose use is restricted. */
  quiet: readonly string[],
): Promise<Reached[]> {
  await tx.run(roomy);
  return tx.rows(reach, [
    ...[uuids([...days.keys()]), ints([...days.values()]), now],
    ...[entityIds === null ? null : uuids(entityIds), uuids(quiet)],
  ]);
}
export const countKnown = async (tx: Tx): Promise<number> => (await tx.one(known)).people;
export const countGaps = (tx: Tx) => tx.rows(gaps);
export const countNoes = (tx: Tx, since: Date): Promise<NoesOfMonth[]> => tx.rows(noes, [since]);
export const listCauses = (tx: Tx, since: Date) => tx.rows(causes, [since]);
export const countUses = (tx: Tx): Promise<UsesOfScope[]> => tx.rows(uses);

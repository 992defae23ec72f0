// The sources: what sends us events.
import { room, type Tx, type Work } from "@somlos/kernel/db";

const { sql } = room("events");

const ENSURE = sql`
  insert into events.sources (id, kind, name, channel, created_at) overriding system value
  values (1, 'browser', 'Website', 'web', $1), (2, 'server', 'Server', 'server', $1)
  on conflict (id) do nothing`;
const KEEP_NUMBERS = sql`
  select setval(pg_get_serial_sequence('events.sources', 'id'), greatest((select max(id) from events.sources), 2))`;
const LIST = sql<SourceRow>`
  select id, kind, name, channel, settings->>'currency' as currency, settings->>'legal_entity' as legal_entity, created_at, closed_at from events.sources order by id`;
const REVISION = sql<{ number: number }>`select number from events.revision where id = 1`;
const BUMP = sql`update events.revision set number = number + 1 where id = 1`;
// What is counted already, and the little that came since and may not be counted yet.
const WITH_LIFE = sql<SourceLife>`
  with rest as (
    select l.source_id, count(*) filter (where l.received_at > $1::timestamptz - interval '24 hours 5 minutes') as count, max(l.received_at) as last_at
    from events.source_place p
    cross join lateral (
      select number from events.flushes where (tx, number) > (p.tx, p.number) order by tx, number limit 500) f
    join events.log l on l.seq >= f.number << 16 and l.seq < (f.number + 1) << 16
    where p.id = 1 and l.type <> 9 group by 1)
  select s.id, s.kind, s.name, s.channel, s.created_at, s.closed_at,
    s.settings->>'currency' as currency, s.settings->>'legal_entity' as legal_entity,
    (coalesce(d.count, 0) + coalesce(r.count, 0))::int as events_last_day, greatest(l.last_at, r.last_at) as last_event_at,
    coalesce(p.count, 0)::int as parked_open
  from events.sources s
  left join events.source_lives l on l.source_id = s.id
  left join rest r on r.source_id = s.id
  left join (select source_id, sum(count) as count from events.source_slots
    where slot > $1::timestamptz - interval '24 hours 5 minutes' group by source_id) d on d.source_id = s.id
  left join (select source_id, count(*) as count from events.parked where replayed_at is null group by source_id) p on p.source_id = s.id
  order by s.id`;
const INSERT = sql<{
  id: number;
}>`insert into events.sources (kind, name, channel, settings, created_at) values ($1, $2, $3, $4, $5) returning id`;
const SAVE = sql`
  update events.sources set name = coalesce($2, name), channel = coalesce($3, channel),
    settings = settings || case when $4 then jsonb_build_object('currency', $5::text) else '{}' end
      || case when $6 then jsonb_build_object('legal_entity', $7::text) else '{}' end where id = $1`;

// What came since the last look is counted, up to what no open transaction can still add to, like every reader of the log.
const FOLD = sql<{ flushes: number }>`
  with place as (select tx, number from events.source_place where id = 1 for update),
  next as (
    select f.tx, f.number from place p cross join lateral (
      select tx, number from events.flushes
      where (tx, number) > (p.tx, p.number) and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, number limit $1) f),
  counted as (
    select l.source_id, date_bin('5 minutes', l.received_at, '2000-01-01') as slot, count(*)::int as count, max(l.received_at) as last_at
    from next n join events.log l on l.seq >= n.number << 16 and l.seq < (n.number + 1) << 16
    where l.type <> 9 group by 1, 2),
  slots as (
    insert into events.source_slots as s (source_id, slot, count) select source_id, slot, count from counted
    on conflict (source_id, slot) do update set count = s.count + excluded.count),
  lives as (
    insert into events.source_lives as s (source_id, last_at) select source_id, max(last_at) from counted group by 1
    on conflict (source_id) do update set last_at = greatest(s.last_at, excluded.last_at)),
  moved as (
    update events.source_place p set tx = n.tx, number = n.number
    from (select tx, number from next order by tx desc, number desc limit 1) n where p.id = 1)
  select count(*)::int as flushes from next`;
const PRUNE_SLOTS = sql`delete from events.source_slots where slot < $1::timestamptz - interval '2 days'`;

export type SourceRow = {
  id: number;
  kind: string;
  name: string;
  channel: string;
  /** Of amounts that name none. */
  currency: string | null;
  /** Code of the legal entity that collects by it, where an event names none. */
  legal_entity: string | null;
  created_at: Date;
  closed_at: Date | null;
};

export type SourceLife = SourceRow & {
  last_event_at: Date | null;
  events_last_day: number;
  parked_open: number;
};

/** The two sources every installation has from its first start: what a browser sends, what a server sends. */
export async function ensureSources({ tx, now }: Pick<Work, "tx" | "now">): Promise<void> {
  await tx.run(ENSURE, [now]);
  await tx.run(KEEP_NUMBERS);
}

export const listAllSources = (tx: Tx): Promise<SourceRow[]> => tx.rows(LIST);
export const listSourcesWithLife = (tx: Tx, now: Date): Promise<SourceLife[]> => tx.rows(WITH_LIFE, [now]);
export const insertSource = async (
  { tx, now }: Pick<Work, "tx" | "now">,
  s: { kind: string; name: string; channel: string; settings: object },
): Promise<number> => {
  await tx.run(BUMP);
  return (await tx.one(INSERT, [s.kind, s.name, s.channel, JSON.stringify(s.settings), now])).id;
};
export const saveSource = (
  tx: Tx,
  id: number,
  s: {
    name?: string | undefined;
    channel?: string | undefined;
    currency?: string | null | undefined;
    legalEntity?: string | null | undefined;
  },
): Promise<number> =>
  tx.run(SAVE, [
    id,
    s.name ?? null,
    s.channel ?? null,
    s.currency !== undefined,
    s.currency ?? null,
    s.legalEntity !== undefined,
    s.legalEntity ?? null,
  ]);

/** Grows with every change of what is asked of sources. */
export const findRevision = async (tx: Tx): Promise<number> => (await tx.one(REVISION)).number;
export const bumpRevision = (tx: Tx): Promise<number> => tx.run(BUMP);

/** Counts the next flushes of the log, at most so many; says how many there were. */
export const foldLife = async (tx: Tx, most: number): Promise<number> => (await tx.one(FOLD, [most])).flushes;
export const pruneSlots = (tx: Tx, now: Date): Promise<number> => tx.run(PRUNE_SLOTS, [now]);

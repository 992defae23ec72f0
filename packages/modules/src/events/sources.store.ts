// The sources: what sends us events.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

const ENSURE = sql`
  insert into events.sources (id, kind, name, channel) overriding system value values (1, 'browser', 'Website', 'web'), (2, 'server', 'Server', 'server')
  on conflict (id) do nothing`;
const KEEP_NUMBERS = sql`
  select setval(pg_get_serial_sequence('events.sources', 'id'), greatest((select max(id) from events.sources), 2))`;
const LIST = sql<SourceRow>`select id, kind, name, channel, created_at, closed_at from events.sources order by id`;
const WITH_LIFE = sql<
  SourceRow & { last_event_at: Date | null; events_last_day: number; parked_open: number }
>`
  select s.id, s.kind, s.name, s.channel, s.created_at, s.closed_at,
    coalesce(d.count, 0)::int as events_last_day, d.last_at as last_event_at, coalesce(p.count, 0)::int as parked_open
  from events.sources s
  left join (select source_id, count(*) as count, max(received_at) as last_at from events.log
    where received_at > $1::timestamptz - interval '24 hours' and type <> 9 group by source_id) d on d.source_id = s.id
  left join (select source_id, count(*) as count from events.parked where replayed_at is null group by source_id) p on p.source_id = s.id
  order by s.id`;
const INSERT = sql<{
  id: number;
}>`insert into events.sources (kind, name, channel, settings) values ($1, $2, $3, $4) returning id`;
const SAVE = sql`
  update events.sources set name = coalesce($2, name), channel = coalesce($3, channel) where id = $1`;

export type SourceRow = {
  id: number;
  kind: string;
  name: string;
  channel: string;
  created_at: Date;
  closed_at: Date | null;
};

/** The two sources every installation has from its first start: what a browser sends, what a server sends. */
export async function ensureSources(tx: Tx): Promise<void> {
  await tx.run(ENSURE);
  await tx.run(KEEP_NUMBERS);
}

export const listAllSources = (tx: Tx): Promise<SourceRow[]> => tx.rows(LIST);
export const listSourcesWithLife = (
  tx: Tx,
  now: Date,
): Promise<(SourceRow & { last_event_at: Date | null; events_last_day: number; parked_open: number })[]> =>
  tx.rows(WITH_LIFE, [now]);
export const insertSource = async (
  tx: Tx,
  s: { kind: string; name: string; channel: string; settings: object },
): Promise<number> => (await tx.one(INSERT, [s.kind, s.name, s.channel, JSON.stringify(s.settings)])).id;
export const saveSource = (
  tx: Tx,
  id: number,
  s: { name?: string | undefined; channel?: string | undefined },
): Promise<number> => tx.run(SAVE, [id, s.name ?? null, s.channel ?? null]);

// SQL for taking the demo away: its sources, its events in bounded portions, and how far the removal is.
import { DEMO_SERIES } from "@somlos/contract/rooms/demo";
import { room, type Tx } from "@somlos/kernel/db";
import type { LoggedRow } from "./shown.rules.ts";
import { bodyOfPage } from "./timeline.store.ts";

const { sql } = room("events");

export const demoSteps = ["events", "people", "wait", "learn", "tidy", "done"] as const;
export type DemoStep = (typeof demoSteps)[number];
export type DemoRemoval = {
  readonly step: DemoStep;
  readonly place: number;
  readonly removed: number;
  readonly learned: number;
  readonly since: Date;
};

// Its own sources, and the one of its order history.
const SOURCES = sql<{ id: number }>`
  select id from events.sources where kind = 'demo' or (kind = 'import' and settings ->> 'series' = 'series ' || $1)`;
const COUNT = sql<{ demo: number; own: number }>`
  select count(*) filter (where source_id = any($1::smallint[]))::float8 as demo,
    count(*) filter (where source_id <> all($1::smallint[]))::float8 as own
  from events.log where type <> 9`;
const CANCEL_IMPORTS = sql`
  update events.imports set wish = 'cancel' where source_id = any($1::smallint[]) and state in ('trying', 'running', 'paused')`;
const IMPORTS_AT_WORK = sql<{ count: number }>`
  select count(*)::int as count from events.imports
  where source_id = any($1::smallint[]) and state in ('trying', 'running') and lease_until > $2`;
const END_IMPORTS = sql`
  update events.imports set state = 'cancelled', wish = null, source_id = null where source_id = any($1::smallint[])`;
const LAST = sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from events.log`;
const FIND = sql<DemoRemoval>`select step, place, removed, learned, since from events.demo_removals where id = 1`;
const ASK = sql`
  insert into events.demo_removals as r (id, step, place, removed, learned, since) values (1, 'events', 0, 0, 0, $1)
  on conflict (id) do update set step = 'events', place = 0, removed = 0, learned = 0, since = excluded.since, finished_at = null
  where r.step = 'done'`;
const MOVE = sql`
  update events.demo_removals set step = $1, place = $2, removed = removed + $3, learned = learned + $4,
    since = case when step = $1 then since else $5 end, finished_at = case when $1 = 'done' then $5 end where id = 1`;
const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
const REMOVE = sql<{ place: number | null; removed: number }>`
  with part as materialized (select seq, received_at, key, source_id from events.log where seq > $1 order by seq limit $3),
  mine as materialized (select * from part where source_id = any($2::smallint[])),
  bodies as (delete from events.bodies b using mine m where b.seq = m.seq and b.received_at = m.received_at),
  seen as (delete from events.seen s using mine m where s.key = m.key),
  logged as (delete from events.log l using mine m where l.seq = m.seq and l.received_at = m.received_at)
  select (select max(seq) from part) as place, (select count(*)::int from mine) as removed`;
const REMOVE_BESIDES = sql`
  with lives as (delete from events.source_lives where source_id = any($1::smallint[])),
  slots as (delete from events.source_slots where source_id = any($1::smallint[]))
  delete from events.parked where source_id = any($1::smallint[])`;
const LOGGED = sql<LoggedRow>`
  with page as (select * from events.log where seq > $1 and seq <= $2 and type <> 9 order by seq limit $3)
  select p.seq, p.at, p.received_at, p.key, p.subject, p.source_id, null as source, p.type, p.channel, p.flags, p.circle, p.country, p.name, b.body
  from page p left join lateral ${bodyOfPage} on true order by p.seq`;

export const listDemoSources = async (tx: Tx): Promise<number[]> =>
  (await tx.rows(SOURCES, [DEMO_SERIES])).map((s) => s.id);
/** Events of these sources, and of all others. Reads the whole log. */
export const countDemo = (tx: Tx, sources: readonly number[]): Promise<{ demo: number; own: number }> =>
  tx.one(COUNT, [[...sources]]);
export const cancelImportsOf = (tx: Tx, sources: readonly number[]): Promise<number> =>
  tx.run(CANCEL_IMPORTS, [[...sources]]);
/** Whether a process still works on an import of these sources. */
export const isImporting = async (tx: Tx, sources: readonly number[], now: Date): Promise<boolean> =>
  (await tx.one(IMPORTS_AT_WORK, [[...sources], now])).count > 0;
/** Their imports count as never done, so that they can be done again. */
export const endImportsOf = (tx: Tx, sources: readonly number[]): Promise<number> =>
  tx.run(END_IMPORTS, [[...sources]]);
export const findLastSeq = async (tx: Tx): Promise<number> => (await tx.one(LAST)).seq;
export const findDemoRemoval = (tx: Tx): Promise<DemoRemoval | undefined> => tx.maybe(FIND);
/** Begins; one that goes on is left alone. */
export const askDemoRemoval = (tx: Tx, now: Date): Promise<number> => tx.run(ASK, [now]);
export const moveDemoRemoval = (
  tx: Tx,
  to: { step: DemoStep; place: number; removed?: number; learned?: number },
  now: Date,
): Promise<number> => tx.run(MOVE, [to.step, to.place, to.removed ?? 0, to.learned ?? 0, now]);

/** Takes away what these sources said among the next `limit` events of the log. `place`: how far; null at the end. */
export async function removeEventsOf(
  tx: Tx,
  sources: readonly number[],
  after: number,
  limit: number,
): Promise<{ place: number | null; removed: number }> {
  await tx.rows(MAY);
  return tx.one(REMOVE, [after, [...sources], limit]);
}
export const removeBesides = (tx: Tx, sources: readonly number[]): Promise<number> =>
  tx.run(REMOVE_BESIDES, [[...sources]]);
/** Events in the order of the log, with their bodies, after one place and up to another. */
export const listLogged = (tx: Tx, after: number, upTo: number, limit: number): Promise<LoggedRow[]> =>
  tx.rows(LOGGED, [after, upTo, limit]);

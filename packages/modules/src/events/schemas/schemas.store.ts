// The SQL of schemas: versions, what broke them, and the events to learn from and to try against.
import type { BreakAction, SchemaType, Shape } from "@somlos/contract/rooms/schemas";
import { ints, room, smallints, type Tx, texts } from "@somlos/kernel/db";
import { bodyOfPage } from "../timeline.store.ts";
import type { Broken, Schema } from "./held.rules.ts";

const { sql, fragment } = room("events");

export type SchemaRow = {
  source_id: number;
  type: SchemaType;
  name: string;
  version: number;
  action: BreakAction;
  schema: Shape;
  created_at: Date;
  created_by: string;
  ended_at: Date | null;
};
export type SchemaLife = SchemaRow & { accepted: number; parked: number; dropped: number; waiting: number };
export type EndedSchema = Pick<SchemaRow, "type" | "name" | "version"> & { ended_at: Date };
type Which = { readonly sourceId: number; readonly type: SchemaType; readonly name: string };

const LIVE = sql<SchemaRow>`select * from events.schemas where ended_at is null order by source_id, type, name`;
const WITH_LIFE = sql<SchemaLife>`
  select s.*, coalesce(b.accepted, 0)::int as accepted, coalesce(b.parked, 0)::int as parked, coalesce(b.dropped, 0)::int as dropped,
    case when s.type in ('track', 'page', 'screen') then (select count(*) from events.parked p
      where p.replayed_at is null and p.source_id = $1 and p.code = 'event.schema' and p.name = s.name)::int else 0 end as waiting
  from events.schemas s
  left join (
    select type, name, sum(count) filter (where outcome = 'accepted') as accepted,
      sum(count) filter (where outcome = 'parked') as parked, sum(count) filter (where outcome = 'dropped') as dropped
    from events.schema_breaks where source_id = $1 and day > $2::timestamptz::date - 7 group by 1, 2) b on b.type = s.type and b.name = s.name
  where s.source_id = $1 and s.ended_at is null order by s.type = 'track' desc, s.type, s.name`;
const HISTORY = sql<SchemaRow>`
  select * from events.schemas where source_id = $1 and type = $2 and name = $3 order by version desc limit 100`;
const ENDED = sql<EndedSchema>`
  select distinct on (type, name) type, name, version, ended_at from events.schemas s where source_id = $1 and not exists (
    select from events.schemas l where l.source_id = s.source_id and l.type = s.type and l.name = s.name and l.ended_at is null)
  order by type, name, version desc limit 200`;
const NEWEST = sql<{ version: number; ended_at: Date | null }>`
  select version, ended_at from events.schemas where source_id = $1 and type = $2 and name = $3 order by version desc limit 1`;
const END = sql`
  update events.schemas set ended_at = $4 where source_id = $1 and type = $2 and name = $3 and ended_at is null`;
const INSERT = sql`
  insert into events.schemas (source_id, type, name, version, action, schema, created_at, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const LOCK_SOURCE = sql<{ id: number }>`select id from events.sources where id = $1 for no key update`;

// The newest so many events of a day, by the order of the log: bounded however rare the event is.
const RECENT = fragment`
  select l.* from events.log l where l.received_at > $1::timestamptz - interval '24 hours' and l.type <> 9
  order by l.seq desc limit 20000`;
const SAMPLE = sql<{ body: string }>`
  with recent as (${RECENT}),
  page as (select * from recent where source_id = $2 and type = $3 and name = $4 order by seq desc limit $5)
  select b.body from page p cross join lateral ${bodyOfPage} order by p.seq desc`;
const SEEN = sql<{ type: number; name: string; count: number }>`
  with recent as (${RECENT})
  select type, case when type in (0, 1, 2) then name else '' end as name, count(*)::int as count
  from recent where source_id = $2 group by 1, 2 order by 3 desc, 2 limit 200`;
const WAITING = sql<{ body: string }>`
  select body from events.parked where replayed_at is null and source_id = $1 and code = 'event.schema' and name = $2
  order by received_at desc limit $3`;

const COUNT_BREAKS = sql`
  insert into events.schema_breaks as b (source_id, type, name, version, outcome, day, lane, count)
  select source_id, type, name, version, outcome, $7::timestamptz::date, pg_backend_pid() % 16, count
  from unnest($1::smallint[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::integer[]) as u(source_id, type, name, version, outcome, count)
  on conflict (source_id, type, name, version, outcome, day, lane) do update set count = b.count + excluded.count`;
const PRUNE = sql`delete from events.schema_breaks where day < $1::timestamptz::date - 400`;

export const listLiveSchemas = (tx: Tx): Promise<SchemaRow[]> => tx.rows(LIVE);
export const listSchemasWithLife = (tx: Tx, sourceId: number, now: Date): Promise<SchemaLife[]> =>
  tx.rows(WITH_LIFE, [sourceId, now]);
/** Those that no version is in force of, with their last. */
export const listEndedSchemas = (tx: Tx, sourceId: number): Promise<EndedSchema[]> =>
  tx.rows(ENDED, [sourceId]);
export const listVersions = (tx: Tx, w: Which): Promise<SchemaRow[]> =>
  tx.rows(HISTORY, [w.sourceId, w.type, w.name]);
export const findNewest = (tx: Tx, w: Which) => tx.maybe(NEWEST, [w.sourceId, w.type, w.name]);
/** Changes of one source's schemas wait for one another; undefined when there is no such source. */
export const lockSource = (tx: Tx, sourceId: number) => tx.maybe(LOCK_SOURCE, [sourceId]);
export const saveEnd = (tx: Tx, w: Which, now: Date): Promise<number> =>
  tx.run(END, [w.sourceId, w.type, w.name, now]);
export const insertSchema = (tx: Tx, s: Schema, now: Date, by: string): Promise<number> =>
  tx.run(INSERT, [s.sourceId, s.type, s.name, s.version, s.action, JSON.stringify(s.schema), now, by]);

/** Messages of the last day, newest first. */
export const listSample = async (
  tx: Tx,
  w: { now: Date; sourceId: number; type: number; name: string; limit: number },
): Promise<unknown[]> =>
  (await tx.rows(SAMPLE, [w.now, w.sourceId, w.type, w.name, w.limit])).map(({ body }) => JSON.parse(body));
export const listSeen = (tx: Tx, now: Date, sourceId: number) => tx.rows(SEEN, [now, sourceId]);
export const listWaiting = async (
  tx: Tx,
  w: { sourceId: number; name: string; limit: number },
): Promise<unknown[]> =>
  (await tx.rows(WAITING, [w.sourceId, w.name, w.limit])).map(({ body }) => JSON.parse(body));

/** Counts events that broke a schema, in the transaction that took, parked or dropped them. */
export async function countBreaks(tx: Tx, receivedAt: number, list: readonly Broken[]): Promise<void> {
  if (list.length === 0) return;
  const keyOf = (b: Broken) => JSON.stringify([b.sourceId, b.type, b.name, b.version, b.outcome]);
  const groups = [...Map.groupBy(list, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const firsts = groups.flatMap(([, [first]]) => (first === undefined ? [] : [first]));
  await tx.run(COUNT_BREAKS, [
    smallints(firsts.map((b) => b.sourceId)),
    texts(firsts.map((b) => b.type)),
    texts(firsts.map((b) => b.name)),
    ints(firsts.map((b) => b.version)),
    texts(firsts.map((b) => b.outcome)),
    ints(groups.map(([, all]) => all.length)),
    new Date(receivedAt),
  ]);
}
export const pruneBreaks = (tx: Tx, now: Date): Promise<number> => tx.run(PRUNE, [now]);

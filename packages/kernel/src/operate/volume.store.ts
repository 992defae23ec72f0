// What tables take, day by day, and which alerts hold.
import { room, type Tx } from "../db/index.ts";

const { sql } = room("kernel");

// A partitioned table is the sum of its parts. Rows as the statistics have them: counting would read everything.
const SIZES = sql<{ place: string; rows: number; bytes: number }>`
  select root.nspname || '.' || r.relname as place,
    sum(greatest(case when pg_stat_get_live_tuples(c.oid) > 0 then pg_stat_get_live_tuples(c.oid) else c.reltuples end, 0))::float8 as rows,
    sum(pg_total_relation_size(c.oid))::float8 as bytes
  from pg_catalog.pg_class c
    join pg_catalog.pg_class r on r.oid = coalesce(pg_partition_root(c.oid)::oid, c.oid)
    join pg_catalog.pg_namespace root on root.oid = r.relnamespace
  where c.relkind = 'r' and root.nspname !~ '^(pg_|information_schema)' group by 1 order by bytes desc`;

const SAVE = sql`
  insert into kernel.volumes (day, kind, rows, bytes)
  select $1::date, kind, rows, bytes from unnest($2::text[], $3::bigint[], $4::bigint[]) as v(kind, rows, bytes)
  on conflict (day, kind) do update set rows = excluded.rows, bytes = excluded.bytes`;
const DAYS = sql<{ day: string; kind: string; rows: number; bytes: number }>`
  select to_char(day, 'YYYY-MM-DD') as day, kind, rows, bytes from kernel.volumes where day >= $1::date order by day`;
const OVER = sql`delete from kernel.volumes where day < $1::date`;

const HOLD = sql<{ rule: string }>`
  insert into kernel.alerts (rule, value, since, seen_at)
  select rule, value, $3, $3 from unnest($1::text[], $2::float8[]) as a(rule, value)
  on conflict (rule) do update set value = excluded.value, seen_at = excluded.seen_at
  returning case when since = $3 then rule end as rule`;
const RELEASE = sql<{ rule: string }>`
  delete from kernel.alerts where rule = any($1::text[]) and not rule = any($2::text[]) returning rule`;
const ALERTS = sql<{ rule: string; value: number; since: Date; seen_at: Date }>`
  select rule, value, since, seen_at from kernel.alerts order by since, rule`;

export const listSizes = (tx: Tx) => tx.rows(SIZES);

export type DayVolume = { readonly kind: string; readonly rows: number; readonly bytes: number };

/** What the kinds take on a day; the last word of the day stands. */
export const saveVolumes = (tx: Tx, day: Date, volumes: readonly DayVolume[]): Promise<number> =>
  tx.run(SAVE, [
    day,
    volumes.map((v) => v.kind),
    volumes.map((v) => Math.round(v.rows)),
    volumes.map((v) => Math.round(v.bytes)),
  ]);
export const listVolumes = (tx: Tx, from: Date) => tx.rows(DAYS, [from]);
export const deleteOldVolumes = (tx: Tx, before: Date) => tx.run(OVER, [before]);

/** Notes which of the rules looked at hold. Gives those that began to hold, and those that no longer do. */
export async function saveAlerts(
  tx: Tx,
  looked: readonly string[],
  holding: readonly { readonly rule: string; readonly value: number }[],
  now: Date,
): Promise<{ began: string[]; ended: string[] }> {
  const rules = holding.map((one) => one.rule);
  const held = await tx.rows(HOLD, [rules, holding.map((one) => one.value), now]);
  const ended = await tx.rows(RELEASE, [looked, rules]);
  return { began: held.flatMap((row) => row.rule ?? []), ended: ended.map((row) => row.rule) };
}
export const listAlerts = (tx: Tx) => tx.rows(ALERTS);

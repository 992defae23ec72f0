// Reading the log by checkpoint: what came since a place, in whole flushes, up to what no open transaction can still add to.
import { room, type Tx } from "@somlos/kernel/db";
import type { LoggedRow } from "./shown.rules.ts";
import { bodyOfPage } from "./timeline.store.ts";

const { sql } = room("events");

export type LogPlace = { readonly tx: string; readonly number: number };

// After a restore all flushes of the past have one low transaction number, and new ones may lie below the place that was
// kept: one that lies ahead of this PostgreSQL is from another.
const NEXT = sql<{ tx: string; number: number }>`
  select tx::text as tx, number from events.flushes
  where (tx, number) > (
      case when $1::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) then '2'::xid8 else $1::text::xid8 end, $2::bigint)
    and tx < pg_snapshot_xmin(pg_current_snapshot()) order by tx, number limit $3`;
/** With what kind of source told of it. */
export type FlushedRow = LoggedRow & { readonly source_kind: string };

const ROWS = sql<FlushedRow>`
  select p.seq, p.at, p.received_at, p.key, p.subject, p.source_id, null as source, p.type, p.channel, p.flags, p.circle, p.country, p.name, b.body,
    coalesce(s.kind, '') as source_kind
  from unnest($1::bigint[]) as f(number)
  cross join lateral (
    select * from events.log x where x.seq >= f.number << 16 and x.seq < (f.number + 1) << 16 and x.type <> 9
    order by x.seq limit 65536) p
  left join events.sources s on s.id = p.source_id
  left join lateral ${bodyOfPage} on p.channel = any($2::smallint[]) or p.flags & 2 = 2`;
const LAST = sql<{ tx: string; number: number }>`
  select tx::text as tx, number from events.flushes where tx < pg_snapshot_xmin(pg_current_snapshot())
  order by tx desc, number desc limit 1`;

/** Our own events are left out. Bodies come along for these channels and for sign-ins; `place` is where the next call begins. */
export async function listFlushed(
  tx: Tx,
  after: LogPlace,
  wish: { readonly flushes: number; readonly bodiesOf: readonly number[] },
): Promise<{ rows: FlushedRow[]; place: LogPlace | undefined; whole: boolean }> {
  const next = await tx.rows(NEXT, [after.tx, after.number, wish.flushes]);
  const rows =
    next.length === 0 ? [] : await tx.rows(ROWS, [next.map(({ number }) => number), wish.bodiesOf]);
  return { rows, place: next.at(-1), whole: next.length < wish.flushes };
}

/** The newest place; undefined in an empty log. */
export const findLastFlushed = (tx: Tx): Promise<LogPlace | undefined> => tx.maybe(LAST);

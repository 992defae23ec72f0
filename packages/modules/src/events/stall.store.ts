// Whether readers of the log stand still. They read below pg_snapshot_xmin, so one long write transaction anywhere in the
// cluster keeps committed flushes from them.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

const STALL = sql<{ flushes: number; seconds: number | null }>`
  select count(*)::int as flushes, extract(epoch from clock_timestamp() - min(at))::float8 as seconds
  from events.flushes where tx >= pg_snapshot_xmin(pg_current_snapshot())`;
const SHARE = sql<{ taken: number; parked: number }>`
  select (select coalesce(sum(count), 0)::int from events.flushes where at > $1::timestamptz - interval '1 hour') as taken,
    (select count(*)::int from events.parked where received_at > $1::timestamptz - interval '1 hour') as parked`;

const ANY = sql<{ found: boolean }>`select exists (select 1 from events.seen) as found`;
/** Whether anything was ever taken in. */
export const hasEvents = async (tx: Tx): Promise<boolean> => (await tx.one(ANY)).found;

/** Committed flushes that readers may not see yet, and how long the first of them waits. */
export const findStall = (tx: Tx) => tx.one(STALL);

/** Of what came in the last hour, how much is accepted and how much was parked. */
export const countLastHour = (tx: Tx, now: Date) => tx.one(SHARE, [now]);

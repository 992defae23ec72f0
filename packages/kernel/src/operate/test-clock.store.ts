// The clock of a test installation, shared by all its processes through the database.
import { room, type Tx } from "../db/index.ts";

const { sql } = room("kernel");

const FIND = sql<{ offset_ms: number }>`select offset_ms from kernel.test_clock`;
const BEGIN = sql`
  insert into kernel.test_clock (offset_ms, moved_at) values (0, now()) on conflict (one) do nothing`;
// To a moment, or on by some time; never back: what was written is never from the future.
const MOVE = sql<{ offset_ms: number; now: Date }>`
  update kernel.test_clock set moved_at = now(),
    offset_ms = greatest(offset_ms, case when $1::timestamptz is null then offset_ms + $2
      else round(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint end)
  returning offset_ms, clock_timestamp() + offset_ms * interval '1 millisecond' as now`;

/** Milliseconds ahead; undefined in a database that has no such clock. */
export const findTestClock = async (tx: Tx): Promise<number | undefined> => (await tx.maybe(FIND))?.offset_ms;
export const beginTestClock = (tx: Tx): Promise<number> => tx.run(BEGIN);
export const moveTestClock = (tx: Tx, to: Date | null, byMs: number) => tx.one(MOVE, [to, byMs]);

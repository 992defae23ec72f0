// How what came in goes again: months of bodies and log as a whole, parked events and refused rows by age.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("events");

const DROP_MONTH = sql<{ gone: number }>`select events.drop_month($1, $2) as gone`;
const FLUSHES = sql`
  delete from events.flushes where (tx, number) in (
    select tx, number from events.flushes where at < $1 order by at limit $2)`;
const PARKED = sql`
  delete from events.parked where id in (select id from events.parked where received_at < $1 order by received_at limit $2)`;
const COUNT_PARKED = sql<{ rows: number }>`
  select count(*)::int as rows from (select 1 from events.parked where received_at < $1 limit $2) as old`;
const REFUSALS = sql`
  delete from events.import_refusals where (import_id, line) in (
    select r.import_id, r.line from events.import_refusals r join events.imports i on i.id = r.import_id
    where i.finished_at < $1 limit $2)`;
const COUNT_REFUSALS = sql<{ rows: number }>`
  select count(*)::int as rows from (select 1 from events.import_refusals r join events.imports i on i.id = r.import_id
    where i.finished_at < $1 limit $2) as old`;

/** Drops the oldest month that ended by then: 1, or 0 when there is none. A month of the log waits for its bodies to go. */
export const dropMonth = async (tx: Tx, part: "log" | "bodies", before: Date): Promise<number> =>
  (await tx.one(DROP_MONTH, [part, before])).gone;
export const deleteOldFlushes = (tx: Tx, before: Date, most: number) => tx.run(FLUSHES, [before, most]);
export const deleteOldParked = (tx: Tx, before: Date, most: number) => tx.run(PARKED, [before, most]);
export const countOldParked = async (tx: Tx, before: Date, most: number): Promise<number> =>
  (await tx.one(COUNT_PARKED, [before, most])).rows;
export const deleteOldRefusals = (tx: Tx, before: Date, most: number) => tx.run(REFUSALS, [before, most]);
export const countOldRefusals = async (tx: Tx, before: Date, most: number): Promise<number> =>
  (await tx.one(COUNT_REFUSALS, [before, most])).rows;

// What colleagues chose, the months of a table, and what tables take.
import { room, type Tx } from "../db/index.ts";
import type { Chosen } from "./lifetimes.rules.ts";

const { sql } = room("kernel");

const CHOSEN = sql<Chosen & { kind: string }>`
  select kind, days, days_before, changed_at from kernel.retention`;
const CHOOSE = sql`
  insert into kernel.retention (kind, days, days_before, changed_at, changed_by) values ($1, $2, $3, $4, $5)
  on conflict (kind) do update set days = excluded.days, days_before = excluded.days_before,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
const LOCK = sql<{ got: boolean }>`select pg_try_advisory_xact_lock($1) as got`;
const LOCK_WAITING = sql`select pg_advisory_xact_lock($1)`;

// Months end where their name says; the year of a month's rows is a guess of the last analyze.
const MONTHS = sql<{ name: string; ends_at: Date; rows: number; bytes: number }>`
  select c.relname as name, (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' as ends_at,
    greatest(c.reltuples, pg_stat_get_live_tuples(c.oid), 0)::float8 as rows, pg_total_relation_size(c.oid)::float8 as bytes
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
  where i.inhparent = to_regclass($1) and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1`;

export const listChosen = (tx: Tx) => tx.rows(CHOSEN);
export const saveChosen = (
  tx: Tx,
  c: Chosen & { readonly kind: string; readonly changedBy: string },
): Promise<number> => tx.run(CHOOSE, [c.kind, c.days, c.days_before, c.changed_at, c.changedBy]);

/** For duties that one process does while the others pass by. Held until the transaction ends. */
export const tryLock = async (tx: Tx, number: number): Promise<boolean> => (await tx.one(LOCK, [number])).got;
/** For changes that must come one after the other. */
export const takeLock = (tx: Tx, number: number): Promise<number> => tx.run(LOCK_WAITING, [number]);

/** The months of a table that is kept by the month, with what they take. */
export const listMonths = (tx: Tx, table: string) => tx.rows(MONTHS, [table]);

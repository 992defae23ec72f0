// What PostgreSQL keeps in files of tables that hold something of people: which they are, what changed in them, who still sees
// rows that are gone, and what this program may do about the write-ahead log.
import { room, type Tx } from "../db/index.ts";

const { sql, fragment } = room("kernel");

// A month is of the kind of its table: comments stand on the table. Written down is the month, not the table over it.
const personal = fragment`
  exists (select from pg_catalog.pg_attribute a where a.attrelid = coalesce(pg_partition_root(c.oid)::oid, c.oid) and a.attnum > 0
    and not a.attisdropped and col_description(a.attrelid, a.attnum) ~ '^(identifier|personal|sensitive)')`;

type TableFile = {
  readonly name: string;
  readonly bytes: number;
  /** Rows changed, removed or dead since the statistics began. */
  readonly changes: number;
};

const FILES = sql<TableFile>`
  select format('%I.%I', n.nspname, c.relname) as name, pg_total_relation_size(c.oid)::float8 as bytes,
    (coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0) + coalesce(s.n_dead_tup, 0))::float8 as changes
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_stat_all_tables s on s.relid = c.oid
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and c.relname !~ '^anew_[0-9]' and ${personal} order by bytes, name`;

// Of the transaction it is asked in: row changes of the months themselves.
const CHANGED = sql<{ name: string }>`
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_stat_xact_all_tables s join pg_catalog.pg_class c on c.oid = s.relid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where s.n_tup_upd + s.n_tup_del > 0 and c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`;

// A snapshot that began before may still see what is gone: a rewrite would carry it along.
const BORDER = sql<{ border: string }>`select pg_current_xact_id()::text as border`;
const SEEN = sql<{ holders: number }>`
  select count(*)::int as holders from (
    select unnest(array[backend_xmin, backend_xid]) as xid from pg_catalog.pg_stat_activity
      where pid <> pg_backend_pid() and (datname is null or datname = current_database())
    union all select transaction from pg_catalog.pg_prepared_xacts where database = current_database()
    union all select unnest(array[xmin, catalog_xmin]) from pg_catalog.pg_replication_slots) as held
  where xid is not null and age(xid) >= age($1::xid8::xid)`;

// Tables over months keep statistics of their own, with the commonest values in them.
const OVER_MONTHS = sql<{ name: string }>`
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'p' and n.nspname !~ '^(pg_|information_schema)' and ${personal}
    and exists (select from pg_catalog.pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname) order by 1`;

export type LogRights = {
  readonly superuser: boolean;
  readonly version: number;
  /** May begin a new segment, make a checkpoint and see the segments. */
  readonly may: boolean;
  /** Old segments are used again, with what is in them. */
  readonly recycles: boolean;
  /** Copies of the log go elsewhere: an archive, a replica. */
  readonly elsewhere: boolean;
};
const RIGHTS = sql<LogRights>`
  select r.rolsuper as superuser, current_setting('server_version_num')::int as version,
    r.rolsuper or (has_function_privilege('pg_catalog.pg_switch_wal()', 'execute') and has_function_privilege('pg_catalog.pg_ls_waldir()', 'execute')
      and pg_has_role(current_user, 'pg_checkpoint', 'usage')) as may,
    current_setting('wal_recycle') = 'on' as recycles,
    current_setting('archive_mode') <> 'off' or exists (select from pg_catalog.pg_stat_replication)
      or exists (select from pg_catalog.pg_replication_slots) as elsewhere
  from pg_catalog.pg_roles r where r.rolname = current_user`;

export const listTableFiles = (tx: Tx) => tx.rows(FILES);
/** Tables and months in which this transaction changed or removed rows; those just before it may be among them. */
export const listChanged = async (tx: Tx): Promise<string[]> =>
  (await tx.rows(CHANGED)).map((row) => row.name);
/** A number that every transaction after this one is above. */
export const takeBorder = async (tx: Tx): Promise<string> => (await tx.one(BORDER)).border;
export const isSeen = async (tx: Tx, border: string): Promise<boolean> =>
  (await tx.one(SEEN, [border])).holders > 0;
export const listOverMonths = async (tx: Tx): Promise<string[]> =>
  (await tx.rows(OVER_MONTHS)).map((row) => row.name);
export const loadLogRights = (tx: Tx) => tx.one(RIGHTS);

// What PostgreSQL says about itself: who holds the log back, how many are connected, how it is set.
import { room, type Tx } from "../db/index.ts";

const { sql } = room("kernel");

export type Holder = {
  readonly pid: number | null;
  readonly application: string;
  readonly database: string;
  readonly state: string;
  readonly seconds: number;
};

// Oldest write transactions of the whole cluster, prepared ones too: each of them holds pg_snapshot_xmin back. Never the text
// of a query: it may quote a person.
const HOLDERS = sql<Holder>`
  select pid, application, database, state, seconds::float8 from (
    select a.pid, coalesce(a.application_name, '') as application, coalesce(a.datname, '') as database, coalesce(a.state, '') as state,
      greatest(0, extract(epoch from clock_timestamp() - a.xact_start)) as seconds, age(a.backend_xid) as old
    from pg_catalog.pg_stat_activity a where a.backend_xid is not null and a.pid <> pg_backend_pid()
    union all
    select null, 'prepared transaction', p.database, 'prepared', greatest(0, extract(epoch from clock_timestamp() - p.prepared)), age(p.transaction)
    from pg_catalog.pg_prepared_xacts p) as held
  where seconds is not null order by old desc, seconds desc limit $1`;

const CONNECTIONS = sql<{ used: number; most: number }>`
  select count(*)::int as used, current_setting('max_connections')::int as most
  from pg_catalog.pg_stat_activity where backend_type = 'client backend'`;

/** Write transactions that are open now, oldest first. */
export const listHolders = (tx: Tx, most: number): Promise<Holder[]> => tx.rows(HOLDERS, [most]);
/** Connections of everybody to this PostgreSQL, and how many it allows. */
export const countConnections = (tx: Tx) => tx.one(CONNECTIONS);

export type ServerSettings = {
  readonly version: number;
  readonly version_text: string;
  readonly encoding: string;
  readonly collation: string;
  readonly ctype: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly bytes: number;
  readonly clock: Date;
  readonly ours: boolean;
};

const SETTINGS = sql<ServerSettings>`
  select current_setting('server_version_num')::int as version, current_setting('server_version') as version_text,
    pg_encoding_to_char(d.encoding) as encoding, d.datcollate as collation, d.datctype as ctype,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes, pg_database_size(d.oid) as bytes, clock_timestamp() as clock,
    to_regclass('kernel.migrations') is not null as ours
  from pg_catalog.pg_database d where d.datname = current_database()`;
const APPLIED = sql<{ room: string; name: string }>`select room, name from kernel.migrations`;

/** How this PostgreSQL is set, and what time it has. */
export const loadServerSettings = (tx: Tx) => tx.one(SETTINGS);
/** Migrations that were applied to a database of ours. */
export const listAppliedMigrations = (tx: Tx) => tx.rows(APPLIED);

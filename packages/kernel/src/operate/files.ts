// Files of PostgreSQL written anew, without what was erased: a row that is removed leaves its bytes in the page, in the indexes, in
// the statistics and in the write-ahead log. On a connection of its own: these statements stand outside transactions.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { LogRights } from "./files.store.ts";
import { codeOf, LOCK_WAIT_MS, whenFree } from "./free.ts";

const NOT_ALLOWED = "42501";

export async function prepareRewrites(client: pg.Client): Promise<void> {
  await client.query(
    `set lock_timeout = ${LOCK_WAIT_MS}; set statement_timeout = 0; set vacuum_cost_delay = 0`,
  );
}

/**
 * Writes a table, its indexes and its long values into new files, and learns its statistics anew; the old files go. While it does,
 * nobody uses the table: for small ones. `name` is quoted by the catalog. False when the table was not free.
 */
export async function rewriteTable(client: pg.Client, name: string): Promise<boolean> {
  const began = performance.now();
  const done = await whenFree(() => client.query(`vacuum (full, analyze) ${name}`));
  await sleep(performance.now() - began); // half of the time is everybody else's
  return done;
}

// An empty table is not learned anew: the statistics of what it held would stay.
const EMPTY = `
  from pg_catalog.pg_class t join pg_catalog.pg_namespace n on n.oid = t.relnamespace
  where t.reltuples = 0 and t.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'`;
const FORGET = `
  delete from pg_catalog.pg_statistic s where s.starelid in (
    select unnest(array_append(array(select i.indexrelid from pg_catalog.pg_index i where i.indrelid = t.oid), t.oid)) ${EMPTY})`;
const CLEAR = `
  select pg_catalog.pg_clear_attribute_stats(s.schemaname, s.tablename, s.attname, s.inherited)
  from pg_catalog.pg_stats s where (s.schemaname, s.tablename) in (select n.nspname, t.relname ${EMPTY})`;
const WITH_CLEAR = 180_000;

/** The statistics hold the commonest values as they are. False when this program may not write their files anew. */
export async function rewriteStatistics(
  client: pg.Client,
  rights: LogRights,
  overMonths: readonly string[],
): Promise<"done" | "not_free" | "not_allowed"> {
  const tables = ["pg_catalog.pg_statistic", "pg_catalog.pg_statistic_ext_data"];
  if (!rights.superuser && rights.version < WITH_CLEAR) return "not_allowed";
  try {
    const learn = () => client.query(`analyze ${overMonths.join(", ")}`);
    if (overMonths.length > 0 && !(await whenFree(learn))) return "not_free";
    await client.query(rights.superuser ? FORGET : CLEAR);
    for (const table of tables)
      if (!(await whenFree(() => client.query(`vacuum (full) ${table}`)))) return "not_free";
    return "done";
  } catch (error) {
    if (codeOf(error) === NOT_ALLOWED) return "not_allowed";
    throw error;
  }
}

const MOST_TURNS = 64;
const CHECKPOINT_EVERY = 8;
const SEGMENT = "^[0-9A-F]{24}$";
const NEWEST = `select max(name) as name from pg_catalog.pg_ls_waldir() where name ~ '${SEGMENT}'`;
const OLDER = `select count(*)::int as n from pg_catalog.pg_ls_waldir() where name ~ '${SEGMENT}' and name < $1`;
const CURRENT = "select pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()) as name";

/**
 * Begins a segment of the log that is newer than every file of it that is there now, and makes the checkpoint after which the
 * older ones go. Files that lie ready with old content are gone through too. True when none of before is left.
 */
export async function turnLog(client: pg.Client): Promise<boolean> {
  const named = async (text: string): Promise<string> =>
    (await client.query<{ name: string }>(text)).rows[0]?.name ?? "";
  const until = await named(NEWEST);
  let current = await named(CURRENT);
  for (let turn = 1; current <= until && turn <= MOST_TURNS; turn++) {
    await client.query("select pg_catalog.pg_logical_emit_message(false, 'somlos', 'turn')");
    await client.query("select pg_catalog.pg_switch_wal()");
    if (turn % CHECKPOINT_EVERY === 0) await client.query("checkpoint");
    current = await named(CURRENT);
  }
  await client.query("checkpoint");
  await client.query("checkpoint"); // the files from before the one before it
  const { rows } = await client.query<{ n: number }>(OLDER, [current]);
  return current > until && rows[0]?.n === 0;
}

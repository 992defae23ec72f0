// How connections to PostgreSQL are set, and how a transaction begins on one.
import pg from "pg";
import { clockOffsetMs, moveClock } from "../clock/index.ts";

pg.types.setTypeParser(20, Number); // int8: ours stay below 2^53

// One plan a statement and connection: ours are written for their indexes, and planning over the months of the log costs more
// than running. A month without rows must not be read whole: that would hide the order of the index from the months beside it.
const SESSION = [
  "set timezone = 'UTC'",
  "set jit = off",
  "set idle_in_transaction_session_timeout = '60s'",
  "set plan_cache_mode = force_generic_plan",
  "set enable_seqscan = off",
  "set random_page_cost = 1.1",
].join("; ");

/** PostgreSQL 17 and later end the transaction as a whole; earlier ones each statement of it, and the silence between them. */
export const limitTo =
  (ms: number) =>
  (local: boolean): string =>
    `set_config(case when current_setting('transaction_timeout', true) is null then 'statement_timeout' else 'transaction_timeout' end, '${ms}', ${local}), set_config('idle_in_transaction_session_timeout', '${ms}', ${local})`;

export function openPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...settings, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 });
  pool.on("connect", (client) => {
    client.on("error", () => undefined); // a connection that breaks in use: the next query on it fails and says so
    void client.query(SESSION).catch(() => undefined);
  });
  pool.on("error", () => undefined); // an idle connection that broke is replaced at the next use
  return pool;
}

export async function connect(settings: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(settings);
  client.on("error", () => undefined); // the next query on it fails and says so
  await client.connect();
  await client.query(SESSION);
  return client;
}

let ahead = "";
/** From now on every work of this process takes the shared clock of a test installation (SOMLOS_TEST_CLOCK=1). */
export function shareClock(): void {
  ahead = ", (select offset_ms from kernel.test_clock) as ahead";
}

/** Opens a transaction and asks its time, in one round trip. */
export async function begin(client: pg.ClientBase, how: string, more = ""): Promise<Date> {
  const answers = (await client.query(`${how}; select now() as now${ahead}${more}`)) as unknown as {
    rows: { now: Date; ahead?: number | null }[];
  }[];
  const told = answers[1]?.rows[0];
  if (told === undefined) throw new Error("the database did not tell the time");
  // A test installation's clock may have been moved by another process.
  if (told.ahead !== undefined && told.ahead !== null) moveClock(told.ahead);
  return new Date(told.now.getTime() + clockOffsetMs());
}

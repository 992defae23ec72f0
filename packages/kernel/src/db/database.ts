// The one way to PostgreSQL: transactions as works, reads without one, retries where the database asks for it.
import { Refusal } from "@somlos/contract";
import pg from "pg";
import { clockOffsetMs } from "../clock/index.ts";
import { type Tx, txOn } from "./tx.ts";
import type { Actor, Recorded, Work } from "./work.ts";

pg.types.setTypeParser(20, Number); // int8: ours stay below 2^53

export type Recorder = (tx: Tx, events: readonly Recorded[], now: Date) => Promise<void>;
export type Database = {
  readonly url: string;
  /** One transaction, tried again when the database found a deadlock or a serialization failure. */
  work<T>(actor: Actor, act: (work: Work) => Promise<T>): Promise<T>;
  /** Reads in one snapshot, with the time of it. */
  read<T>(look: (tx: Tx, now: Date) => Promise<T>): Promise<T>;
  /** A connection of one's own: migrations, COPY, the group commit's lines. The caller closes it. */
  connect(): Promise<pg.Client>;
  /** How `record`ed events reach the log: set once by the server, since the log is a room's. */
  recordWith(recorder: Recorder): void;
  runWork<T>(client: pg.ClientBase, actor: Actor, act: (work: Work) => Promise<T>): Promise<T>;
  waiting(): number;
  close(): Promise<void>;
};

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";
const AGAIN = new Set(["40001", "40P01"]);
const TRIES = 8;
const AWAY = /^(08|57P|53)/;
/** PostgreSQL ended the transaction because it took too long; the connection is gone with it, or the statement. */
const TOO_LONG = new Set(["25P04", "25P03", "57014"]);
export const isTooLong = (error: unknown): boolean => TOO_LONG.has(codeOf(error));
export const isDatabaseAway = (error: unknown): boolean =>
  AWAY.test(codeOf(error)) ||
  /^E(CONN|PIPE|TIMEDOUT|HOST)|Connection terminated|connection error and is not queryable|timeout exceeded/.test(
    `${codeOf(error)}${(error as Error | null)?.message ?? ""}`,
  );

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

/** No write transaction of ours lasts longer: while one is open, the readers of the log stand still (docs/operate.md). */
const MOST_WRITE_MS = 5000;

export type DatabaseOptions = {
  /** Connections at most. */
  readonly most?: number;
  /** When PostgreSQL ends a write transaction of ours. */
  readonly mostWriteMs?: number;
};

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  let recorder: Recorder = async (_tx, events) => {
    if (events.length > 0) throw new Error("no log to record to");
  };
  const limit = limitTo(options.mostWriteMs ?? MOST_WRITE_MS);
  const settings = { connectionString: url, application_name: "somlos", keepAlive: true };
  const pool = new pg.Pool({
    ...settings,
    max: options.most ?? 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on("connect", (client) => {
    client.on("error", () => undefined); // a connection that breaks in use: the next query on it fails and says so
    void client.query(SESSION).catch(() => undefined);
  });
  pool.on("error", () => undefined); // an idle connection that broke is replaced at the next use

  async function once<T>(client: pg.ClientBase, actor: Actor, act: (work: Work) => Promise<T>): Promise<T> {
    const now = await begin(client, "begin", limit);
    const recorded: Recorded[] = [];
    const tx = txOn(client);
    const answer = await act({ tx, now, actor, record: (event) => void recorded.push(event) });
    if (recorded.length > 0) await recorder(tx, recorded, now);
    await client.query("commit");
    return answer;
  }

  async function runWork<T>(
    client: pg.ClientBase,
    actor: Actor,
    act: (work: Work) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(client, actor, act);
      } catch (error) {
        await client.query("rollback").catch(() => undefined);
        if (!AGAIN.has(codeOf(error)) || tries === TRIES) throw error;
      }
    }
  }

  async function withClient<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw isDatabaseAway(error) ? new Refusal("database.away", undefined, 2) : error;
    });
    let broken: Error | undefined;
    try {
      return await use(client);
    } catch (error) {
      if (isTooLong(error)) broken = error as Error;
      if (!isDatabaseAway(error)) throw error;
      broken = error as Error;
      throw new Refusal("database.away", undefined, 2);
    } finally {
      client.release(broken);
    }
  }

  return {
    url,
    work: (actor, act) => withClient((client) => runWork(client, actor, act)),
    read: (look) =>
      withClient(async (client) => {
        const now = await begin(client, "begin isolation level repeatable read read only");
        try {
          return await look(txOn(client), now);
        } finally {
          await client.query("rollback");
        }
      }),
    async connect() {
      const client = new pg.Client(settings);
      client.on("error", () => undefined); // the next query on it fails and says so
      await client.connect();
      await client.query(SESSION);
      return client;
    },
    recordWith(chosen) {
      recorder = chosen;
    },
    runWork,
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  };
}

/** PostgreSQL 17 and later end the transaction as a whole; earlier ones each statement of it, and the silence between them. */
const limitTo = (ms: number): string =>
  `, set_config(case when current_setting('transaction_timeout', true) is null then 'statement_timeout' else 'transaction_timeout' end, '${ms}', true), set_config('idle_in_transaction_session_timeout', '${ms}', true)`;

/** Opens a transaction and asks its time, in one round trip. */
async function begin(client: pg.ClientBase, how: string, more = ""): Promise<Date> {
  const answers = (await client.query(`${how}; select now() as now${more}`)) as unknown as {
    rows: { now: Date }[];
  }[];
  const now = answers[1]?.rows[0]?.now;
  if (now === undefined) throw new Error("the database did not tell the time");
  return new Date(now.getTime() + clockOffsetMs());
}

// The one way to PostgreSQL: transactions as works, reads without one, retries where the database asks for it.
import { Refusal } from "@somlos/contract";
import type pg from "pg";
import { begin, connect, limitTo, openPool } from "./connections.ts";
import { type Tx, txOn } from "./tx.ts";
import type { Actor, Recorded, Work } from "./work.ts";

export type Recorder = (tx: Tx, events: readonly Recorded[], now: Date) => Promise<void>;
export type Database = {
  readonly url: string;
  /** One transaction, tried again when the database found a deadlock or a serialization failure. */
  work<T>(actor: Actor, act: (work: Work) => Promise<T>): Promise<T>;
  /** Reads in one snapshot, with the time of it. */
  read<T>(look: (tx: Tx, now: Date) => Promise<T>): Promise<T>;
  /** Reads in one snapshot whatever its time: the first question leaves together with the begin. */
  snapshot<T>(look: (tx: Tx) => Promise<T>): Promise<T>;
  /** A connection of one's own: migrations, COPY. The caller closes it. */
  connect(): Promise<pg.Client>;
  /** One for the group commit: statements leave without waiting for the answers to those before. The caller closes it. */
  connectLine(): Promise<pg.Client>;
  /** How `record`ed events reach the log: set once by the server, since the log is a room's. */
  recordWith(recorder: Recorder): void;
  /**
   * A work on a line. `first` leaves together with the begin: it needs neither the time nor an answer. A begin fails only
   * with its connection, and then nothing behind it is heard either.
   */
  runWork<T, F>(
    client: pg.ClientBase,
    actor: Actor,
    first: (tx: Tx) => Promise<F>,
    act: (work: Work, first: F) => Promise<T>,
  ): Promise<T>;
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
  const pool = openPool({ ...settings, pipeline: true, max: options.most ?? 16 });

  async function once<T, F>(
    client: pg.ClientBase,
    actor: Actor,
    first: (tx: Tx) => Promise<F>,
    act: (work: Work, first: F) => Promise<T>,
    more: string,
  ): Promise<T> {
    const recorded: Recorded[] = [];
    const tx = txOn(client);
    try {
      const [now, opened] = await tx.together(() => Promise.all([begin(client, "begin", more), first(tx)]));
      const answer = await act({ tx, now, actor, record: (event) => void recorded.push(event) }, opened);
      if (recorded.length > 0) await recorder(tx, recorded, now);
      // A commit after a failure answers "rolled back" and no error: what was sent must have come to pass too.
      const committed = client.query("commit");
      await Promise.all([tx.settled(), committed]);
      return answer;
    } catch (error) {
      await tx.settled().catch(() => undefined);
      throw tx.cause(error);
    }
  }

  function runWork<T, F>(
    client: pg.ClientBase,
    actor: Actor,
    first: (tx: Tx) => Promise<F>,
    act: (work: Work, first: F) => Promise<T>,
    more = "",
  ): Promise<T> {
    return retrying(client, () => once(client, actor, first, act, more));
  }

  const withClient = lender(pool);

  return {
    url,
    work: (actor, act) => withClient((client) => runWork(client, actor, nothing, act, `, ${limit(true)}`)),
    ...reads(withClient),
    connect: () => connect(settings),
    async connectLine() {
      const client = await connect({ ...settings, pipeline: true });
      await client.query(`select ${limit(false)}`); // all it does is write
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

type Lender = <T>(use: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

/** Lends a connection of the pool; one that broke does not come back. */
function lender(pool: pg.Pool): Lender {
  return async (use) => {
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
  };
}

/** Works that change nothing. */
const reads = (withClient: Lender): Pick<Database, "read" | "snapshot"> => ({
  read: (look) =>
    withClient((client) =>
      ended(client, async () => {
        const now = await begin(client, READ_ONLY);
        return look(txOn(client), now);
      }),
    ),
  snapshot: (look) =>
    withClient((client) =>
      ended(client, async () => {
        const tx = txOn(client);
        const [, found] = await tx.together(() => Promise.all([begin(client, READ_ONLY), look(tx)]));
        return found;
      }),
    ),
});

const READ_ONLY = "begin isolation level repeatable read read only";

/** What was only looked at is let go of; whoever uses the connection next stands behind the rollback. */
async function ended<T>(client: pg.ClientBase, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } finally {
    client.query("rollback").catch(() => undefined);
  }
}

const nothing = async (): Promise<undefined> => undefined;

/** Again, when the database found a deadlock or a serialization failure. */
async function retrying<T>(client: pg.ClientBase, act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      if (!AGAIN.has(codeOf(error)) || tries === TRIES) throw error;
    }
  }
}

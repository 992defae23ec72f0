// What the tests of this room share: a database of their own, and events told in shop words.
import type { Database, Recorded, Statement, Tx, Work } from "@somlos/kernel/db";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { testDatabase } from "@somlos/kernel/testing";
import type { Identifier, Told } from "../../events/index.ts";
import { findPerson, homesOf, loadPerson } from "../index.ts";
import { openRecognise, type RecogniseOptions } from "../recognise.actions.ts";
import { identifier } from "./histories.ts";

const actor = { kind: "system", id: "test" } as const;

/** Counts what is asked of the database. */
function counting(tx: Tx): { tx: Tx; asked: () => number } {
  let asked = 0;
  const count =
    <A extends unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      asked++;
      return ask(...args);
    };
  return {
    tx: {
      rows: count(tx.rows),
      maybe: count(tx.maybe),
      one: count(tx.one),
      run: count(tx.run),
      send: count(tx.send),
      together: tx.together,
    } as Tx,
    asked: () => asked,
  };
}

/** Rows of this room's tables that the session has read and written and not yet reported. */
const rowsHere: Statement<{ read: number; written: number }> = {
  room: "identity",
  name: "rows_here",
  text: `select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::float8 as read,
    coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::float8 as written from pg_stat_xact_user_tables where schemaname = 'identity'`,
};

let next = 0;
export type Wish = Partial<Pick<Told, "at" | "trust" | "says">> & {
  device?: string;
  login?: string;
  ids?: Partial<Record<Identifier["kind"], string>>;
};

const idsOf = (ids: Wish["ids"]): readonly Identifier[] =>
  Object.entries(ids ?? {}).map(([kind, value]) => identifier(kind as Identifier["kind"], value));

function subjectOf(device?: Identifier, login?: Identifier, id?: Identifier): string {
  if (device !== undefined) return fingerprint("stream", device.fp + (login?.fp ?? ""));
  const subject = (login ?? id)?.fp;
  if (subject === undefined) throw new Error("an event of nobody");
  return subject;
}

/** An event. Proven, at a time of its own after the one before, unless said otherwise. */
export function tell(wish: Wish): Told {
  const n = ++next;
  const device = wish.device === undefined ? undefined : identifier("visitor", wish.device);
  const login = wish.login === undefined ? undefined : identifier("login", wish.login);
  const { at = 1_760_000_000_000 + n * 1000, trust = "proven", says = "none" } = wish;
  const ids = idsOf(wish.ids);
  const key = fingerprint("told", String(n));
  const subject = subjectOf(device, login, ids[0]);
  return {
    key,
    at,
    trust,
    sourceId: 1,
    subject,
    says,
    ids,
    ...(device && { device }),
    ...(login && { login }),
  };
}

export async function openHouse(options: RecogniseOptions = {}) {
  const test = await testDatabase();
  const db: Database = test.db;
  const recorded: Recorded[] = [];
  db.recordWith(async (_tx, events) => void recorded.push(...events));
  let recognise = openRecognise(options);
  async function hear(told: readonly Told[]): Promise<{ asked: number; read: number; written: number }> {
    const cost = { asked: 0, read: 0, written: 0 };
    const { committed } = await db.work(actor, async (work: Work) => {
      const counted = counting(work.tx);
      const before = await work.tx.one(rowsHere);
      const answer = await recognise.learn({ ...work, tx: counted.tx, record: (e) => work.record(e) }, told);
      cost.asked = counted.asked();
      const after = await work.tx.one(rowsHere);
      cost.read = after.read - before.read;
      cost.written = after.written - before.written;
      return answer;
    });
    committed();
    return cost;
  }
  return {
    db,
    recorded,
    drop: test.drop,
    /** Another process, or this one started again: the same tables, no memory. */
    forget: () => {
      recognise = openRecognise(options);
    },
    /** Takes a batch in; gives how many statements it cost. */
    hear: async (...told: Told[]): Promise<number> => (await hear(told)).asked,
    /** The same; gives how many rows were written. */
    written: async (...told: Told[]): Promise<number> => (await hear(told)).written,
    /** The same; gives how many rows were read. */
    read: async (...told: Told[]): Promise<number> => (await hear(told)).read,
    /** Takes a batch in, and loses the connection before the commit. */
    fail: (...told: Told[]): Promise<void> =>
      db.work(actor, async (work) => {
        await recognise.learn(work, told);
        throw new Error("the line broke");
      }),
    who: (kind: Identifier["kind"], value: string) =>
      db.read((tx) => findPerson(tx, identifier(kind, value))),
    load: (id: string) => db.read((tx) => loadPerson(tx, id)),
    homes: (...told: Told[]) =>
      db.read((tx) =>
        homesOf(
          tx,
          told.map((e) => ({ subject: uuidOf(e.subject), at: new Date(e.at), key: uuidOf(e.key) })),
        ),
      ),
    async query<Row>(text: string): Promise<Row[]> {
      const client = await db.connect();
      try {
        return (await client.query(text)).rows as Row[];
      } finally {
        await client.end();
      }
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

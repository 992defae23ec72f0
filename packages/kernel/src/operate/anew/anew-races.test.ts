// While a table is written anew people read and write it, and sometimes it is cut short: nothing is lost, nothing is there twice, and
// nobody hears an error.

import { stdout } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database, Statement } from "../../db/index.ts";
import { type TestDatabase, testDatabase } from "../../testing/index.ts";
import { FIXTURE, fileOf, leftovers, lookOf } from "./anew.fixture.ts";
import { writeAnew } from "./anew.ts";

type Client = Awaited<ReturnType<Database["connect"]>>;
const SYSTEM = { kind: "system", id: "test" } as const;
const ODD = 'anew_shop."Odd people"';
// Prepared once a connection, as all of ours are.
const WRITE: Statement = {
  room: "kernel",
  name: "anew.write",
  text: `insert into ${ODD} (house, mail, age) values (1, $1, 0)`,
};
const SAY: Statement = {
  room: "kernel",
  name: "anew.say",
  text: "insert into anew_shop.log values ($1::bigint, '2026-11-15'::timestamptz + $1::bigint * interval '1 ms', $2::text)",
};
const CHANGE: Statement = {
  room: "kernel",
  name: "anew.change",
  text: `update ${ODD} set age = $2, mail = mail || '.' where mail = $1`,
};
const REMOVE: Statement = { room: "kernel", name: "anew.remove", text: `delete from ${ODD} where mail = $1` };
const PEOPLE: Statement<{ n: number; ids: number; last: number }> = {
  room: "kernel",
  name: "anew.people",
  text: `select count(*)::int as n, count(distinct id)::int as ids, count(*) filter (where mail = $1)::int as last from ${ODD}`,
};
const LOG: Statement<{ n: number }> = {
  room: "kernel",
  name: "anew.log",
  text: "select count(*)::int as n from anew_shop.log where said = $1",
};
let database: TestDatabase;
let db: Database;
let ask: Client;

beforeAll(async () => {
  database = await testDatabase({ most: 16 });
  db = database.db;
  ask = await db.connect();
  await ask.query(FIXTURE);
});
afterAll(async () => {
  await ask?.end();
  await database?.drop();
});

async function withTwo<T>(act: (own: Client, second: Client) => Promise<T>): Promise<T> {
  const [own, second] = [await db.connect(), await db.connect()];
  try {
    return await act(own, second);
  } finally {
    await own.end();
    await second.end();
  }
}

/** Four who write, two who read, until told; what they were answered, and the longest that one of them waited. */
function crowd(which: number) {
  const told = {
    over: false,
    written: new Set<string>(),
    lasting: [] as string[],
    removed: new Set<string>(),
    changed: new Map<string, number>(),
    longestMs: 0,
    reads: 0,
    wrong: [] as string[],
  };
  const timed = async (act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    told.longestMs = Math.max(told.longestMs, performance.now() - began);
  };
  const change = async (mail: string, i: number) => {
    await timed(() => db.work(SYSTEM, ({ tx }) => tx.run(CHANGE, [mail, i])));
    told.written.delete(mail);
    told.written.add(`${mail}.`);
    told.changed.set(`${mail}.`, i);
  };
  const remove = async (mail: string) => {
    await timed(() => db.work(SYSTEM, ({ tx }) => tx.run(REMOVE, [mail])));
    told.written.delete(mail);
    told.removed.add(mail);
  };
  const writer = async (who: number) => {
    for (let i = 0; !told.over; i++) {
      const mail = `w${which}-${who}-${i}@exempel.se`;
      await timed(() =>
        db.work(SYSTEM, async ({ tx }) => {
          await tx.run(WRITE, [mail]);
          await tx.run(SAY, [which * 10_000_000 + who * 1_000_000 + i, mail]);
        }),
      );
      told.written.add(mail);
      if (i % 3 === 0) await change(mail, i);
      else if (i % 7 === 1) await remove(mail);
      else told.lasting.push(mail);
    }
  };
  // What was answered before a reader began, the reader sees: in one snapshot, and the table and the log alike.
  const reader = async (who: number) => {
    for (let i = 0; !told.over; i++) {
      const last = told.lasting.at(-1 - (i % 5));
      const [people, log] = await db.read(async (tx) => {
        await sleep(i % 4);
        return [await tx.one(PEOPLE, [last ?? ""]), await tx.one(LOG, [last ?? ""])] as const;
      });
      told.reads++;
      if (people.n !== people.ids || people.n < 4000)
        told.wrong.push(`${who}: ${people.n} rows, ${people.ids} ids`);
      if (last !== undefined && (people.last !== 1 || log.n !== 1))
        told.wrong.push(`${who}: ${last} is there ${people.last} times, in the log ${log.n} times`);
    }
  };
  const all = Promise.all([...[1, 2, 3, 4].map(writer), ...[1, 2].map(reader)]);
  all.catch(() => undefined);
  return {
    told,
    async end() {
      told.over = true;
      await all;
      return told;
    },
  };
}

const mailsOf = async () =>
  (await ask.query<{ mail: string; age: number }>(`select mail, age from ${ODD} where mail ~ '^w'`)).rows;

it("four who write and two who read go on; what was answered is there once, and the copy is the table", async () => {
  const people = crowd(1);
  await sleep(300);
  const files = [await fileOf(ask, ODD), await fileOf(ask, "anew_shop.log_11")];
  const went: Awaited<ReturnType<typeof writeAnew>>[] = [];
  for (const place of [ODD, "anew_shop.log_11", ODD])
    went.push(await withTwo((own, second) => writeAnew(own, second, place)));
  await sleep(300);
  const told = await people.end();
  expect(went.map((one) => one.went)).toEqual(["done", "done", "done"]);
  expect(told.wrong).toEqual([]);
  const there = await mailsOf();
  expect(there.map((row) => row.mail).sort()).toEqual([...told.written].sort());
  for (const { mail, age } of there) expect(age).toBe(told.changed.get(mail) ?? 0);
  const { rows } = await ask.query(
    "select count(*)::int as n, count(distinct seq)::int as one from anew_shop.log where seq >= 1000000",
  );
  expect(rows[0]).toEqual({
    n: told.written.size + told.removed.size,
    one: told.written.size + told.removed.size,
  });
  expect(
    [await fileOf(ask, ODD), await fileOf(ask, "anew_shop.log_11")].filter((file) => files.includes(file)),
  ).toEqual([]);
  expect(told.longestMs).toBeLessThan(5000);
  const held = went.map((one) =>
    "writersHeldMs" in one ? `${Math.round(one.writersHeldMs)} ms at try ${one.tries}` : one.went,
  );
  stdout.write(
    `${told.written.size} written, ${told.reads} reads; writers were held ${held.join(", ")}; the longest write took ${Math.round(told.longestMs)} ms\n`,
  );
}, 180_000);

it("cut short anywhere the old one is in charge, and the next turn removes what is left and ends it", async () => {
  const before = await lookOf(ask, "anew_shop");
  const people = crowd(2);
  const file = await fileOf(ask, ODD);
  for (const cut of [0, 1, 4, 9]) {
    await withTwo(async (own, second) => {
      const pids = await Promise.all(
        [own, second].map(
          async (one) => (await one.query("select pg_backend_pid() as pid")).rows[0].pid as number,
        ),
      );
      let pages = 0;
      const pause = async () => {
        if (pages++ === cut)
          await ask.query("select pg_terminate_backend(pid) from unnest($1::int[]) as pid", [pids]);
        await sleep(20);
      };
      await expect(writeAnew(own, second, ODD, { pause, mostRows: 200 })).rejects.toThrow();
    });
    expect(await fileOf(ask, ODD)).toBe(file);
  }
  expect((await leftovers(ask)).length).toBeGreaterThan(0);
  expect(await withTwo((own, second) => writeAnew(own, second, ODD))).toMatchObject({ went: "done" });
  const told = await people.end();
  expect(told.wrong).toEqual([]);
  expect((await mailsOf()).filter(({ mail }) => told.removed.has(mail))).toEqual([]);
  for (const mail of told.written)
    expect((await ask.query(`select from ${ODD} where mail = $1`, [mail])).rowCount).toBe(1);
  expect(await leftovers(ask)).toEqual([]);
  const lasting = (look: Record<string, string>[]) => look.filter((line) => line["what"] !== "sequence");
  expect(lasting(await lookOf(ask, "anew_shop"))).toEqual(lasting(before));
}, 180_000);

it("who still looks with an old snapshot keeps the old table, and one at a time writes anew", async () => {
  const other = await db.connect();
  await other.query("begin isolation level repeatable read; select 1");
  const file = await fileOf(ask, ODD);
  expect(await withTwo((own, second) => writeAnew(own, second, ODD, { triedMs: 500 }))).toEqual({
    went: "not_free",
  });
  expect(await fileOf(ask, ODD)).toBe(file);
  expect((await other.query(`select count(*)::int as n from ${ODD}`)).rows[0].n).toBeGreaterThan(3999);
  await other.query("rollback; select pg_advisory_lock(7305014)");
  expect(await withTwo((own, second) => writeAnew(own, second, ODD))).toEqual({ went: "not_free" });
  await other.end();
  expect(await withTwo((own, second) => writeAnew(own, second, ODD, { freeBytes: 1000 }))).toEqual({
    went: "no_room",
  });
  await ask.query(`alter table ${ODD} enable row level security`);
  expect(await withTwo((own, second) => writeAnew(own, second, ODD))).toEqual({
    went: "unfit",
    why: ["row security"],
  });
  await ask.query(`alter table ${ODD} disable row level security`);
  const change = async () => void (await ask.query(`alter table ${ODD} add column if not exists more int`));
  expect(await withTwo((own, second) => writeAnew(own, second, ODD, { pause: change }))).toEqual({
    went: "changed",
  });
  expect(await leftovers(ask)).toEqual([]);
}, 120_000);

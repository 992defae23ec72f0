// A round on a real PostgreSQL: every table with something of people gets new files, and whoever uses one is not kept waiting.
import type { Database } from "@somlos/kernel/db";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { filesWait, purgeFiles } from "./purge.actions.ts";

let database: TestDatabase;
let db: Database;
let own: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  own = await db.connect();
});
afterAll(async () => {
  await own?.end();
  await database?.drop();
});

const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> =>
  (await own.query<Row>(text)).rows;
const files = async (): Promise<Map<string, string>> =>
  new Map(
    (
      await ask<{ name: string; file: string }>(
        `select c.oid::regclass::text as name, pg_relation_filepath(c.oid) as file from pg_class c
         where c.relkind in ('r', 'i', 't') and c.oid = any(array(
           select unnest(array[t.oid, t.reltoastrelid] || array(select indexrelid from pg_index where indrelid = t.oid))
           from pg_class t where t.relname in ('nodes', 'facts', 'parked', 'mails', 'pg_statistic') or t.relname ~ '^(log|bodies)_2')) order by 1`,
      )
    ).map((row) => [row.name, row.file]),
  );
const waiting = async () =>
  (await ask<{ waits: string | null }>("select waits from rights.rounds where ended_at is null"))[0]?.waits;

beforeEach(async () => {
  await own.query(`delete from rights.rounds; delete from rights.requests;
    insert into rights.requests (id, kind, state, by_kind, scope, language, asked_at, due_at, ended_at)
    values (gen_random_uuid(), 'erasure', 'done', 'journal', '{}', 'en', now(), now(), now() - interval '1 minute')`);
});

it("writes tables, months, indexes and long values into new files, and the erasure says when", async () => {
  const before = await files();
  expect(before.size).toBeGreaterThan(10);
  expect(await db.read(filesWait)).toBeGreaterThan(59);
  expect(await purgeFiles({ db })).toBe(true);
  const after = await files();
  expect([...after].filter(([name, file]) => before.get(name) === file)).toEqual([]);
  expect(await db.read(filesWait)).toBe(0);
  expect(await ask("select undone from rights.requests where files_at is not null")).toHaveLength(1);
  expect(await purgeFiles({ db })).toBe(false);
}, 60_000);

it("values of rows that are gone are no common values any more, in an empty table neither", async () => {
  await own.query(`insert into kernel.mails (id, key, purpose, language, to_address, has_one_time_link, message_id, state, created_at, due_at)
    select gen_random_uuid(), n::text, 'x', 'en', 'vanlig@exempel.se', false, n::text, 'outbox', now(), now() from generate_series(1, 50) n`);
  await own.query("analyze kernel.mails; delete from kernel.mails");
  const common = () => ask("select 1 from pg_stats where most_common_vals::text like '%vanlig@%'");
  expect(await common()).toHaveLength(2); // the table, and its index of lower-case addresses
  expect(await purgeFiles({ db })).toBe(true);
  expect(await common()).toEqual([]);
}, 60_000);

it("a table in use is left for the next time, what is done is not done again, and nobody waits long behind it", async () => {
  const other = await db.connect();
  await other.query("begin; lock table profiles.facts in access share mode");
  const longest = { ms: 0 };
  let over = false;
  const reader = (async () => {
    while (!over) {
      const began = performance.now();
      await ask("select count(*) from profiles.facts");
      longest.ms = Math.max(longest.ms, performance.now() - began);
    }
  })();
  expect(await purgeFiles({ db })).toBe(false);
  over = true;
  await reader;
  expect(await waiting()).toBe("in_use");
  expect(longest.ms).toBeLessThan(1000);
  const [done, facts] = [await files(), "profiles.facts"];
  await other.query("rollback");
  await other.end();
  expect(await purgeFiles({ db })).toBe(true);
  const then = await files();
  expect(then.get(facts)).not.toBe(done.get(facts));
  expect(then.get("identity.nodes")).toBe(done.get("identity.nodes"));
}, 60_000);

it("while somebody still sees the old rows nothing is written: it would carry them along", async () => {
  const other = await db.connect();
  await other.query("begin isolation level repeatable read; select count(*) from identity.nodes");
  const before = await files();
  expect(await purgeFiles({ db })).toBe(false);
  expect(await waiting()).toBe("seen");
  expect(await files()).toEqual(before);
  await other.query("rollback");
  await other.end();
}, 60_000);

it("a table over the limit is copied and swapped, in the same round, once", async () => {
  await own.query(
    `insert into events.bodies select 1000 + i, date_trunc('month', now()) + interval '1 day', repeat('x', 2000) from generate_series(1, 3000) i`,
  );
  await own.query(
    "insert into rights.files (name, touched_at) select format('events.bodies_%s', to_char(now(), 'YYYY_MM')), now() on conflict (name) do update set touched_at = now()",
  );
  const before = await files();
  const name =
    [...before.keys()].find(
      (one) => one === `events.bodies_${new Date().toISOString().slice(0, 7).replace("-", "_")}`,
    ) ?? "";
  const id = async () => (await ask<{ id: number }>(`select '${name}'::regclass::oid::int8 as id`))[0]?.id;
  const old = await id();
  expect(await purgeFiles({ db, smallBytes: 1_000_000 })).toBe(true);
  expect(await id()).not.toBe(old);
  expect((await files()).get(name)).not.toBe(before.get(name));
  expect(await ask(`select from ${name}`)).toHaveLength(3000);
  expect(await purgeFiles({ db, smallBytes: 1_000_000 })).toBe(false);
}, 60_000);

it("without room for the copy of a table it waits, and says so", async () => {
  await own.query("update rights.files set touched_at = now() where name ~ '^events.bodies_'");
  expect(await purgeFiles({ db, smallBytes: 1_000_000, freeBytes: async () => 1000 })).toBe(false);
  expect(await waiting()).toBe("no_room");
  expect(await purgeFiles({ db, smallBytes: 1_000_000 })).toBe(true);
}, 60_000);

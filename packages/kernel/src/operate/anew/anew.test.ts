// A table written anew while it is used is the same table: to the catalogue, to whoever reads and to whoever writes.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../db/index.ts";
import { type TestDatabase, testDatabase } from "../../testing/index.ts";
import { FIXTURE, fileOf, leftovers, lookOf } from "./anew.fixture.ts";
import { writeAnew } from "./anew.ts";
import { describe as describeTable } from "./describe.ts";

type Client = Awaited<ReturnType<Database["connect"]>>;
const ODD = 'anew_shop."Odd people"';
let database: TestDatabase;
let db: Database;
let own: Client;
let second: Client;
let ask: Client;

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  [own, second, ask] = [await db.connect(), await db.connect(), await db.connect()];
  await ask.query(FIXTURE);
  for (const role of ["anew_reads", "anew_gives"])
    await ask.query(
      `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    );
  await ask.query(
    `grant select on ${ODD} to anew_reads; grant update (age), insert on ${ODD} to anew_gives with grant option`,
  );
});
afterAll(async () => {
  for (const client of [own, second, ask]) await client?.end();
  await database?.drop();
});

const rowsOf = async (place: string) =>
  (
    await ask.query<{ rows: string }>(
      `select md5(string_agg(t::text, e'\\n' order by t::text)) as rows from ${place} t`,
    )
  ).rows[0]?.rows;

it.each([ODD, "anew_shop.houses", "anew_shop.keyless", "anew_shop.log_11", "anew_shop.tags_0"])(
  "%s has a new file, the same rows, and looks the same to the catalogue",
  async (place) => {
    await ask.query(
      "insert into anew_shop.log select i, '2026-11-01'::timestamptz + i * interval '1 minute', 'sagt ' || i from generate_series(1, 2000) i on conflict do nothing",
    );
    const [rows, look, file] = [
      await rowsOf(place),
      await lookOf(ask, "anew_shop"),
      await fileOf(ask, place),
    ];
    expect(look.length).toBeGreaterThan(60);
    expect(await writeAnew(own, second, place)).toMatchObject({ went: "done" });
    expect(await fileOf(ask, place)).not.toBe(file);
    expect(await rowsOf(place)).toBe(rows);
    const step = (line: Record<string, string>) =>
      line["what"] === "sequence" ? { ...line, said: String(Number(line["said"]) + 2) } : line;
    expect(await lookOf(ask, "anew_shop")).toEqual(look.map(step));
    expect(await leftovers(ask)).toEqual([]);
  },
  30_000,
);

it("every table of the real schema can be written anew so", async () => {
  await own.query("set search_path = ''");
  const { rows } = await own.query<{ place: string }>(
    "select c.oid::regclass::text as place from pg_class c where c.relkind = 'r' and c.relnamespace not in (select oid from pg_namespace where nspname ~ '^(pg_|information_|anew_)')",
  );
  expect(rows.length).toBeGreaterThan(100);
  const unfit: string[] = [];
  for (const { place } of rows) {
    const found = await describeTable(own, place);
    unfit.push(...(found?.unfit ?? ["none"]).map((why) => `${place}: ${why}`));
  }
  expect(unfit).toEqual([]);
});

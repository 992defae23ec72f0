import type { Database } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { homesOf, listPeople } from "../index.ts";
import { openRecognise } from "../recognise.actions.ts";
import { batches, portrait, retold, shortKey, small } from "./histories.ts";

/** `SOMLOS_LONG=1`: twenty times as many histories. */
const runs = (n: number): number => n * (process.env["SOMLOS_LONG"] === "1" ? 20 : 1);

let test1: TestDatabase;
let db: Database;
let client: Awaited<ReturnType<Database["connect"]>>;
beforeAll(async () => {
  test1 = await testDatabase();
  db = test1.db;
  client = await db.connect();
  db.recordWith(async () => undefined);
  await query(
    `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
  );
});
afterAll(async () => {
  await client.end();
  await test1.drop();
});

const actor = { kind: "system", id: "test" } as const;

const tables = ["nodes", "people", "claims", "lanes", "marks", "streams", "sightings"];
const empty = () => query(tables.map((table) => `delete from identity.${table};`).join(" "));

async function query<Row>(text: string): Promise<Row[]> {
  return (await client.query(text)).rows as Row[];
}

async function stored(told: readonly Told[]): Promise<string[]> {
  const ids = await query<{ id: string }>(
    "select distinct coalesce(p.id, n.id) as id from identity.nodes n left join identity.people p using (component)",
  );
  return db.read(async (tx) => {
    const homes = await homesOf(
      tx,
      told.map((e) => ({ subject: uuidOf(e.subject), at: new Date(e.at), key: uuidOf(e.key) })),
    );
    const events = Map.groupBy(
      told.map((e, i) => ({ key: shortKey(e.key), home: homes[i] })),
      (e) => e.home,
    );
    const people = new Map((await listPeople(tx, { ids: ids.map((row) => row.id) })).map((p) => [p.id, p]));
    return ids
      .map(({ id }) => ({
        values: (people.get(id)?.identifiers ?? []).filter((i) => i.kind !== "visitor").map((i) => i.value),
        keys: (events.get(id) ?? []).map((e) => e.key),
      }))
      .filter(({ values, keys }) => values.length + keys.length > 0)
      .map(({ values, keys }) => `${values.sort().join(" ")} | ${keys.sort().join(" ")}`)
      .sort();
  });
}

/** What stands on people's rows must be what their nodes say. */
async function inconsistencies(): Promise<unknown[]> {
  return query(`
    with said as (
      select component, min(id::text)::uuid as id, count(*) filter (where kind = 1) as logins, count(*) filter (where kind = 2) as club_cards,
        count(*) filter (where kind = 3) as emails, count(*) filter (where kind = 4) as phones, bool_or(proven) as proven
      from identity.nodes where component is not null group by 1)
    select 'row' as what, to_jsonb(s) as is, to_jsonb(p) as should from said s full join identity.people p on p.component = s.component
    where (s.id, s.logins, s.club_cards, s.emails, s.phones, s.proven) is distinct from (p.id, p.logins, p.club_cards, p.emails, p.phones, p.proven)
    union all
    select 'given', to_jsonb(n), null from identity.nodes n
    left join identity.people p on p.component = n.component where coalesce(p.id, n.id) = n.id and not n.given
    union all
    select 'leaf', to_jsonb(n), null from identity.nodes n where n.leaf and (
      exists (select 1 from identity.claims c where c.a = n.fp) or exists (select 1 from identity.claims c where c.b = n.fp and not c.leaf)
      or (select count(distinct c.a) from identity.claims c where c.b = n.fp) <> 1)
    union all
    select 'not leaf', to_jsonb(c), null from identity.claims c join identity.nodes n on n.fp = c.b where c.leaf and not n.leaf
`);
}

async function write(list: readonly Told[][], writers: number): Promise<void> {
  const queue = [...list];
  const recognise = openRecognise({ settings: small, remember: 40 });
  const one = async () => {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
      const told = batch;
      const { committed } = await db.work(actor, (work) => recognise.learn(work, told));
      committed();
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
}

for (const writers of [1, 4])
  test(`${writers} writers hear the same events in any order and batches, and tell the same people apart`, async () => {
    await fc.assert(
      fc.asyncProperty(retold(30), async ({ told, heard, sizes }) => {
        await empty();
        await write(batches({ heard, sizes }), writers);
        expect(await stored(told)).toEqual(portrait(told));
        expect(await inconsistencies()).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  }, 3_600_000);

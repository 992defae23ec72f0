// One huge person, one value that thousands share: nobody else may notice, and they themselves only a little.
import { fingerprintOf } from "@somlos/kernel/ids";
import { fingerprints, listStatements } from "@somlos/kernel/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/told.rules.ts";
import { type House, openHouse, tell } from "./house.ts";

const many = process.env["SOMLOS_LONG"] === "1" ? 100_000 : 3000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
  const fill = async (make: (n: number) => Told) => {
    for (let i = 0; i < many; i += 1000) await house.hear(...Array.from({ length: 1000 }, (_, k) => make(i + k)));
  };
  await fill((n) => tell({ login: "desk", ids: { order: `o${n}` } }));
  await fill((n) => tell({ login: `m${n}`, ids: { email: "info@shop.se" } }));
}, 3_600_000);
afterAll(() => house.drop());

/** How many rows of a table are read while something happens. */
async function rowsRead(happen: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    await house.query("select pg_stat_clear_snapshot()");
    const [row] = await house.query<{ n: number }>(
      "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as n from pg_stat_user_tables where schemaname = 'identity'",
    );
    return row?.n ?? 0;
  };
  const settle = () => house.query("select pg_sleep(1.2)"); // sessions tell what they read once a second
  await house.hear(tell({ login: "warm", ids: { email: `warm${Math.random()}@shop.se` } }));
  await settle();
  const before = await read();
  await happen();
  await settle();
  await house.hear(tell({ login: "warm" }));
  await house.db.read(async () => undefined);
  await settle();
  return (await read()) - before;
}

test("everything that comes to a login with thousands of orders reads a handful of rows", async () => {
  const read = await rowsRead(async () => {
    await house.hear(tell({ login: "desk", ids: { order: "another" } }));
    await house.hear(...[1, 2, 3, 4, 5, 6].map((n) => tell({ login: "desk", ids: { email: `desk${n}@shop.se` } })));
    await house.hear(tell({ login: "desk", at: 7, ids: { email: "early@shop.se" } })); // pushes another address out
    await house.hear(tell({ login: "visitor", ids: { order: "o5" } })); // an order of two logins says nothing any more
  });
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(500);
  expect(await house.who("order", "o7")).toBe(await house.who("login", "desk"));
  expect(await house.who("email", "early@shop.se")).toBe(await house.who("login", "desk"));
  expect(await house.who("order", "o5")).not.toBe(await house.who("login", "desk"));
});

test("a customer more at an address that thousands share reads a handful of rows, and joins nobody", async () => {
  const read = await rowsRead(async () => {
    await house.hear(tell({ login: "late", ids: { email: "info@shop.se" } }));
    await house.hear(tell({ login: "early", at: 5, ids: { email: "info@shop.se" } }));
  });
  expect(read).toBeLessThan(200);
  expect(await house.who("login", "late")).not.toBe(await house.who("login", "early"));
});

test("the claims at a shared address are found by the index that knows their kinds, without statistics too", async () => {
  const counting = listStatements().find((s) => s.room === "identity" && s.text.includes("count(distinct"));
  const [hub] = await house.query<{ fp: string }>("select fp from identity.nodes where value = 'info@shop.se'");
  const client = await house.db.connect();
  try {
    await client.query("set plan_cache_mode = force_generic_plan");
    const plan = await client.query(`explain (analyze, format json) ${counting?.text ?? ""}`, [
      fingerprints([fingerprintOf(hub?.fp ?? "")]),
      "{1}",
      "{3}",
    ]);
    const text = JSON.stringify(plan.rows);
    expect(text).toContain("claims_by_b");
    expect(text).not.toContain('"Seq Scan"');
  } finally {
    await client.end();
  }
});

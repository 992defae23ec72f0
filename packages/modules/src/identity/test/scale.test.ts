// One huge person, one value that thousands share: nobody else may notice, and they themselves only a little.

import { fingerprints, listStatements } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { type House, openHouse, tell } from "./house.ts";

const many = process.env["SOMLOS_LONG"] === "1" ? 100_000 : 3000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
  const fill = async (make: (n: number) => Told) => {
    for (let i = 0; i < many; i += 1000)
      await house.hear(...Array.from({ length: 1000 }, (_, k) => make(i + k)));
  };
  await fill((n) => tell({ login: "desk", ids: { order: `o${n}` } }));
  await fill((n) => tell({ login: `m${n}`, ids: { email: "kassan@shop.se" } }));
  // As autovacuum leaves it within a minute: which plans come without any statistics is chance on a busy machine.
  await house.query("analyze");
}, 3_600_000);
afterAll(() => house.drop());

test("whatever comes to a login with thousands of orders reads a handful of rows", async () => {
  expect(await house.read(tell({ login: "desk", ids: { order: "another" } }))).toBeLessThan(50);
  const addresses = [1, 2, 3, 4, 5, 6].map((n) =>
    tell({ login: "desk", ids: { email: `desk${n}@shop.se` } }),
  );
  expect(await house.read(...addresses)).toBeLessThan(100);
  // Pushes another address out: the whole person runs again.
  const early = await house.read(tell({ login: "desk", at: 7, ids: { email: "early@shop.se" } }));
  expect(early).toBeGreaterThan(5);
  expect(early).toBeLessThan(150);
  // An order of two logins says nothing any more.
  expect(await house.read(tell({ login: "visitor", ids: { order: "o5" } }))).toBeLessThan(150);
  const desk = await house.who("login", "desk");
  expect(await house.who("order", "o7")).toBe(desk);
  expect(await house.who("email", "early@shop.se")).toBe(desk);
  expect(await house.who("order", "o5")).not.toBe(desk);
});

test("a customer more at an address that thousands share reads a handful of rows, and joins nobody", async () => {
  expect(await house.read(tell({ login: "late", ids: { email: "kassan@shop.se" } }))).toBeLessThan(50);
  expect(await house.read(tell({ login: "early", at: 5, ids: { email: "kassan@shop.se" } }))).toBeLessThan(
    50,
  );
  expect(await house.who("login", "late")).not.toBe(await house.who("login", "early"));
});

test("the claims at a shared address are found by the index that knows their kinds, without statistics too", async () => {
  const counting = listStatements().find((s) => s.room === "identity" && s.text.includes("count(distinct"));
  const [hub] = await house.query<{ fp: string }>(
    "select fp from identity.nodes where value = 'kassan@shop.se'",
  );
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

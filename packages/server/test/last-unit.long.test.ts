// Done 3 of issue 4: a hundred rounds for the last one, three and ten, by fifty clients on two processes; and once the time is
// over, nothing is held and all of it can be had again.
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { print } from "./harness.ts";
import { openShelf } from "./last-unit.ts";
import { openTwoProcesses, type TwoProcesses } from "./two-processes.ts";

const ROUNDS = 100;
const SIZES = [1, 3, 10] as const;
let two: TwoProcesses;
beforeAll(async () => {
  two = await openTwoProcesses();
}, 120_000);
afterAll(() => two.free());

it("COM-H05 never more holds than there are, in a hundred rounds, and none left after their time", async () => {
  const { stock, race } = await openShelf(two, 1);
  const began = performance.now();
  let held = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const units of SIZES) {
      const sku = `last-${units}-${round}`;
      await stock(sku, units);
      const got = await race(sku);
      expect(got).toHaveLength(units);
      held += got.length;
    }
  const seconds = (performance.now() - began) / 1000;
  print(
    `${ROUNDS} rounds for 1, 3 and 10 by 50 clients on two processes: ${held} held, ${seconds.toFixed(0)} s`,
  );
  const client = new pg.Client(await two.a.databaseUrl());
  await client.connect();
  const over = "select count(*)::int as n from ledger.transfers where state = 'pending'";
  await expect
    .poll(async () => (await client.query<{ n: number }>(over)).rows[0]?.n, {
      timeout: 120_000,
      interval: 1000,
    })
    .toBe(0);
  const { rows } = await client.query<{ reserved: number }>(
    "select sum(reserved)::int as reserved from ledger.accounts",
  );
  expect(rows).toEqual([{ reserved: 0 }]);
  for (const units of SIZES) expect(await race(`last-${units}-0`)).toHaveLength(units);
  await client.end();
}, 1_800_000);

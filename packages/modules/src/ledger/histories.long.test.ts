// The laws of the ledger on ten thousand random histories, told through a process that is killed now and then.
import { moveClock } from "@somlos/kernel/clock";
import { testDatabase } from "@somlos/kernel/testing";
import { afterEach, expect, it } from "vitest";
import { openCrashing } from "./test/crashing.ts";
import { type Counts, runHistory } from "./test/histories.ts";

const HISTORIES = 10_000;
afterEach(() => moveClock(0));

it("zero per unit, nobody below nothing, exact inverse, once per id, on 10,000 histories that break off and whose process is killed", async () => {
  const t = await testDatabase({ most: 4 });
  const { teller, crashes, close } = await openCrashing(t, 1, 250);
  const counts: Counts = {};
  for (let seed = 1; seed <= HISTORIES; seed++) await runHistory(t.db, 1_000_000 + seed, 12, counts, teller);
  const told = Object.entries({ ...counts, ...crashes }).map(([name, n]) => `${name} ${n}`);
  process.stdout.write(`${HISTORIES} histories: ${told.join(", ")}\n`);
  expect(counts["broken off"] ?? 0).toBeGreaterThan(HISTORIES);
  for (const many of Object.values(crashes)) expect(many).toBeGreaterThan(HISTORIES / 100);
  await close();
  await t.drop();
}, 3_600_000);

// The laws of the ledger on random histories, compared with its plain reading.
import { moveClock } from "@somlos/kernel/clock";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openCrashing } from "./test/crashing.ts";
import { type Counts, runHistory } from "./test/histories.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ most: 4 });
});
afterEach(() => moveClock(0));
afterAll(() => t.drop());

it("zero per unit, nobody below nothing, exact inverse, once per id: whatever is asked, broken off and asked again", async () => {
  const counts: Counts = {};
  for (let seed = 1; seed <= 60; seed++) await runHistory(t.db, seed, 25, counts);
  const seen = ["pending", "posted", "voided", "expired", "broken off", "said again"];
  const refused = ["not_enough", "other_input", "amount_bad", "unknown", "over"].map(
    (code) => `ledger.${code}`,
  );
  for (const name of [...seen, ...refused]) expect(counts[name] ?? 0, name).toBeGreaterThan(5);
});

it("a process that is killed in the middle of a work, or after it is written and before it answers, loses nothing and doubles nothing", async () => {
  const { teller, crashes, close } = await openCrashing(t, 7, 50);
  for (let seed = 100; seed < 125; seed++) await runHistory(t.db, seed, 12, {}, teller);
  await close();
  expect(crashes.before + crashes.after + crashes.anywhen).toBeGreaterThan(5);
  expect(crashes.after).toBeGreaterThan(0);
  expect(crashes.written).toBeGreaterThanOrEqual(crashes.after);
});

// The test clock over two server processes on one database: what one is told, the other goes by.
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshKeys, type Server, startServer } from "./harness.ts";

const DAY = 86_400_000;
const env = { SOMLOS_TEST_CLOCK: "1" };
const keys = freshKeys();
let first: Server;
let second: Server;
beforeAll(async () => {
  first = await startServer({ keys, env });
  second = await startServer({ keys, env, databaseUrl: await first.databaseUrl() });
});
afterAll(async () => {
  await second?.free();
  await first?.free();
});

it("a clock moved in one process is the clock of the other, for receipts and for what is due", async () => {
  await second.send([{ type: "track", messageId: "nameless" }]);
  const moved = await first.ask<{ now: string }>("/test/clock", { advanceMs: 95 * DAY });
  await second.send([{ type: "track", event: "Product Viewed", userId: "u-1", messageId: "later" }]);
  const trace = await second.ask<{ receivedAt: string }>("/api/events/later/trace");
  const apart = Date.parse(trace.body.receivedAt) - Date.parse(moved.body.now);
  expect(Math.abs(apart)).toBeLessThan(20_000);
  const left = await second.ask<{ total: number }>("/api/events/parked");
  expect(left.body.total).toBe(0);
});

it("a restart keeps the time", async () => {
  await second.restart();
  const told = await second.ask<{ offsetMs: number }>("/test/clock", {});
  expect(told.body.offsetMs).toBeGreaterThanOrEqual(95 * DAY);
});

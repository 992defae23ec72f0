// The clock of a test installation: one for all processes, forward only, and refused in earnest.
import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const DAY = 86_400_000;
const track = (messageId: string) => ({ type: "track", event: "Product Viewed", userId: "u-1", messageId });
const nowOf = async (app: TestApp): Promise<number> => app.house.db.read(async (_tx, now) => now.getTime());

describe("a moved clock", () => {
  let first: TestApp;
  let second: TestApp;
  beforeAll(async () => {
    first = await openTestApp({ testClock: true, role: "all" });
    second = await openTestApp({ testClock: true, database: first.database, secrets: first.secrets });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
    moveClock(0);
  });

  it("holds for works of every process, and for what is received, as soon as the door answers", async () => {
    const before = await nowOf(second);
    const { status, body } = await first.ask("/test/clock", { advanceMs: 10 * DAY });
    expect(status).toBe(200);
    expect(Number(body["offsetMs"])).toBeGreaterThanOrEqual(10 * DAY);
    expect((await nowOf(second)) - before).toBeGreaterThanOrEqual(10 * DAY);
    await second.send([track("c-1")]);
    const trace = await second.ask("/api/events/c-1/trace");
    expect(Date.parse(String(trace.body["receivedAt"])) - before).toBeGreaterThanOrEqual(10 * DAY);
  });

  it("makes the duties run at the new time: what is over goes", async () => {
    await first.send([{ type: "track", messageId: "nameless" }]);
    const parked = async () => (await first.ask("/api/events/parked")).body["total"];
    expect(await parked()).toBe(1);
    await second.ask("/test/clock", { advanceMs: 100 * DAY });
    for (let tries = 0; (await parked()) !== 0 && tries < 100; tries++)
      await new Promise((tell) => setTimeout(tell, 50));
    expect(await parked()).toBe(0);
  });

  it("goes to a moment, and never back", async () => {
    const to = new Date((await nowOf(first)) + 3 * DAY).toISOString();
    const moved = await first.ask("/test/clock", { at: to });
    expect(Math.abs(Date.parse(String(moved.body["now"])) - Date.parse(to))).toBeLessThan(5000);
    const back = await first.ask("/test/clock", { at: "2020-01-01T00:00:00Z" });
    expect(Date.parse(String(back.body["now"]))).toBeGreaterThanOrEqual(Date.parse(to));
    expect((await first.ask("/test/clock", { at: to, advanceMs: 1 })).status).toBe(400);
  });

  it("is moved only by who may", async () => {
    const move = (headers: Record<string, string>) =>
      fetch(`${first.base}/test/clock`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      });
    expect((await move({})).status).toBe(401);
    const key = Buffer.from(`${first.secrets.serverKey}:`).toString("base64");
    expect((await move({ authorization: `Basic ${key}` })).status).toBe(401);
  });

  it("can never be used in earnest afterwards: a start without the setting is refused in a sentence", async () => {
    await expect(openTestApp({ database: first.database, secrets: first.secrets })).rejects.toThrow(
      /was used with a test clock/,
    );
  });
});

describe("a start with the setting", () => {
  let at: TestApp;
  afterEach(() => at.close());

  it("is refused on a database that holds events, and the door is not there without it", async () => {
    at = await openTestApp();
    await at.send([track("earnest")]);
    expect((await at.ask("/test/clock", { advanceMs: 1 })).status).toBe(404);
    await expect(
      openTestApp({ testClock: true, database: at.database, secrets: at.secrets }),
    ).rejects.toThrow(/needs an empty database/);
  });

  it("is refused where others reach it", async () => {
    at = await openTestApp();
    await expect(
      openTestApp({ testClock: true, host: "0.0.0.0", database: at.database, secrets: at.secrets }),
    ).rejects.toThrow(/works on this machine only/);
  });
});

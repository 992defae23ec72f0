// What monitoring reads, and the guard of the log: a long write transaction anywhere is seen, named and gone again.
import { GroupCommit, openDatabase } from "@somlos/kernel/db";
import { listHolders } from "@somlos/kernel/operate";
import { findStall, stalledSeconds } from "@somlos/modules/events";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
const METRICS_TOKEN = "mt_only_for_prometheus";
beforeAll(async () => {
  at = await openTestApp({ metricsToken: METRICS_TOKEN });
});
afterAll(() => at.close());

const page = (token: string) =>
  fetch(`${at.base}/metrics`, { headers: { authorization: `Bearer ${token}` } });
async function figure(series: string): Promise<number | undefined> {
  const text = await (await page(at.secrets.adminToken)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}
let n = 0;
const track = (userId = "u-1") => ({
  type: "track",
  event: "Product Viewed",
  userId,
  messageId: `metrics-${++n}`,
  timestamp: "2026-05-04T10:00:00Z",
});
const look = () =>
  at.database.db.read(async (tx) => ({ stall: await findStall(tx), holders: await listHolders(tx, 5) }));

/** What was committed just now may share its moment with a commit of a neighbour: asked until it is so. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return true;
    await new Promise((tell) => setTimeout(tell, 50));
  }
  return false;
}

describe("the page for monitoring", () => {
  it("counts what was accepted, repeated and parked, by source", async () => {
    const before = {
      accepted: (await figure('somlos_events_total{source="1",outcome="accepted"}')) ?? 0,
      parked: (await figure('somlos_events_total{source="1",outcome="parked"}')) ?? 0,
    };
    const one = track();
    await at.send([one, track(), { type: "track", messageId: "nameless" }]);
    await at.send([one]);
    expect(await figure('somlos_events_total{source="1",outcome="accepted"}')).toBe(before.accepted + 2);
    expect(await figure('somlos_events_total{source="1",outcome="parked"}')).toBe(before.parked + 1);
    expect(await figure('somlos_events_total{source="1",outcome="duplicate"}')).toBeGreaterThanOrEqual(1);
    expect(await figure("somlos_parked_open")).toBe(1);
    expect(await figure("somlos_parked_share")).toBeCloseTo(1 / 3);
    expect(await figure("somlos_ack_seconds_count")).toBeGreaterThanOrEqual(2);
    expect(await figure("somlos_flush_events_sum")).toBeGreaterThanOrEqual(3);
  });

  it("counts requests by route template, so that no address of a person stands in it", async () => {
    await at.ask("/api/people/0197a000-0000-7000-8000-0000000000aa");
    await at.ask("/api/people/lookup?kind=email&value=anna@example.com");
    const text = await (await page(at.secrets.adminToken)).text();
    expect(text).toContain('route="/api/people/:id",status="404"');
    expect(text).not.toMatch(/anna|0197a000/);
    expect(text).not.toContain(process.version);
    expect(text).toMatch(/^somlos_process_resident_memory_bytes \d+/m);
    expect(text).toMatch(/^somlos_nodejs_eventloop_lag_p99_seconds /m);
  });

  it("opens for its own token, which opens nothing else, and for nobody without one, here neither", async () => {
    expect((await page(METRICS_TOKEN)).status).toBe(200);
    expect((await page("something else entirely")).status).toBe(401);
    expect((await fetch(`${at.base}/metrics`)).status).toBe(401);
    const elsewhere = await fetch(`${at.base}/api/people?query=a`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    expect(elsewhere.status).toBe(401);
  });
});

describe("the guard of the log", () => {
  it("rises while somebody keeps a write transaction open past a commit, names them, and falls when they end", async () => {
    const other = new pg.Client({ connectionString: at.database.url, application_name: "a long report" });
    await other.connect();
    await other.query("create table public.theirs (n int); begin; insert into public.theirs values (1)");
    await at.send([track("u-2")]);
    await other.query("select pg_sleep(1.2)");
    const { stall, holders } = await look();
    expect(stall.flushes).toBeGreaterThanOrEqual(1);
    // Other tests on the same server may hold it too: one transaction anywhere in it is enough.
    expect(holders).toContainEqual(
      expect.objectContaining({ application: "a long report", state: "idle in transaction" }),
    );
    expect(Object.keys(holders[0] ?? {})).not.toContain("query");
    expect(stalledSeconds(stall, holders)).toBeGreaterThan(1.1);
    expect(await figure("somlos_log_stalled_seconds")).toBeGreaterThan(1.1);
    await other.query("rollback");
    await other.end();
    expect(await until(async () => (await figure("somlos_log_stalled_seconds")) === 0)).toBe(true);
  });

  it("a write transaction of ours that takes too long is ended by PostgreSQL", async () => {
    const db = openDatabase(at.database.url, { most: 1, mostWriteMs: 300 });
    const slow = db.work({ kind: "system", id: "test" }, async ({ tx }) => {
      await tx.rows({ room: "test", name: "slow", text: "select pg_sleep(5)" });
    });
    await expect(slow).rejects.toThrow(/timeout/);
    const after = await db.work({ kind: "system", id: "test" }, ({ tx }) =>
      tx.rows<{ one: number }>({ room: "test", name: "one", text: "select 1 as one" }),
    );
    expect(after).toEqual([{ one: 1 }]);
    await db.close();
  });

  it("a group that takes too long is halved until the slow one stands alone; its neighbours are committed", async () => {
    const db = openDatabase(at.database.url, { most: 1, mostWriteMs: 400 });
    const commit = new GroupCommit({
      db,
      actor: { kind: "system", id: "test" },
      lines: 1,
      most: 100,
      queueMost: 100,
      first: async () => undefined,
      async flush({ tx }, items) {
        if (items.includes(3)) await tx.rows({ room: "test", name: "slower", text: "select pg_sleep(5)" });
        return { outcomes: items.map(() => "written") };
      },
      putAway: async () => "put away",
    });
    expect(await commit.submit([1, 2, 3, 4])).toEqual(["written", "written", "put away", "written"]);
    await commit.close();
    await db.close();
  });
});

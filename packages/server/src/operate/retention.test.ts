// What is kept for how long: months go as a whole, bodies before the log, by one process, and it is shown before.
import { moveClock } from "@somlos/kernel/clock";
import { backupName } from "@somlos/kernel/keep";
import { makeLogger } from "@somlos/kernel/log";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeMonths } from "../schedule.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { oldBackups } from "./backups.lifetime.ts";
import { sweep } from "./retention.actions.ts";

let at: TestApp;
const DAY = 86_400_000;
beforeEach(async () => {
  await at?.close();
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(at.database.url);
  await client.connect();
  return client.query<Row>(text, values).then(
    async ({ rows }) => {
      await client.end();
      return rows;
    },
    async (error: unknown) => {
      await client.end();
      throw error;
    },
  );
}
const months = async (part: string): Promise<string[]> =>
  (
    await sql<{ name: string }>(
      `select right(inhrelid::regclass::text, 7) as name from pg_inherits where inhparent = 'events.${part}'::regclass order by 1`,
    )
  ).map((row) => row.name);
const clean = () => sweep({ db: at.database.db, home: at.house.home, log: makeLogger("silent") });
const send = (id: string) =>
  at.send([
    { type: "track", event: "Product Viewed", userId: "u-1", messageId: id },
    { type: "track", messageId: `p-${id}` },
  ]);
const change = async (kind: string, days: number) => {
  const answer = await fetch(`${at.base}/api/volume/retention/${kind}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ days }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const lines = async () => {
  const { body } = await at.ask("/api/volume/retention");
  return new Map(
    (
      body["items"] as unknown as {
        kind: string;
        days: number;
        holdsFrom: string | null;
        next: { rows: number; before: string };
      }[]
    ).map((line) => [line.kind, line]),
  );
};

describe("months of the log", () => {
  it("are made ahead, so that a clock months later finds its place", async () => {
    for (let month = 0; month < 6; month++) {
      moveClock(month * 30 * DAY);
      await makeMonths(at.database.db);
      expect((await send(`ahead-${month}`)).body).toMatchObject({ accepted: 1 });
    }
    expect((await months("log")).length).toBeGreaterThanOrEqual(7);
    expect(await months("log")).toEqual(await months("bodies"));
  });

  it("lose their bodies first and leave the log after it; the message id counts as known for ever", async () => {
    await send("old");
    const [first] = await months("bodies");
    moveClock(440 * DAY);
    await makeMonths(at.database.db);
    await send("new");
    await sql("analyze events.bodies"); // rows are told as the statistics have them
    const { body } = await at.ask("/api/volume/retention/bodies?days=400");
    expect(body).toMatchObject({ rows: 1, wholeMonths: true });
    expect(Number(body["bytes"])).toBeGreaterThan(8000);
    expect((await clean())["bodies"]).toBeGreaterThanOrEqual(1);
    expect(await months("bodies")).not.toContain(first);
    expect(await months("log")).toContain(first);
    const timeline = await at.ask("/api/people?query=u-1");
    expect(timeline.status).toBe(200);
    moveClock(1200 * DAY);
    await makeMonths(at.database.db);
    await clean();
    expect(await months("log")).not.toContain(first);
    expect(await sql("select 1 from events.flushes where at < now() + interval '400 days'")).toEqual([]);
    expect((await send("old")).body).toMatchObject({ duplicates: 1 });
  });

  it("of the log never go while their bodies are there", async () => {
    await sql("select events.make_month('2020-01-01')");
    const gone = await sql<{ n: number }>("select events.drop_month('log', now()) as n");
    expect(gone).toEqual([{ n: 0 }]);
    expect(await sql("select events.drop_month('bodies', now()) as n")).toEqual([{ n: 1 }]);
    expect(await sql("select events.drop_month('log', now()) as n")).toEqual([{ n: 1 }]);
    await expect(sql("select events.drop_month('seen', now())")).rejects.toThrow("no such part");
  });
});

describe("what is over", () => {
  it("goes once, however many processes sweep at the same moment", async () => {
    await send("p");
    expect(await sql("select 1 from events.parked")).toHaveLength(1);
    moveClock(91 * DAY);
    const swept = await Promise.all([clean(), clean(), clean(), clean()]);
    expect(swept.map((gone) => gone["parked"] ?? 0).reduce((a, b) => a + b)).toBe(1);
    expect(await sql("select 1 from events.parked")).toEqual([]);
  });

  it("stays as long as its day has not come", async () => {
    await send("p");
    moveClock(89 * DAY);
    expect((await clean())["parked"]).toBeUndefined();
    expect(await sql("select 1 from events.parked")).toHaveLength(1);
  });

  it("is shown before: how many, and older than when", async () => {
    await send("p");
    moveClock(20 * DAY);
    const { body } = await at.ask("/api/volume/retention/parked?days=10");
    expect(body).toMatchObject({ rows: 1, bytes: null, wholeMonths: false });
    expect((await lines()).get("parked")?.next.rows).toBe(0);
    expect((await at.ask("/api/volume/retention/nothing?days=10")).status).toBe(404);
  });

  it("of backups never is the newest, and never a file of somebody else's", () => {
    const day = (n: number) => backupName(new Date(Date.UTC(2026, 0, n)));
    expect(oldBackups([day(1), day(5), "notes.txt"], new Date(Date.UTC(2026, 0, 9)))).toEqual([day(1)]);
    expect(oldBackups([day(1)], new Date(Date.UTC(2027, 0, 9)))).toEqual([]);
    expect(oldBackups([], new Date())).toEqual([]);
  });
});

describe("a chosen time", () => {
  it("that is shorter holds a day later, so that a slip of the hand can be taken back", async () => {
    await send("p");
    moveClock(20 * DAY);
    expect(await change("parked", 10)).toMatchObject({ status: 200, body: { days: 10 } });
    expect((await lines()).get("parked")?.holdsFrom).not.toBeNull();
    expect((await clean())["parked"]).toBeUndefined();
    moveClock(21 * DAY + 60_000);
    expect((await clean())["parked"]).toBe(1);
  });

  it("keeps within its bounds and to its order", async () => {
    expect(await change("bodies", 5)).toMatchObject({
      status: 400,
      body: { code: "retention.out_of_bounds", details: { least: 31 } },
    });
    expect(await change("bodies", 60)).toMatchObject({
      status: 409,
      body: { code: "retention.wrong_order" },
    });
    expect((await change("parked", 60)).status).toBe(200);
    expect((await change("bodies", 60)).status).toBe(200);
    expect((await change("log", 3000)).status).toBe(200);
    expect((await change("acts", 300)).body).toMatchObject({ details: { least: 1096 } });
  });

  it("stands in the audit with what it was before", async () => {
    await change("mails", 500);
    const { body } = await at.ask("/api/audit");
    expect(body["items"]).toContainEqual(
      expect.objectContaining({ what: "retention.change", objectId: "mails", reason: "400 → 500" }),
    );
  });

  it("by two colleagues at once leaves one of both, and the order holds", async () => {
    await change("parked", 31);
    const answers = await Promise.all([
      change("bodies", 200),
      change("log", 150),
      change("bodies", 350),
      change("log", 100),
    ]);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const now = await lines();
    expect(now.get("bodies")?.days ?? 0).toBeLessThanOrEqual(now.get("log")?.days ?? 0);
  });
});

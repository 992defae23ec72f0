// A source is made, told what it sends, listened to; whatever staff do to it is in the audit.
import { machineNow, moveClock } from "@somlos/kernel/clock";
import { listStatements } from "@somlos/kernel/db";
import { SourcesView } from "@somlos/modules/events";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

type Listed = {
  id: number;
  name: string;
  createdAt: string;
  currency: string | null;
  lastEventAt: string | null;
  eventsLastDay: number;
};
const sources = async () => (await at.ask("/api/sources")).body["items"] as unknown as Listed[];
const sourceOf = async (id: number) => (await sources()).find((one) => one.id === id);
async function patch(id: number, body: object): Promise<number> {
  const answer = await fetch(`${at.base}/api/sources/${id}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
}
let n = 0;
const priced = (properties: object) => ({
  type: "track",
  event: "Product Added",
  userId: "pricey",
  messageId: `money-${++n}`,
  properties,
});

describe("the currency of a source", () => {
  it("is what amounts without one are counted in; without it they wait, and are taken in once it is there", async () => {
    expect((await at.send([priced({ price: 499 })])).body).toMatchObject({
      accepted: 0,
      parked: [{ code: "event.money" }],
    });
    expect((await at.send([priced({ price: "1.249,00", currency: "SEK" })])).body).toMatchObject({
      parked: [{ code: "event.money_text", sentence: expect.stringContaining("The price is text") }],
    });
    expect(await patch(1, { currency: "kronor" })).toBe(400);
    expect(await patch(1, { currency: "SEK" })).toBe(200);
    expect((await sourceOf(1))?.currency).toBe("SEK");
    expect((await at.send([priced({ price: 499 })])).body).toMatchObject({ accepted: 1 });
    expect(
      (await at.ask("/api/events/parked/replay", { all: true, code: "event.money" })).body,
    ).toMatchObject({ replayed: 1, parked: 0 });
    expect(
      (await at.ask("/api/events/parked/replay", { all: true, code: "event.money_text" })).body,
    ).toMatchObject({ replayed: 0, parked: 1 });
  });

  it("is in force in another process within a second", async () => {
    const other = await SourcesView.open(at.house.db);
    try {
      expect(other.termsOf(1)?.currencyAt(undefined)).toBe("SEK");
      await patch(1, { currency: "DKK" });
      const end = performance.now() + 1000;
      while (other.termsOf(1)?.currencyAt(undefined) !== "DKK" && performance.now() < end)
        await new Promise((tell) => setTimeout(tell, 20));
      expect(other.termsOf(1)?.currencyAt(undefined)).toBe("DKK");
    } finally {
      await other.close();
    }
  });
});

describe("signs of life", () => {
  it("say when a source last sent, however long ago, and how much of late; looking twice counts nothing twice", async () => {
    const { body } = await at.ask("/api/sources", { name: "Kassa Lund", kind: "till", channel: "till" });
    const id = Number(body["id"]);
    expect(await sourceOf(id)).toMatchObject({ lastEventAt: null, eventsLastDay: 0 });
    const sender = { sourceId: id, trust: "proven", channel: "till" } as const;
    const send = (receivedAt: number, count: number) =>
      at.house.collector.take({
        sender,
        receivedAt,
        messages: Array.from({ length: count }, () => ({
          type: "track",
          event: "Till Opened",
          userId: "k1",
        })),
      });
    const now = Date.now();
    const before = new Date(now - 20 * 86_400_000);
    await at.house.db.work({ kind: "system", id: "test" }, async ({ tx }) => {
      const { makeMonth } = await import("@somlos/modules/events");
      await makeMonth(tx, before);
    });
    await send(before.getTime(), 2);
    expect(await sourceOf(id)).toMatchObject({ lastEventAt: before.toISOString(), eventsLastDay: 0 });
    await send(now, 3);
    expect(await sourceOf(id)).toMatchObject({
      lastEventAt: new Date(now).toISOString(),
      eventsLastDay: 3,
    });
    const both = await Promise.all([sourceOf(id), sourceOf(id), sourceOf(id)]);
    expect(both.map((one) => one?.eventsLastDay)).toEqual([3, 3, 3]);
  });

  it("cost no look over the log: the list and the counting read it by place, from where it was counted last", async () => {
    const plans = await Promise.all(
      ["events.source_lives l on", "events.source_place where id = 1 for update"].map(planOf),
    );
    for (const plan of plans) {
      expect(plan).toMatch(/Index (Only )?Scan using log_\d{4}_\d\d_seq_idx on log_/);
      expect(plan).toMatch(/Index (Only )?Scan using flushes_pkey on flushes/);
      expect(plan).not.toMatch(/Seq Scan on (log|flushes)/);
    }
  });
});

/** How PostgreSQL goes about the statement that holds these words. */
async function planOf(words: string): Promise<string> {
  const text = listStatements().find((s) => s.text.includes(words))?.text ?? "";
  const client = new pg.Client(at.database.url);
  await client.connect();
  try {
    // On tables as small as a test's a sort costs nothing: what is asked is whether the index serves, as it must on large ones.
    await client.query("set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off");
    const asked = text.replaceAll("$1::timestamptz", "now()").replaceAll("$1", "100");
    const plan = await client.query<Record<string, string>>(`explain ${asked}`);
    return plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    await client.end();
  }
}

it("who made a source and who changed it, and what, is in the audit", async () => {
  const { body } = await at.ask("/api/audit");
  const acts = body["items"] as unknown as { what: string; object?: string; reason: string | null }[];
  expect(acts.find((act) => act.what === "sources.create")?.reason).toBe("Kassa Lund");
  expect(acts.filter((act) => act.what === "sources.change").map((act) => act.reason)).toContain(
    "currency: SEK",
  );
});

describe("the time at which a source was made", () => {
  it("is the time of the work that made it, not of the machine of the database", async () => {
    moveClock(40 * 86_400_000);
    const made = await at.ask("/api/sources", { name: "Later", kind: "server", channel: "server" });
    moveClock(0);
    const found = (await sources()).find((one) => one.name === "Later");
    expect(made.status).toBe(200);
    expect(Date.parse(found?.createdAt ?? "") - machineNow()).toBeGreaterThan(39 * 86_400_000);
  });
});

import { Agent, request } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp, type Taken } from "./asking.ts";
import { basic } from "./attacks/words.ts";
import { print, type Server, startServer } from "./harness.ts";

const CONNECTIONS = 64;
const EVENTS = 10_000;
const A_BATCH = 10;

let server: Server;
let database: pg.Client;
beforeAll(async () => {
  server = await startServer();
  database = new pg.Client(await server.databaseUrl());
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await server?.free();
});

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function post(events: readonly object[]): Promise<{ status: number; body: Taken; ms: number }> {
  const begun = performance.now();
  return new Promise((done, failed) => {
    const sending = request(
      `${server.url}/v1/batch`,
      {
        agent,
        method: "POST",
        headers: { "content-type": "application/json", authorization: basic(server.writeKey) },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        answer.on("end", () =>
          done({ status: answer.statusCode ?? 0, body: JSON.parse(text), ms: performance.now() - begun }),
        );
      },
    );
    sending.on("error", failed);
    sending.end(JSON.stringify({ batch: events }));
  });
}

/** All batches over 64 connections at once. */
async function flood(name: string, poisonAt: number) {
  const batches = Array.from({ length: EVENTS / A_BATCH }, (_, b) =>
    Array.from({ length: A_BATCH }, (_, i) => ({
      type: "track",
      event: b * A_BATCH + i === poisonAt ? "poison" : "Product Viewed",
      messageId: `${name}-${b * A_BATCH + i}`,
      userId: `${name}-login-${b % 200}`,
      anonymousId: `${name}-visitor-${b % 200}`,
    })),
  );
  const answers: Awaited<ReturnType<typeof post>>[] = [];
  const line = async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop())
      answers.push(await post(batch));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  const times = answers.map((a) => a.ms).sort((a, b) => a - b);
  return {
    answers,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

describe("one event that the database itself refuses", () => {
  it("among 10,000 from 64 connections: it is parked with its cause, all others are stored, nobody else notices", async () => {
    await database.query("alter table events.log add constraint no_poison check (name <> 'poison')");
    const clean = await flood("clean", -1);
    const { answers, p50, p99 } = await flood("mixed", 4321);
    print(
      `without poison p50 ${clean.p50.toFixed(0)} ms, p99 ${clean.p99.toFixed(0)} ms; with it p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    );
    expect(answers.filter((a) => a.status !== 200)).toEqual([]);
    expect(answers.reduce((sum, a) => sum + a.body.accepted, 0)).toBe(EVENTS - 1);
    const parked = answers.flatMap((a) => a.body.parked);
    expect(parked).toEqual([
      { index: 1, code: "event.unwritable", sentence: expect.stringContaining("database") },
    ]);
    const { rows } = await database.query(
      "select count(*)::int as count, count(distinct body::jsonb ->> 'messageId')::int as ids from events.bodies where body like '%\"mixed-%'",
    );
    expect(rows).toEqual([{ count: EVENTS - 1, ids: EVENTS - 1 }]);
  });

  it("waits in the list of parked events with the database's own word for it, and goes in when the cause is gone", async () => {
    const { body } = await server.ask<{
      items: { id: string; code: string; detail: string; messageId: string }[];
    }>("/api/events/parked");
    expect(body.items).toMatchObject([
      { code: "event.unwritable", detail: "database 23514", messageId: "mixed-4321" },
    ]);
    await database.query("alter table events.log drop constraint no_poison");
    const replayed = await server.ask("/api/events/parked/replay", { all: true });
    expect(replayed.body).toEqual({ replayed: 1, parked: 0, duplicates: 0 });
    const trace = await server.ask<{ name: string; parked: unknown }>("/api/events/mixed-4321/trace");
    expect(trace.body).toMatchObject({ name: "poison", parked: null });
  });

  it("texts that PostgreSQL cannot hold are cleaned also when a client has packed them, and are not refused", async () => {
    const event = {
      event: "$identify",
      uuid: "packed-1",
      distinct_id: "packed\u0000person",
      properties: { $set: { city: "Lund\u0000", name: "\ud800" } },
    };
    const answer = await fetch(`${server.url}/e/`, {
      method: "POST",
      body: JSON.stringify({
        api_key: server.writeKey,
        data: Buffer.from(JSON.stringify(event)).toString("base64"),
      }),
    });
    expect(await answer.json()).toMatchObject({ accepted: 1, parked: [] });
    const person = await lookUp(server, "distinct_id", "packed\ufffdperson");
    expect(person?.facts).toMatchObject({ city: { value: "Lund\ufffd" }, name: { value: "\ufffd" } });
  });
});

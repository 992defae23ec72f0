// The demo is taken away, and the server dies by kill -9 in the middle: once while events go, once while people are made anew.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lookUp, taken, timelineOf } from "./asking.ts";
import { freshKeys, print, type Server, startServer } from "./harness.ts";

const OWN = 2500;
const DEMO = 4500;
const START = Date.UTC(2026, 9, 1);
const WHO = 40;

let plain: Server;
let mixed: Server;
let client: pg.Client;
beforeAll(async () => {
  const keys = freshKeys();
  [plain, mixed] = await Promise.all([startServer({ keys }), startServer({ keys })]);
  client = new pg.Client(await mixed.databaseUrl());
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await Promise.all([plain?.free(), mixed?.free()]);
});

/** Everybody buys and tells of themselves, on few devices, in the house's own events and in the demo's. */
function made(n: number, prefix: string): object {
  const who = (n * 7 + (prefix === "demo" ? 3 : 0)) % WHO;
  const base = {
    messageId: `${prefix}-${n}`,
    timestamp: new Date(START + n * 60_000).toISOString(),
    anonymousId: `device-${who % 9}`,
    userId: `u-${who}`,
  };
  const traits = {
    email: `p${who}@butik.example`,
    club_card: `7310${prefix === "demo" ? who % 5 : who}001`,
    last: n,
  };
  return n % 5 === 0
    ? { ...base, type: "identify", traits }
    : { ...base, type: "track", event: "Product Viewed" };
}

const batches = (count: number, prefix: string): object[][] =>
  Array.from({ length: count / 500 }, (_, i) =>
    Array.from({ length: 500 }, (_, k) => made(i * 500 + k, prefix)),
  );

async function fill(): Promise<void> {
  const { body: source } = await mixed.ask<{ id: number }>("/api/sources", {
    name: "Almvik: tills",
    kind: "demo",
    channel: "till",
  });
  const { body: key } = await mixed.ask<{ text: string }>("/api/keys", {
    sourceId: source.id,
    name: "demo",
    trust: "server",
  });
  for (const batch of batches(DEMO, "demo"))
    expect((await taken(mixed.url, key.text, batch)).body.accepted).toBe(500);
  for (const batch of batches(OWN, "own"))
    for (const server of [mixed, plain]) expect((await server.send(batch, "server")).body.accepted).toBe(500);
}

type Removal = { step: string; removed: number; learned: number };
const removal = async (): Promise<Removal | undefined> =>
  (
    await client.query<Removal>(
      "select step, removed::int as removed, learned::int as learned from events.demo_removals",
    )
  ).rows[0];

async function until(holds: (now: Removal) => boolean): Promise<Removal> {
  for (let tries = 0; tries < 12_000; tries++) {
    const now = await removal();
    if (now !== undefined && holds(now)) return now;
    await sleep(5);
  }
  throw new Error(`it does not get on: ${JSON.stringify(await removal())}`);
}

/** Kills the server while it waits, in the middle of a transaction, for a row that we hold. */
async function killAt(row: string, place: (now: Removal) => boolean): Promise<Removal> {
  await client.query("begin");
  expect((await client.query(row)).rowCount).toBe(1);
  await until(place);
  for (let waiting = false; !waiting; await sleep(5))
    waiting =
      (
        await client.query(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()",
        )
      ).rowCount !== 0;
  await mixed.kill();
  await client.query("rollback");
  const left = await removal();
  if (left === undefined) throw new Error("the removal forgot itself");
  return left;
}

async function told(server: Server): Promise<unknown[]> {
  return Promise.all(
    Array.from({ length: WHO }, async (_, who) => {
      const person = await lookUp(server, "login", `u-${who}`);
      if (person === undefined) return undefined;
      const facts = Object.entries(person.facts).map(([name, fact]) => [name, fact.value]);
      return {
        identifiers: person.identifiers.map((i) => `${i.kind}=${i.value}`).sort(),
        facts: Object.fromEntries(facts),
        events: (await timelineOf(server, person.id)).map((item) => item.messageId),
      };
    }),
  );
}

it("goes on where it was when the server died, and leaves the house as if the demo had never come", async () => {
  await fill();
  expect(await told(mixed)).not.toEqual(await told(plain));
  const asked = await fetch(`${mixed.url}/api/demo`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${mixed.adminToken}` },
  });
  expect(asked.status).toBe(200);

  const lastDemo =
    "select 1 from events.seen where seq = (select max(l.seq) from events.log l join events.sources s on s.id = l.source_id where s.kind = 'demo') for update";
  const first = await killAt(lastDemo, ({ step, removed }) => step === "events" && removed > 0);
  expect(first.step).toBe("events");
  expect(first.removed).toBeLessThan(DEMO);
  await mixed.start();

  await until(({ step }) => step === "wait");
  const lastFact = `select 1 from profiles.facts where name = 'last' and value = '${OWN - 5}' limit 1 for update`;
  const second = await killAt(lastFact, ({ step, learned }) => step === "learn" && learned > 0);
  expect(second).toMatchObject({ step: "learn", removed: DEMO });
  expect(second.learned).toBeLessThan(OWN);
  await mixed.start();

  const done = await until(({ step }) => step === "done");
  expect(done).toMatchObject({ removed: DEMO, learned: OWN });
  expect(await told(mixed)).toEqual(await told(plain));
  expect((await mixed.ask("/api/demo")).body).toMatchObject({ state: "none", events: 0 });
  print(
    `killed with ${first.removed} of ${DEMO} events gone, and with ${second.learned} of ${OWN} heard again`,
  );
});

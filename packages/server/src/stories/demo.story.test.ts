// The demo is taken away: what is left is what would be there had it never come, also for people who were in both.

import { DEMO_SERIES } from "@somlos/contract/rooms/demo";
import type { Database } from "@somlos/kernel/db";
import { goOnRemovingDemo } from "@somlos/modules/profiles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let plain: TestApp;
let mixed: TestApp;
let demoKey = "";
async function newDemoKey(): Promise<string> {
  const { body } = await mixed.ask("/api/sources");
  const source = (body["items"] as unknown as { id: number; kind: string }[]).find(
    (one) => one.kind === "demo",
  );
  const key = await mixed.ask("/api/keys", { sourceId: source?.id, name: "demo", trust: "server" });
  return String(key.body["text"]);
}
beforeAll(async () => {
  plain = await openTestApp();
  mixed = await openTestApp({ secrets: plain.secrets });
  await mixed.ask("/api/sources", { name: "Almvik: tills", kind: "demo", channel: "till" });
  demoKey = await newDemoKey();
});
afterAll(() => Promise.all([plain.close(), mixed.close()]));

const WHO = ["ada", "bo", "cia", "dan", "eva", "finn"];
const START = Date.UTC(2026, 9, 1);

/** One event in a small world where everybody meets everybody. */
function made(n: number, roll: () => number, prefix: string): Record<string, unknown> {
  const who = WHO[Math.floor(roll() * WHO.length)];
  const device = `device-${Math.floor(roll() * 5)}`;
  const base = { messageId: `${prefix}-${n}`, timestamp: new Date(START + n * 400_000).toISOString() };
  if (roll() < 0.4) return { ...base, type: "track", event: "Product Viewed", anonymousId: device };
  if (roll() < 0.3) return { ...base, type: "track", event: "Signed Out", anonymousId: device };
  const traits = {
    email: `${who}@butik.example`,
    city: roll() < 0.5 ? "Malmö" : "Lund",
    club_card: `91${who}0042`,
  };
  return {
    ...base,
    type: "identify",
    anonymousId: device,
    ...(roll() < 0.7 && { userId: `u-${who}` }),
    traits,
  };
}

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const post = (messages: readonly object[]) =>
  fetch(`${mixed.base}/v1/batch`, {
    method: "POST",
    headers: { "x-write-key": demoKey, "content-type": "application/json" },
    body: JSON.stringify({ batch: messages }),
  });
const sends = async () => (await post([])).status;

async function sendDemo(messages: readonly object[]): Promise<void> {
  expect((await (await post(messages)).json()) as object).toMatchObject({ success: true, parked: [] });
}

type Seen = {
  identifiers: { kind: string; value: string }[];
  facts: Record<string, { value: unknown }>;
  id: string;
};
const names = [
  ...WHO.flatMap((who) => [`login=u-${who}`, `email=${who}@butik.example`, `club_card=91${who}0042`]),
  ...[0, 1, 2, 3, 4].map((n) => `visitor=device-${n}`),
];

/** Who everybody is, without the ids: identifiers, facts and timeline behind every name. */
async function told(app: TestApp): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const name of names) {
    const [kind, value] = name.split("=");
    const { status, body } = await app.ask("/api/people/lookup", { kind, value });
    if (status !== 200) continue;
    const person = body as unknown as Seen;
    const { body: timeline } = await app.ask(`/api/people/${person.id}/timeline?limit=200`);
    all[name] = {
      identifiers: person.identifiers.map((i) => `${i.kind}=${i.value}`).sort(),
      facts: Object.fromEntries(Object.entries(person.facts).map(([fact, { value: v }]) => [fact, v])),
      timeline: (timeline["items"] as unknown as { messageId: string }[])
        .map((item) => item.messageId)
        .sort(),
    };
  }
  return all;
}

const idOf = async (app: TestApp, login: string) =>
  (await app.ask("/api/people/lookup", { kind: "login", value: login })).body["id"] as unknown as string;

/** The order history comes by an import of the demo's own series: its source is made as an import makes it. */
async function sendHistory(messages: readonly object[]): Promise<void> {
  const [{ id }] = await query<{ id: number }>(
    `insert into events.sources (kind, name, channel, settings, created_at) values ('import', 'history', 'store', '{"series":"series ${DEMO_SERIES}"}', now()) returning id`,
  );
  const sender = { sourceId: id, trust: "proven", channel: "store" } as const;
  const outcomes = await mixed.house.collector.take({ sender, messages });
  expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
}

async function query<Row extends object>(text: string): Promise<[Row, ...Row[]]> {
  const client = await mixed.house.db.connect();
  try {
    return (await client.query(text)).rows as [Row, ...Row[]];
  } finally {
    await client.end();
  }
}

async function remove(): Promise<number> {
  const answer = await fetch(`${mixed.base}/api/demo`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${mixed.secrets.adminToken}` },
  });
  return answer.status;
}

/** A database whose process is killed at the third portion. */
function dying(db: Database): Database {
  let works = 0;
  return {
    ...db,
    work: (actor, act) =>
      db.work(actor, async (work) => {
        const answer = await act(work);
        if (++works === 3) throw new Error("killed");
        return answer;
      }),
  };
}

const slices = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

const stateOf = async () => String((await mixed.ask("/api/demo")).body["state"]);

async function untilGone(): Promise<void> {
  for (let tries = 0; (await stateOf()) === "going"; tries++) {
    expect(tries).toBeLessThan(80);
    await goOnRemovingDemo(mixed.house);
    await new Promise((tell) => setTimeout(tell, 500));
  }
}

async function toBoth(messages: readonly object[], key?: "public" | "server"): Promise<void> {
  for (const app of [plain, mixed]) await app.send(messages, key);
}

describe("the demo", () => {
  it("leaves nothing behind and takes nothing along, in a house that has its own events, through a crash and late events", async () => {
    const roll = dice(7);
    const own = Array.from({ length: 120 }, (_, n) => made(n, roll, "own"));
    const demo = Array.from({ length: 150 }, (_, n) => made(n, roll, "demo"));
    const late = Array.from({ length: 30 }, (_, n) => made(n + 300, roll, "late"));
    for (const [i, part] of slices(own, 40).entries()) await toBoth(part, i % 2 === 0 ? "public" : "server");
    for (const part of slices(demo, 50)) await sendDemo(part);
    await sendHistory(Array.from({ length: 20 }, (_, n) => made(n, roll, "history")));
    expect(await told(mixed)).not.toEqual(await told(plain));
    const ids = await Promise.all(WHO.map((who) => idOf(mixed, `u-${who}`)));

    expect((await mixed.ask("/api/demo")).body).toMatchObject({ state: "there", events: 170 });
    expect([await remove(), await remove()]).toEqual([200, 200]);
    expect((await mixed.ask("/api/demo")).body).toMatchObject({ state: "going" });
    await new Promise((tell) => setTimeout(tell, 7000)); // as long as anything may be on its way
    expect(await sends(), "the demo's keys are closed").toBe(401);
    await expect(goOnRemovingDemo({ ...mixed.house, db: dying(mixed.house.db) })).rejects.toThrow("killed");
    await toBoth(late.slice(0, 15));
    await untilGone();
    await toBoth(late.slice(15));

    expect(await told(mixed)).toEqual(await told(plain));
    expect((await mixed.ask("/api/demo")).body).toMatchObject({ state: "none", events: 0, removed: 170 });
    const known = await Promise.all(ids.map(async (id) => (await mixed.ask(`/api/people/${id}`)).status));
    expect(
      known.filter((status) => status === 200).length,
      "ids that rest on an identifier stay",
    ).toBeGreaterThan(0);
    expect(known.every((status) => status === 200 || status === 404)).toBe(true);
  });

  it("can come again afterwards: its messages are new", async () => {
    demoKey = await newDemoKey();
    await sendDemo([{ type: "track", event: "Product Viewed", userId: "u-ada", messageId: "demo-1" }]);
    expect((await mixed.ask("/api/demo")).body).toMatchObject({ state: "there", events: 1 });
  });
});

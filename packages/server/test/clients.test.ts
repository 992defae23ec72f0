import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Item, lookUp, type Taken, timelineOf } from "./asking.ts";
import { openRelay, type Sent, sendAgain } from "./clients/relay.ts";
import { print, type Server, startServer } from "./harness.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.free());

type Run = { readonly version: string; readonly sent: readonly Sent[] };

/** Runs a client in its own process; what it sent on the way, and its version. */
async function run(client: string, key: string, who: string): Promise<Run> {
  const relay = await openRelay(server.url);
  try {
    const script = fileURLToPath(new URL(`clients/${client}.ts`, import.meta.url));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", script, relay.url, key, who],
      { timeout: 30_000 },
    );
    const told = JSON.parse(stdout) as { client: string; version: string };
    print(`${told.client} ${told.version}: ${relay.sent.length} requests`);
    return { version: told.version, sent: relay.sent };
  } finally {
    await relay.close();
  }
}

const words = (items: readonly Item[]) =>
  items.map(({ type, name, trust }) => `${type} ${name} ${trust}`.replace("  ", " ")).sort();

async function everythingOf(kind: string, value: string): Promise<{ words: string[]; ids: string[] }> {
  const person = await lookUp(server, kind, value);
  if (person === undefined) throw new Error(`nobody by ${kind}`);
  return {
    words: words(await timelineOf(server, person.id)),
    ids: person.identifiers.map((i) => `${i.kind} ${i.value}`).sort(),
  };
}

async function countEvents(): Promise<number> {
  return (await server.ask<{ total: number }>("/api/people?limit=1")).body.total;
}

/** Sends every request that carried events once more; how many the answers call duplicates. */
async function repeat(sent: readonly Sent[]): Promise<{ accepted: number; duplicates: number }> {
  const total = { accepted: 0, duplicates: 0 };
  for (const request of sent) {
    const answer = await sendAgain(server.url, request);
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Taken;
    expect(body.parked.filter(({ code }) => code !== "event.needs_server_key")).toEqual([]);
    total.accepted += body.accepted;
    total.duplicates += body.duplicates;
  }
  return total;
}

const all: { run: Run; events: number }[] = [];

async function countsOnce(run: Run, events: number): Promise<void> {
  all.push({ run, events });
  expect(await repeat(run.sent)).toEqual({ accepted: 0, duplicates: events });
}

describe("the event clients that shops have today, as they come from npm", () => {
  it("Segment's Node client: all six calls arrive with their names and people, and sent again they count once", async () => {
    const who = "segmentnode";
    const ran = await run("segment-node", server.serverKey, who);
    const seen = await everythingOf("email", `${who}@segment-node.example.com`);
    expect(seen.words).toEqual([
      "alias proven",
      "group proven",
      "identify proven",
      "page Home proven",
      "screen Start proven",
      "track Order Completed proven",
      "track Product Viewed proven",
    ]);
    expect(seen.ids).toEqual([
      `email ${who}@segment-node.example.com`,
      `login login-${who}`,
      `order order-${who}`,
      `visitor visitor-${who}`,
    ]);
    const before = await countEvents();
    await countsOnce(ran, 7);
    expect(await everythingOf("login", `login-${who}`)).toEqual(seen);
    expect(await countEvents()).toBe(before);
  });

  it("RudderStack's Node client: the same six calls, and sent again they count once", async () => {
    const who = "ruddernode";
    const ran = await run("rudder-node", server.serverKey, who);
    const seen = await everythingOf("visitor", `visitor-${who}`);
    expect(seen.words).toEqual([
      "alias proven",
      "group proven",
      "identify proven",
      "page Home proven",
      "screen Start proven",
      "track Order Completed proven",
      "track Product Viewed proven",
    ]);
    expect(seen.ids).toContain(`login login-${who}`);
    expect(seen.ids).toContain(`email ${who}@rudder-node.example.com`);
    await countsOnce(ran, 7);
    expect(await everythingOf("visitor", `visitor-${who}`)).toEqual(seen);
  });

  it("PostHog's Node client: a distinct id is its own kind, and only identify and alias join people", async () => {
    const who = "posthognode";
    const ran = await run("posthog-node", server.writeKey, who);
    const seen = await everythingOf("distinct_id", `distinct-${who}`);
    expect(seen.words).toEqual([
      "alias stated",
      "group stated",
      "identify stated",
      "page Home stated",
      "screen Start stated",
      "track Order Completed stated",
      "track Product Viewed stated",
    ]);
    expect(seen.ids.filter((id) => id.startsWith("login") || id.startsWith("visitor"))).toEqual([]);
    expect(seen.ids).toEqual([
      `distinct_id anonymous-${who}`,
      `distinct_id distinct-${who}`,
      `email ${who}@posthog-node.example.com`,
      `order order-${who}`,
    ]);
    expect(await lookUp(server, "distinct_id", `stranger-${who}`)).toBeUndefined();
    await countsOnce(ran, 7);
  });

  it("PostHog's merge of two known people is parked from a public key, and taken from the server key", async () => {
    const parked = await server.ask<{ items: { code: string; messageId: string }[] }>(
      "/api/events/parked?code=event.needs_server_key",
    );
    expect(parked.body.items.length).toBeGreaterThan(0);
    expect(await lookUp(server, "distinct_id", "other-posthognode")).toBeUndefined();
    await run("posthog-node", server.serverKey, "merging");
    const merged = await everythingOf("distinct_id", "other-merging");
    expect(merged.ids).toContain("distinct_id distinct-merging");
    expect(merged.words).toContain("alias proven");
    expect(merged.words).toHaveLength(8);
  });

  it("Jitsu's client: the key in the header counts, the masked one in the body does not", async () => {
    const who = "jitsu";
    const ran = await run("jitsu", `${server.writeKey}:secret`, who);
    expect(
      ran.sent.map(({ body }) => (JSON.parse(body.toString()) as { writeKey: string }).writeKey),
    ).toContain(`${server.writeKey}:***`);
    const seen = await everythingOf("login", `login-${who}`);
    expect(seen.words).toEqual([
      "group stated",
      "identify stated",
      "page stated",
      "track Order Completed stated",
      "track Product Viewed stated",
    ]);
    expect(seen.ids).toContain(`email ${who}@jitsu.example.com`);
    expect(seen.ids).toContain(`visitor visitor-${who}`);
    await countsOnce(ran, 5);
    const masked = await sendAgain(server.url, {
      method: "POST",
      path: "/api/s/track",
      headers: { "content-type": "application/json" },
      body: Buffer.from(
        JSON.stringify({ type: "track", event: "X", userId: "u", writeKey: `${server.writeKey}:***` }),
      ),
    });
    expect(masked.status).toBe(401);
  });

  it("Snowplow's Node tracker: the app id is the key, and its events arrive under our words", async () => {
    const who = "snowplow";
    const ran = await run("snowplow-node", server.writeKey, who);
    const seen = await everythingOf("login", `login-${who}`);
    expect(seen.words).toEqual([
      "page Home stated",
      "screen Start stated",
      "track cart/add stated",
      "track order_completed stated",
    ]);
    expect(seen.ids).toEqual([`login login-${who}`, `order order-${who}`, `visitor visitor-${who}`]);
    await countsOnce(ran, 4);
  });

  it("after a restart of the server, everything that any client sends again is still known and counts once", async () => {
    await server.restart();
    expect(all).toHaveLength(5);
    for (const { run: ran, events } of all)
      expect(await repeat(ran.sent)).toEqual({ accepted: 0, duplicates: events });
  });
});

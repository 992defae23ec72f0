// What the dial costs where events come in: nothing that could be measured where nobody chose, one question a batch where
// somebody did, however many people chose. Figures are printed; plans are held.
import { performance } from "node:perf_hooks";
import { listStatements } from "@somlos/kernel/db";
import { dialShield } from "@somlos/modules/consent";
import { isMinded } from "@somlos/modules/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../src/testing/test-app.ts";
import { print } from "./harness.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const sender = { sourceId: 1, trust: "proven", channel: "web" } as const;
const EVENTS = 700;
const DIALS = 200;
let sent = 0;
const batch = () =>
  Array.from({ length: EVENTS }, () => {
    const n = ++sent % 4000;
    return {
      ...{
        type: "track",
        event: "Product Viewed",
        messageId: `m ${sent}`,
        userId: `u${n}`,
        anonymousId: `v${n}`,
      },
      context: { channel: "web", page: { url: "https://butik.example/lampor", title: "Lampor" } },
      properties: { product_id: `p${n % 50}`, price: 129.5, currency: "SEK" },
    };
  });
const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;

/** Microseconds an event, the median of some batches. */
async function cost(): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 21; i++) {
    const messages = batch();
    const begun = performance.now();
    const outcomes = await at.house.collector.take({ sender, messages, suspicious: false });
    took.push(((performance.now() - begun) * 1000) / EVENTS);
    expect(outcomes.every(({ kind }) => kind === "accepted" || kind === "hushed")).toBe(true);
  }
  return median(took);
}

/** Some people choose "never"; one of them is among those whose events are measured. */
async function turn(channel: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${at.secrets.serverKey}:`).toString("base64")}`;
  for (let n = 0; n < DIALS; n++) {
    const identifier = { kind: "login", value: n === 0 ? "u1" : `quiet ${n}` };
    const answer = await fetch(`${at.base}/v1/dial`, {
      method: "PUT",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ identifier, channels: { [channel]: { level: "never" } } }),
    });
    expect(answer.status).toBe(200);
  }
}

it("the figures: nobody chose, people chose in another channel, people chose in the channel of the events", async () => {
  for (let i = 0; i < 10; i++)
    await at.house.collector.take({ sender, messages: batch(), suspicious: false });
  const nobody = await cost();
  const arrivals = batch().map(() => ({
    parsed: { fit: { channel: "web", name: "Product Viewed", at: 0 } },
  })) as never;
  const begun = performance.now();
  for (let i = 0; i < 1000; i++)
    expect(isMinded([dialShield(at.house.dial, at.house)], arrivals)).toBe(false);
  const look = ((performance.now() - begun) * 1000) / (EVENTS * 1000);
  await turn("store");
  const elsewhere = await cost();
  await turn("web");
  const here = await cost();
  print(
    `µs an event: nobody chose ${nobody.toFixed(1)} (of it the look into memory ${look.toFixed(3)}), ${DIALS} chose in another channel ${elsewhere.toFixed(1)}, ${DIALS} chose in this channel ${here.toFixed(1)}`,
  );
  expect(look).toBeLessThan(2);
});

it("the question goes by indexes when thirty thousand people have a dial", async () => {
  const client = await at.house.db.connect();
  try {
    await client.query(
      `insert into identity.watched select md5('w' || i)::uuid from generate_series(1, 30000) i`,
    );
    await client.query(
      `insert into identity.nodes (fp, id, kind, value, component, proven, leaf, given, first_ms, born_at, watched)
       select md5(k || i)::uuid, md5('id' || k || i)::uuid, 3, k || i, md5('c' || i)::uuid, true, false, false, 0, now(), k = 'w'
       from generate_series(1, 30000) i, unnest(array['w', 'x']) k`,
    );
    await client.query(
      `insert into consent.dial_acts (act, fp, kind, channel, level, at, said_in, by_kind, by_id)
       select md5('a' || i)::uuid, md5('w' || i)::uuid, 'email', 'store', 'never', now(), 'web', 'system', '1' from generate_series(1, 30000) i`,
    );
    await client.query("analyze identity.nodes, identity.watched, identity.lanes, consent.dial_acts");
    const question = listStatements().find(
      ({ text }) => text.includes("own on") || /n\.watched limit/.test(text),
    );
    const ids = "(select array_agg(md5('x' || i)::uuid) from generate_series(1, 700) i)";
    const places = "(select array_agg(i) from generate_series(1, 700) i)";
    const text = (question?.text ?? "")
      .replaceAll("$1::int[]", places)
      .replaceAll("$2::uuid[]", ids)
      .replaceAll("$3::int[]", "'{1}'::int[]")
      .replaceAll("$4::uuid[]", `array[md5('v')::uuid]`)
      .replaceAll("$5::bigint[]", "'{1}'::bigint[]");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain (analyze, timing off) ${text}`);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    const took = /Execution Time: ([\d.]+) ms/.exec(plan)?.[1];
    print(`700 identifiers asked about among 30,000 people with a dial: ${took} ms in PostgreSQL`);
    expect(plan).not.toMatch(/Seq Scan on (nodes|watched|lanes|dial_acts)/);
    expect(plan).toMatch(/nodes_watched/);
    const acts = await client.query<{ "QUERY PLAN": string }>(
      "explain select * from consent.dial_acts where fp = any(array[md5('w1')::uuid, md5('w2')::uuid]) and channel = any('{store}')",
    );
    expect(acts.rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("dial_acts_pkey");
  } finally {
    await client.end();
  }
});

// A person with very much: 10,000 identifiers and 24,000 events. The copy holds all of it, the erasure takes all of it, and both
// are done in steps that no write of ours outlasts.
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askDatabase, Customer } from "../src/testing/customer.ts";
import { openTestApp, type TestApp } from "../src/testing/test-app.ts";
import { print } from "./harness.ts";

const HOUR = 3_600_000;
const ORDERS = 7000;
const BROWSERS = 3000;
const EVENTS = 24_000;
const AT_ONCE = 1000;
const who = { userId: "stor-1", email: "stor@exempel.se", other: "stor@post.exempel.se" };
let at: TestApp;

beforeAll(async () => {
  at = await openTestApp();
});
afterAll(async () => {
  moveClock(0);
  await at.close();
});

function event(n: number): object {
  const timestamp = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  const said = { messageId: `stor-${n}`, userId: who.userId, timestamp };
  if (n < 2) return { ...said, type: "identify", traits: { email: n === 0 ? who.email : who.other } };
  if (n < ORDERS)
    return { ...said, type: "track", event: "Order Completed", properties: { order_id: `stor-order-${n}` } };
  const anonymousId = `stor-visitor-${n % BROWSERS}`;
  return { ...said, anonymousId, type: "page", name: "Lampor", properties: { n } };
}

it("a person of 10,000 identifiers and 24,000 events gets a whole copy, and is gone after the erasure", async () => {
  let began = performance.now();
  for (let n = 0; n < EVENTS; n += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, i) => event(n + i));
    const { body } = await at.send(batch, "server");
    expect([body["accepted"], body["code"]]).toEqual([AT_ONCE, undefined]);
  }
  await at.send(
    [{ type: "identify", userId: "liten-1", messageId: "liten", traits: { email: "liten@exempel.se" } }],
    "server",
  );
  const lookUp = async (email: string) => at.ask(`/api/people/lookup?kind=email&value=${email}`);
  print(`sent in ${Math.round(performance.now() - began)} ms`);
  const id = (await lookUp(who.email)).body["id"] as unknown as string;
  const browser = await (await new Customer(at).signIn(who.email)).prove(who.other);

  began = performance.now();
  const asked = await browser.ask("POST", "/v1/me/exports", {});
  expect(asked.status).toBe(200);
  await runRights(at.house);
  const copy = await browser.fetch("GET", `/v1/me/exports/${asked.body["id"]}/json`);
  expect(copy.status).toBe(200);
  const { rooms } = (await copy.json()) as { rooms: Record<string, { table: string; value?: string }[]> };
  expect(rooms["events"]?.length).toBe(EVENTS);
  const held = (rooms["identity"] ?? []).filter((row) => row.table === "identity.nodes");
  expect(new Set(held.map((row) => row.value)).size).toBe(ORDERS + BROWSERS + 1);
  print(`a copy of ${EVENTS} events in ${Math.round(performance.now() - began)} ms`);

  began = performance.now();
  const erasure = await at.ask(`/api/people/${id}/rights`, { kind: "erasure", reason: "bad om det" });
  expect([erasure.status, erasure.body["code"]]).toEqual([200, undefined]);
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
    moveClock(ahead);
    await runRights(at.house);
  }
  const receipt = await new Customer(at).ask("POST", "/v1/me/receipt", { receipt: erasure.body["receipt"] });
  expect(receipt.body["state"]).toBe("done");
  print(`its erasure in ${Math.round(performance.now() - began)} ms`);
  expect((await lookUp(who.email)).status).toBe(404);
  expect((await lookUp("liten@exempel.se")).status).toBe(200);
  const [left] = await askDatabase<{ n: number }>(
    at.database.url,
    `select (select count(*) from identity.nodes where value ilike '%stor%')
       + (select count(*) from events.bodies where body ilike '%stor-%') as n`,
  );
  expect(Number(left?.n)).toBe(0);
}, 120_000);

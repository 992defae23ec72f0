// Done 6 with the real program: its log at the finest level, a kill -9 in the middle of the erasure, two restarts. The needles
// are in no table, in no file of the home, and in nothing that it printed.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findNeedles } from "../src/testing/needles.ts";
import { print, type Server, startServer } from "./harness.ts";

const DAY = 86_400_000;
const MANY = 400;
const email = (n: number) => `nal${n}@exempel.se`;
const needles = [
  email(1),
  "nal1@exempel",
  "nal-login-1",
  "0701114455",
  "+46701114455",
  "Nålbrevsson",
  "hemlig notering om nålen",
];
let server: Server;

beforeAll(async () => {
  server = await startServer({ env: { SOMLOS_TEST_CLOCK: "1", SOMLOS_LOG: "trace" } });
});
afterAll(() => server?.free());

const said = (n: number, id: string, more: object) => ({
  ...{ userId: `nal-login-${n}`, messageId: `nal-${n}-${id}`, timestamp: "2026-01-20T10:00:00Z" },
  ...more,
});
const eventsOf = (n: number) => [
  said(n, "1", {
    type: "identify",
    traits: {
      email: email(n),
      phone: n === 1 ? "0701114455" : undefined,
      name: n === 1 ? "Kim Nålbrevsson" : "Kim",
    },
  }),
  ...Array.from({ length: n === 1 ? MANY : 1 }, (_, i) =>
    said(n, `t${i}`, {
      type: "track",
      event: "Product Viewed",
      properties: { note: n === 1 ? "hemlig notering om nålen" : "en lampa", i },
    }),
  ),
];

const stateOf = async (personId: string): Promise<string> => {
  const { body } = await server.ask<{ items: { state: string }[] }>(`/api/people/${personId}/rights`);
  return body.items?.[0]?.state ?? "gone";
};

it("an erasure that is killed in the middle goes on after the restart, and leaves nothing anywhere", async () => {
  for (const n of [1, 2, 3]) await server.send(eventsOf(n), "server");
  const { body } = await server.ask<{ id: string }>(`/api/people/lookup?kind=email&value=${email(1)}`);
  const asked = await server.ask<{ receipt: string }>(`/api/people/${body.id}/rights`, {
    kind: "erasure",
    reason: "bad om det",
  });
  expect(asked.status).toBe(200);
  let printed = server.said();
  await server.ask("/test/clock", { advanceMs: DAY + 3_600_000 });
  for (let i = 0; i < 200 && (await stateOf(body.id)) === "waiting"; i++) await sleep(20);
  await server.kill();
  printed += server.said();
  await server.start();
  const left = async () => findNeedles(await server.databaseUrl(), server.home, needles);
  for (let i = 0; i < 100 && (await left()).length > 0; i++) await sleep(200);
  expect(await left()).toEqual([]);
  await server.send(
    eventsOf(1).map((event) => ({ ...event, messageId: `again ${event.messageId}` })),
    "server",
  );
  printed += server.said();
  await server.restart();
  printed += server.said();
  expect(await left()).toEqual([]);
  expect(needles.filter((needle) => printed.includes(needle))).toEqual([]);
  const other = await server.ask(`/api/people/lookup?kind=email&value=${email(2)}`);
  expect(other.status).toBe(200);
  print(`erased ${MANY} events; ${printed.length} characters of log looked through`);
}, 120_000);

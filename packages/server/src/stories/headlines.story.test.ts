// REC-13: two figures a day. Anna is recognised on the web and in the store, Bo on the web alone; one of them may be written to.

import { randomUUID } from "node:crypto";
import type { Headline } from "@somlos/contract/rooms/consent-reach";
import { moveClock } from "@somlos/kernel/clock";
import { countReachWhenDue, countRecognition } from "@somlos/modules/consent";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const DAY = 86_400_000;
let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  await countRecognition(at.house);
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

let sent = 0;
const says = (event: object) =>
  at.send([{ messageId: `headline-${++sent}`, type: "track", event: "Seen", ...event }], "server");
const signsIn = (userId: string, channel: string) =>
  says({ userId, event: "Signed In", anonymousId: `browser-${userId}`, context: { channel } });
const shows = (club_card: string, channel: string) =>
  says({ properties: { club_card }, context: { channel, location: "malmo" } });
async function figures() {
  await countRecognition(at.house);
  const { body } = await at.ask("/api/permissions/reach");
  return body["found"] as unknown as Headline;
}
async function days(from: number, to: number): Promise<Headline[]> {
  const day = (ahead: number) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);
  return (await at.ask(`/api/permissions/headlines?from=${day(from)}&to=${day(to)}`)).body[
    "items"
  ] as unknown as Headline[];
}
/** Readers of the log stand behind every open transaction of the PostgreSQL, which other tests share. */
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 20_000, interval: 100 });
const idOf = async (value: string) =>
  (await at.ask("/api/people/lookup", { kind: "login", value })).body["id"];

it("counts who is recognised in two channels, whoever a card turns out to be of, and takes it back with a split", async () => {
  await signsIn("anna", "web");
  await signsIn("bo", "web");
  await shows("7712345", "till");
  await soon(async () => expect(await figures()).toMatchObject({ recognisable: 0 }));
  await soon(async () =>
    expect((await figures()).recognised).toEqual([
      { channel: "web", people: 2 },
      { channel: "till", people: 1 },
    ]),
  );
  await at.send(
    [{ type: "identify", userId: "anna", messageId: "hers", traits: { club_card: "7712345" } }],
    "server",
  );
  await soon(async () => expect((await figures()).recognisable).toBe(1));
  const card = { kind: "club_card", value: "7712345" };
  const wish = { actId: randomUUID(), reason: "the card is another's", identifiers: [card] };
  expect(await at.ask(`/api/people/${await idOf("anna")}/split`, wish)).toMatchObject({ status: 200 });
  expect((await figures()).recognisable).toBe(0);
});

it("keeps the figures of each day, and counts every day though nobody asks", async () => {
  await desk.meet("eva@exempel.se");
  await desk.tell(desk.yes("eva@exempel.se", { textId: desk.texts.offers }));
  await soon(async () => expect((await figures()).reachable).toBe(1));
  const [first, ...more] = await days(0, 0);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ reachable: 1, recognisable: 0, reached: [{ channel: "mail", people: 1 }] },
    recognised: [
      { channel: "web", people: 2 },
      { channel: "till", people: 1 },
    ],
  });
  for (const ahead of [40, 41, 42]) {
    moveClock(ahead * DAY);
    await countReachWhenDue(at.house);
  }
  expect((await days(0, 50)).map(({ reachable }) => reachable)).toEqual([1, 1, 1, 1]);
  moveClock(400 * DAY);
  await countReachWhenDue(at.house);
  expect((await days(399, 401))[0]).toMatchObject({ reachable: 0, recognised: [] });
  expect((await at.ask("/api/permissions/headlines?from=2026-01-01&to=2028-01-01")).status).toBe(400);
});

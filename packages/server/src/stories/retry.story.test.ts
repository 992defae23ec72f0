// A client that did not hear our answer sends again, and we may be another version by then: it counts once all the same.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const sender = { sourceId: 1, trust: "stated", channel: "web" } as const;
const raw = (name: string) => ({
  type: "track",
  event: "Product Added",
  userId: "retry",
  messageId: "retry-1",
  brandNew: "a field that has no place yet",
  properties: { name },
});
/** What a reader made of a message, before and after it learned something. */
const before = (name: string) => ({
  ...raw(name),
  context: { unmapped: { brandNew: raw(name).brandNew } },
});
const after = (name: string) => ({ ...raw(name), context: { brand: raw(name).brandNew } });

it("sent again after a reader was changed, it is known again; with other content it is parked", async () => {
  const take = (message: object, came: object) =>
    at.house.collector.take({ sender, messages: [message], came: [came] });
  expect(await take(before("Lamp"), raw("Lamp"))).toEqual([{ kind: "accepted" }]);
  expect(await take(after("Lamp"), raw("Lamp"))).toEqual([{ kind: "duplicate" }]);
  expect(await take(after("Sofa"), raw("Sofa"))).toEqual([{ kind: "parked", code: "event.other_body" }]);
});

it("in another batch, with other words on the envelope and another time of sending, it counts once", async () => {
  const message = {
    type: "track",
    event: "Cart Viewed",
    userId: "retry",
    messageId: "retry-2",
    properties: {},
  };
  const post = (body: object) =>
    fetch(`${at.base}/v1/batch`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${at.secrets.writeKey}:`).toString("base64")}`,
      },
      body: JSON.stringify(body),
    }).then((answer) => answer.json());
  expect(
    await post({ batch: [message], sentAt: "2026-11-21T10:00:00Z", context: { library: { name: "a" } } }),
  ).toMatchObject({ accepted: 1 });
  expect(
    await post({
      batch: [{ ...message, _metadata: { retryCount: 2 } }],
      sentAt: "2026-11-21T10:01:00Z",
      context: { library: { name: "b" } },
      integrations: {},
    }),
  ).toMatchObject({ accepted: 0, duplicates: 1, parked: [] });
});

it("an event that waited, was mended and taken in is known when its client sends it once more", async () => {
  const bad = {
    type: "track",
    event: "Order Completed",
    userId: "retry",
    messageId: "retry-3",
    timestamp: "yesterday",
  };
  expect((await at.send([bad])).body).toMatchObject({ parked: [{ code: "event.time_bad" }] });
  const { body } = await at.ask("/api/events/parked");
  const waiting = (body["items"] as unknown as { id: string; messageId: string }[]).find(
    (item) => item.messageId === "retry-3",
  );
  const { timestamp: _gone, ...good } = bad;
  expect((await at.ask("/api/events/parked/replay", { ids: [waiting?.id], body: good })).body).toMatchObject({
    replayed: 1,
  });
  const again = { ...good, timestamp: undefined };
  expect((await at.send([again])).body).toMatchObject({
    accepted: 0,
    parked: [{ code: "event.other_body" }],
  });
  const sender = { sourceId: 1, trust: "stated", channel: "web" } as const;
  expect(await at.house.collector.take({ sender, messages: [good], came: [bad] })).toEqual([
    { kind: "duplicate" },
  ]);
});

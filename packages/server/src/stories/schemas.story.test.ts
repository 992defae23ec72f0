// What a source may send: learned from what came, tried, put in force everywhere, and what breaks it waits, or is counted.
import { SourcesView } from "@somlos/modules/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

async function put(body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${at.base}/api/sources/1/schemas`, {
    method: "PUT",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
type Listed = {
  name: string;
  version: number;
  action: string;
  broken: { accepted: number; parked: number; dropped: number };
  waiting: number;
};
const list = async () =>
  (await at.ask("/api/sources/1/schemas")).body as unknown as {
    items: Listed[];
    ended: { name: string; version: number }[];
    seen: { name: string; count: number }[];
  };
const schemaOf = async (name: string) => (await list()).items.find((one) => one.name === name);
let n = 0;
const opened = (properties: object, event = "Newsletter Opened") => ({
  type: "track",
  event,
  userId: "reader",
  messageId: `schema-${++n}`,
  properties,
});
const name = "Newsletter Opened";
const strict = {
  type: "object",
  required: ["issue"],
  properties: { issue: { type: "integer" } },
};

it("is suggested by what came, and tried against it, before anything is in force", async () => {
  await at.send(
    Array.from({ length: 30 }, (_, i) => opened({ issue: i, device: i % 2 ? "phone" : "laptop" })),
  );
  await at.send([opened({ issue: "summer" })]);
  expect((await list()).seen).toContainEqual({ type: "track", name, count: 31 });
  const learned = await at.ask("/api/sources/1/schemas/learn", { name });
  expect(learned.body).toEqual({
    looked: 31,
    schema: {
      type: "object",
      properties: {
        device: { type: "string", enum: ["laptop", "phone"] },
        issue: { type: ["number", "string"] },
      },
      required: ["issue"],
    },
  });
  expect((await at.ask("/api/sources/1/schemas/learn", { name: "Never Sent" })).body).toMatchObject({
    code: "schemas.nothing_to_learn",
  });
  const tried = await at.ask("/api/sources/1/schemas/try", { name, schema: strict });
  expect(tried.body).toMatchObject({
    looked: 31,
    fit: 30,
    causes: [{ detail: "properties.issue: type integer", count: 1, messageId: "schema-31" }],
  });
  expect((await list()).items).toEqual([]);
});

it("in force it parks what breaks it, with cause and place, and nothing else; in another process within a second", async () => {
  const other = await SourcesView.open(at.house.db);
  try {
    expect(await put({ name, schema: strict, after: null })).toEqual({ status: 200, body: { version: 1 } });
    const sent = await at.send([
      opened({ issue: 1 }),
      opened({ issue: "x" }),
      opened({}),
      opened({}, "Other Event"),
    ]);
    expect(sent.body).toMatchObject({
      accepted: 2,
      parked: [
        { index: 1, code: "event.schema" },
        { index: 2, code: "event.schema" },
      ],
    });
    const parked = (await at.ask("/api/events/parked?code=event.schema")).body["items"] as unknown as {
      detail: string;
    }[];
    expect(parked.map((item) => item.detail).sort()).toEqual([
      "properties.issue: required",
      "properties.issue: type integer",
    ]);
    expect(await schemaOf(name)).toMatchObject({
      version: 1,
      action: "park",
      broken: { accepted: 0, parked: 2, dropped: 0 },
      waiting: 2,
    });
    const end = performance.now() + 1000;
    const there = () => other.termsOf(1)?.schemas?.get("track")?.get(name);
    while (there() === undefined && performance.now() < end)
      await new Promise((tell) => setTimeout(tell, 20));
    expect(there()?.version).toBe(1);
  } finally {
    await other.close();
  }
});

it("is changed by whoever saw the last version only; what waited is then taken in, the others wait on", async () => {
  const wider = { ...strict, properties: { issue: { type: ["integer", "string"] } } };
  expect(await put({ name, schema: wider, after: null })).toMatchObject({
    status: 409,
    body: { code: "schemas.saved_by_other" },
  });
  expect((await at.ask("/api/sources/1/schemas/try", { name, schema: wider })).body["waiting"]).toEqual({
    looked: 2,
    fit: 1,
  });
  const both = await Promise.all([
    put({ name, schema: wider, after: 1 }),
    put({ name, schema: wider, after: 1 }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  const replayed = await at.ask("/api/events/parked/replay", {
    all: true,
    code: "event.schema",
    sourceId: 1,
    name,
  });
  expect(replayed.body).toMatchObject({ replayed: 1, parked: 1 });
  const history = await at.ask(`/api/sources/1/schemas/history?name=${encodeURIComponent(name)}`);
  expect(
    (history.body["items"] as unknown as { version: number; endedAt: string | null }[]).map((one) => [
      one.version,
      one.endedAt === null,
    ]),
  ).toEqual([
    [2, true],
    [1, false],
  ]);
});

it("drops and counts, or lets in and counts, if it says so; what is dropped is nowhere and said to its sender", async () => {
  expect(await put({ name, schema: strict, action: "drop", after: 2 })).toMatchObject({ status: 200 });
  const bad = opened({ issue: "x" });
  expect((await at.send([bad, opened({ issue: 2 })])).body).toMatchObject({
    accepted: 1,
    parked: [],
    refused: [{ index: 0, code: "event.schema" }],
  });
  expect((await at.ask(`/api/events/${bad.messageId}/trace`)).status).toBe(404);
  expect(await put({ name, schema: strict, action: "accept", after: 3 })).toMatchObject({ status: 200 });
  expect((await at.send([opened({ issue: "x" })])).body).toMatchObject({ accepted: 1, parked: [] });
  expect((await schemaOf(name))?.broken).toEqual({ accepted: 1, parked: 2, dropped: 1 });
});

it("is ended, its versions stay, and every step is in the audit", async () => {
  expect((await at.ask("/api/sources/1/schemas/end", { name })).body).toEqual({ version: 4 });
  expect((await at.ask("/api/sources/1/schemas/end", { name })).body).toMatchObject({
    code: "schemas.unknown",
  });
  expect((await at.send([opened({ issue: "x" })])).body).toMatchObject({ accepted: 1 });
  expect((await list()).ended).toMatchObject([{ name, version: 4 }]);
  expect(await put({ name, schema: strict, after: null })).toMatchObject({ body: { version: 5 } });
  expect((await list()).ended).toEqual([]);
  const acts = (await at.ask("/api/audit")).body["items"] as unknown as { what: string; reason: string }[];
  expect(acts.filter((act) => act.what.startsWith("schemas.")).map((act) => act.reason)).toEqual([
    `${name}, version 5, park`,
    `${name}, version 4`,
    `${name}, version 4, accept`,
    `${name}, version 3, drop`,
    `${name}, version 2, park`,
    `${name}, version 1, park`,
  ]);
});

it("is refused when a text could keep it busy, and costs an event without one next to nothing", async () => {
  expect(
    await put({ name: "X", schema: { properties: { a: { pattern: "^(a+)+$" } } }, after: null }),
  ).toMatchObject({ status: 400, body: { code: "schemas.pattern_slow" } });
  expect((await at.ask("/api/schemas/templates")).body["items"]).toHaveLength(28);
});

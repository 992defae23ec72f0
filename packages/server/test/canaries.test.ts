// Done 4 of issue 3: with the dial off for a channel, nothing that an event carried is found anywhere: no table, no file
// under the home (the database's own among them), no line of the log.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CANARY, canary, foreignOf, messagesOf } from "./canaries.ts";
import { filesWith, tablesWith } from "./finding.ts";
import { print, type Server, startServer } from "./harness.ts";

const USER = `${CANARY}user`;
let at: Server;
let store: { publicKey: string; serverKey: string; sourceId: number };

beforeAll(async () => {
  at = await startServer({ database: "embedded", env: { SOMLOS_LOG: "trace" } });
  const made = { name: "Butik", kind: "till", channel: "store", currency: "SEK" };
  const sourceId = (await at.ask<{ id: number }>("/api/sources", made)).body.id;
  const key = async (trust: string) =>
    (await at.ask<{ text: string }>("/api/keys", { sourceId, name: trust, trust })).body.text;
  store = { sourceId, publicKey: await key("public"), serverKey: await key("server") };
  await call("PUT", `/api/sources/${sourceId}/listen`, { on: true });
}, 120_000);
afterAll(() => at.free());

const call = (method: string, path: string, body?: object | string, headers: Record<string, string> = {}) =>
  fetch(`${at.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${at.adminToken}`,
      ...(typeof body === "string" ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
const post = (messages: readonly unknown[], key: string) =>
  call(
    "POST",
    "/v1/batch",
    { batch: messages, context: { ip: canary() }, [canary()]: canary() },
    {
      ...{ authorization: basic(key), "user-agent": canary(), "x-forwarded-for": canary() },
    },
  );

const count = async (text: string): Promise<number> => {
  const client = new pg.Client(await at.databaseUrl());
  await client.connect();
  return client
    .query<{ n: number }>(text)
    .then(({ rows }) => rows[0]?.n ?? -1)
    .finally(() => client.end());
};

/** Looked at, tried and run to its end: as a colleague does, who then goes home. */
async function importFile(text: string, mapping: object, name = "butik.csv"): Promise<string> {
  const made = await call("POST", `/api/imports?name=${name}`, text, {
    "content-type": "application/octet-stream",
  });
  const { id } = (await made.json()) as { id: string };
  const { suggestion } = (await (await call("GET", `/api/imports/${id}/sample`)).json()) as {
    suggestion: object;
  };
  expect(
    (await call("PUT", `/api/imports/${id}/mapping`, { mapping: { ...suggestion, ...mapping } })).status,
  ).toBe(200);
  const stands = async () =>
    ((await (await call("GET", `/api/imports/${id}`)).json()) as { state: string }).state;
  const until = async (verb: string, state: string) => {
    expect((await call("POST", `/api/imports/${id}/${verb}`)).status).toBe(200);
    for (let i = 0; i < 300 && (await stands()) !== state; i++) await sleep(100);
    expect(await stands()).toBe(state);
  };
  await until("try", "mapped");
  await until("start", "done");
  return id;
}
type Refused = { readonly line: number; readonly code: string; readonly row: string };
const refusedOf = async (id: string): Promise<readonly Refused[]> =>
  (await at.ask<{ items: readonly Refused[] }>(`/api/imports/${id}/refused`)).body.items;

/** The file went with the end of its import, and nobody has to do anything for it. */
async function noneOf(id: string): Promise<void> {
  const files = (): Promise<string[]> => readdir(join(at.home, "imports"));
  for (let i = 0; i < 50 && (await files()).includes(id); i++) await sleep(100);
  expect(await tablesWith(at, CANARY)).toEqual([]);
  expect(await filesWith(at, CANARY)).toEqual([]);
  expect(at.said().toLowerCase()).not.toContain(CANARY);
  expect((await at.ask(`/api/imports/${id}`)).body).toMatchObject({ state: "done", fileKept: false });
}

describe("canaries in every field of every event, with the dial off (REC-05)", () => {
  it("a canary of somebody who has no dial is found in the tables and in the files: the search works", async () => {
    const event = { type: "track", event: "Product Viewed", userId: "free", messageId: "zqcontrol" };
    const headers = { authorization: basic(store.serverKey) };
    expect((await call("POST", "/v1/batch", { batch: [event] }, headers)).status).toBe(200);
    await sleep(300);
    expect(await tablesWith(at, "zqcontrol")).toContain("events.tapped");
    expect((await filesWith(at, "zqcontrol")).length).toBeGreaterThan(0);
  });

  it("over every client family, with either key, none is found in any table, file or line of the log", async () => {
    for (const identifier of [
      { kind: "login", value: USER },
      { kind: "distinct_id", value: USER },
      { kind: "club_card", value: USER },
    ]) {
      const body = {
        identifier,
        channels: { store: { level: "never" }, import: { level: "never" }, app: { level: "never" } },
      };
      const set = await call("PUT", "/v1/dial", body, { authorization: basic(at.serverKey) });
      expect(set.status).toBe(200);
    }
    const messages = await messagesOf(at, USER);
    for (const key of [store.publicKey, store.serverKey]) {
      const answer = await post(messages, key);
      expect(await answer.json()).toMatchObject({ parked: [], refused: [] });
      for (const { path, body } of foreignOf(key, USER)) {
        const { status } = await call(body === undefined ? "GET" : "POST", path, body, {
          authorization: basic(key),
          "user-agent": canary(),
        });
        expect([path.split("?")[0], status < 300]).toEqual([path.split("?")[0], true]);
      }
    }
    const again = await post(messages.slice(0, 28), store.serverKey);
    expect(await again.json()).toMatchObject({ accepted: 0, duplicates: 28 });
    await sleep(500); // listeners write beside the answer
    expect(await tablesWith(at, CANARY)).toEqual([]);
    expect(await filesWith(at, CANARY)).toEqual([]);
    expect(at.said().toLowerCase()).not.toContain(CANARY);
    const kept = await count("select count(*)::int as n from events.hushed");
    print(`${messages.length} messages and 6 of other families, twice: ${kept} hours without a person kept`);
    expect(kept).toBeGreaterThan(28 + 6);
  });

  it("nor after a colleague brought them in a file, rows that fit and rows that do not", async () => {
    const rows = Array.from({ length: 5 }, () => `${USER},${canary()}@exempel.se,${canary()},7`);
    const bad = `${USER},${canary()}@exempel.se,${canary()},${canary()}`;
    const others = ["other-1,bo@exempel.se,Bo,8", "other-2,cia@exempel.se,Cia,many"];
    const broken = `${USER},"${canary()}"${canary()},${canary()}`;
    const csv = ["club_card,email,first_name,points", ...rows, bad, ...others, broken].join("\n");
    const points = { column: "points", as: "number" };
    const id = await importFile(csv, { fields: { firstName: "first_name", points } });
    expect(await refusedOf(id)).toMatchObject([
      { line: 7, code: "imports.row_number_bad", row: "null" },
      { line: 9, code: "imports.row_number_bad", row: expect.stringContaining("cia@exempel.se") },
      { line: 10, code: expect.stringMatching(/^imports\.row_/), row: "null" },
    ]);
    await noneOf(id);
  });

  it("nor of an order whose lines stand apart, nor of events that came whole", async () => {
    const lines = [
      `1,${USER},${canary()},2`,
      `1,other-3,lamp,3`,
      "2,other-3,lamp,4",
      `2,${USER},${canary()},5`,
      `3,${USER},${canary()},${canary()}`,
    ];
    const grouped = await importFile(["order,who,product,count", ...lines].join("\n"), {
      event: { type: "track", name: "Order Completed" },
      ids: { login: "who", order: "order" },
      fields: {},
      groupBy: {
        columns: ["order"],
        lines: { name: "product", quantity: { column: "count", as: "number" } },
      },
    });
    expect(await refusedOf(grouped)).toMatchObject([
      { line: 3, code: "imports.row_disagrees", row: expect.stringContaining("lamp") },
      { line: 5, code: "imports.row_disagrees", row: "null" },
      { line: 6, code: "imports.row_number_bad", row: "null" },
    ]);
    const events = [
      { type: "track", event: canary(), userId: USER, properties: { note: canary() } },
      { type: "track", event: "Sold", userId: "other-4" },
    ];
    const whole = [...events.map((event) => JSON.stringify(event)), `{"userId":"${USER}","${canary()}`];
    const id = await importFile(
      whole.join("\n"),
      { event: { type: "as_is" }, ids: {}, fields: {} },
      "h.jsonl",
    );
    expect(await refusedOf(id)).toMatchObject([{ line: 3, row: "null" }]);
    await noneOf(id);
  });

  it("the web is unchanged at the same time", async () => {
    const before = await count("select count(*)::int as n from events.log where type <> 9");
    const { body } = await at.send([
      { type: "track", event: "Product Viewed", userId: USER, messageId: "web-1" },
    ]);
    expect(body).toMatchObject({ accepted: 1 });
    expect(await count("select count(*)::int as n from events.log where type <> 9")).toBe(before + 1);
    const found = await at.ask<{ identifiers: { value: string }[] }>("/api/people/lookup", {
      kind: "login",
      value: USER,
    });
    expect(found.body.identifiers.map(({ value }) => value)).toContain(USER);
  });
});

// Done 6: erase, replay the log, import the same file again, restore yesterday's backup, restart. Needles (every identifier as
// written and as kept, canaries in free text) are in no table and in no file of the home.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { moveClock } from "@somlos/kernel/clock";
import { keepSecrets } from "@somlos/kernel/config";
import { listMigrations, openDatabase } from "@somlos/kernel/db";
import { backup, restore } from "@somlos/kernel/keep";
import { databaseUrl, onServer, type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { forgetTransactions } from "@somlos/modules/events";
import { forgetFiles, runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Customer } from "../testing/customer.ts";
import { findNeedles } from "../testing/needles.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
const quiet = { log: () => undefined };
const LONG_AGO = "2026-01-15T10:00:00.000Z";
const CSV =
  "id;email;name;phone\nanna-k;Anna.Needle@Exempel.se;Anna Kanarieson;070-111 22 33\nbo-b;bo@exempel.se;Bo Berg;070-999 88 77\n";
const NEEDLES = [
  ...[
    "anna.needle@exempel.se",
    "anna.andra@exempel.se",
    "070-111 22 33",
    "+46 70 111 22 33",
    "+46701112233",
    "701112233",
  ],
  ...[
    "anna-k-login",
    "v-anna-browser",
    "kort-778899",
    "order-anna-1",
    "Kanarieson",
    "kanariefågel i en anteckning",
  ],
];

let home: string;
let database: TestDatabase;
let at: TestApp;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "somlos-needles-"));
  database = await testDatabase();
  at = await openTestApp({ home, database, secrets: await keepSecrets(home), role: "all" });
});
afterEach(() => moveClock(0));
afterAll(async () => {
  await at.close();
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const anna = (prefix: string, timestamp = LONG_AGO) => [
  {
    ...{ type: "identify", userId: "anna-k-login", messageId: `${prefix}1`, timestamp },
    traits: {
      email: "Anna.Needle@Exempel.se",
      phone: "070-111 22 33",
      name: "Anna Kanarieson",
      club_card: "kort-778899",
    },
  },
  {
    ...{ type: "identify", userId: "anna-k-login", messageId: `${prefix}2`, timestamp },
    traits: { email: "anna.andra@exempel.se", note: "kanariefågel i en anteckning" },
  },
  {
    ...{
      type: "track",
      event: "Order Completed",
      userId: "anna-k-login",
      messageId: `${prefix}3`,
      timestamp,
    },
    properties: {
      order_id: "order-anna-1",
      comment: "kanariefågel i en anteckning",
      revenue: 10,
      currency: "SEK",
    },
  },
];
/** Bo gives Anna's address and number with a gift: he stays, and what he said of her goes. */
const bo = [
  {
    type: "identify",
    userId: "bo-login",
    messageId: "b1",
    timestamp: LONG_AGO,
    traits: { email: "bo.berg@exempel.se", name: "Bo Berg" },
  },
  {
    ...{ type: "track", event: "Gift Sent", userId: "bo-login", messageId: "b2", timestamp: LONG_AGO },
    properties: { to: "anna.needle@exempel.se", number: "+46 70 111 22 33", gift: "en lampa" },
  },
];
/** Two others, and what colleagues say of them and of Anna in one breath. */
const cia = {
  type: "identify",
  userId: "cia-login",
  messageId: "c1",
  timestamp: LONG_AGO,
  traits: { email: "cia@exempel.se" },
};
const SAID = "Anna ringde från +46 70 111 22 33 (Anna.Needle@exempel.se, kort-778899) om honom";
const LEFT = "Anna ringde från … (…, …) om honom";
const browser = [
  {
    type: "identify",
    userId: "anna-k-login",
    anonymousId: "v-anna-browser",
    messageId: "w1",
    timestamp: LONG_AGO,
    traits: {},
  },
  { type: "page", name: "Lampor", anonymousId: "v-anna-browser", messageId: "w2", timestamp: LONG_AGO },
  {
    type: "track",
    anonymousId: "v-anna-browser",
    messageId: "w3",
    event: "",
    properties: { email: "anna.needle@exempel.se" },
  },
];

async function importFile(): Promise<string> {
  const authorization = `Bearer ${at.secrets.adminToken}`;
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${at.base}/api/imports${path}`, {
      ...init,
      headers: { authorization, ...init.headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string; state: string; suggestion?: object };
  };
  const headers = { "content-type": "application/octet-stream" };
  const { id } = await ask("?name=kunder.csv", { method: "POST", headers, body: CSV });
  const { suggestion } = await ask(`/${id}/sample`);
  const json = { "content-type": "application/json" };
  await ask(`/${id}/mapping`, {
    method: "PUT",
    headers: json,
    body: JSON.stringify({ mapping: suggestion }),
  });
  await ask(`/${id}/start`, { method: "POST" });
  for (let i = 0; i < 200; i++) {
    if ((await ask(`/${id}`)).state === "done") return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import did not end");
}

const look = (value: string, kind = "email") =>
  at.ask(`/api/people/lookup?kind=${kind}&value=${encodeURIComponent(value)}`);
const nowhere = (url = database.url) => findNeedles(url, home, NEEDLES);

async function asked(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await at.ask(path, { actId: randomUUID(), reason: SAID, ...body });
  expect([path, answer.status, answer.body["code"]]).toEqual([path, 200, undefined]);
  return answer.body;
}
/** Bo's copy is made, he is opened with a reason, kept apart from Cia, which is taken back, and joined with her never. */
async function speakOfHer(): Promise<{ id: string; copy: string }> {
  const id = String((await look("bo.berg@exempel.se")).body["id"]);
  const copy = String((await asked(`/api/people/${id}/rights`, { kind: "export" }))["id"]);
  await runRights(at.house);
  await asked(`/api/people/${id}/reason`, {});
  const ends = ["bo-login", "cia-login"].map((value) => ({ kind: "login", value }));
  const apart = await asked("/api/people/keep-apart", { a: ends[0], b: ends[1] });
  await asked(`/api/people/rulings/${apart["rulingId"]}/undo`, {});
  const decided = {
    who: "admin-token",
    what: "matches.decide",
    object: "anna.needle@exempel.se",
    reason: SAID,
  };
  await at.house.audit.look([decided, { ...decided, object: randomUUID(), personId: id }]);
  return { id, copy };
}

const receiptOf = async (receipt: string) =>
  (await new Customer(at).ask("POST", "/v1/me/receipt", { receipt })).body;

/** Asks in the person's name, and goes through the day. */
async function erase(): Promise<string> {
  const { body } = await look("anna.needle@exempel.se");
  const asked = await at.ask(`/api/people/${body["id"]}/rights`, {
    kind: "erasure",
    reason: "bad om det per telefon",
  });
  expect(asked.status).toBe(200);
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
    moveClock(ahead);
    await runRights(at.house);
    // In the same second, before this process knows: what comes too late goes with the rest.
    if (ahead === 25 * HOUR) await at.send(anna("at-once"), "server");
    await sleep(1000); // the clock was moved past the wait in which every process comes to know
  }
  // The worker of the app may be the one that does it.
  const receipt = String(asked.body["receipt"]);
  while ((await receiptOf(receipt))["state"] !== "done") {
    await sleep(200);
    await runRights(at.house);
  }
  const found = await at.ask(`/api/people/${body["id"]}`);
  expect(found.status).toBe(404);
  return receipt;
}
type Room = { readonly room: string; readonly removed: Readonly<Record<string, number>> };
const cleanedIn: Readonly<Record<string, string>> = {
  ...{ access: "access.acts", rights: "rights.pieces", identity: "identity.rulings" },
};

it("the erased are nowhere, whatever is sent, imported or restored again; others stay whole, and later they start anew", async () => {
  await at.send([...anna("a"), ...bo, cia], "server");
  await at.send(browser);
  await importFile();
  const { id, copy } = await speakOfHer();
  const planted = await nowhere();
  expect(planted.length).toBeGreaterThan(20);
  for (const table of ["rights.pieces", "access.acts", "identity.rulings", "events.parked"])
    expect(planted).toContain(`${table}: anna.needle@exempel.se`);
  const file = join(await mkdtemp(join(tmpdir(), "somlos-yesterday-")), "yesterday.backup");
  await backup(at.house.db, file, quiet);

  const receipt = await erase();
  expect(await nowhere()).toEqual([]);
  const { body } = await look("bo.berg@exempel.se");
  const timeline = await at.ask(`/api/people/${body["id"]}/timeline`);
  expect(JSON.stringify(timeline.body)).toContain("en lampa");
  // what was said of others stays, and so does their copy
  const rulings = (await at.ask(`/api/people/${id}/rulings`)).body["items"];
  expect(rulings).toMatchObject([{ reason: LEFT, undoneReason: LEFT }]);
  const authorization = `Bearer ${at.secrets.adminToken}`;
  const fetched = await fetch(`${at.base}/api/rights/${copy}/json`, { headers: { authorization } });
  expect(fetched.status).toBe(200);
  expect(JSON.stringify(await fetched.json())).toContain("en lampa");
  const { rooms } = (await receiptOf(receipt)) as unknown as { rooms: Room[] };
  const cleaned = (room: string) =>
    rooms.find((one) => one.room === room)?.removed[`${cleanedIn[room]} (cleaned)`];
  expect([cleaned("access"), cleaned("identity")]).toEqual([4, 1]);
  expect(cleaned("rights")).toBeGreaterThan(0);

  // the log again, the same under other ids, and the file again
  expect((await at.send(anna("a"), "server")).body).toMatchObject({ duplicates: 3 });
  await at.send(anna("again"), "server");
  await importFile();
  await forgetFiles(at.house);
  expect(await nowhere()).toEqual([]);
  expect(await readdir(join(home, "imports"))).toEqual([]);
  expect((await look("anna.needle@exempel.se")).status).toBe(404);

  // yesterday's backup, and a restart on it
  const server = process.env["SOMLOS_TEST_SERVER"] ?? "";
  const name = `t_${randomBytes(6).toString("hex")}`;
  await at.close();
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const url = databaseUrl(server, name);
  const empty = openDatabase(url);
  await restore(empty, file, {
    ...quiet,
    migrations: await listMigrations(),
    afterRestore: [forgetTransactions],
  });
  expect((await findNeedles(url, home, NEEDLES)).length).toBeGreaterThan(10);
  await empty.close();
  at = await openTestApp({
    home,
    database: { db: empty, url, drop: async () => undefined },
    secrets: await keepSecrets(home),
  });
  expect(await findNeedles(url, home, NEEDLES)).toEqual([]);
  expect((await look("bo.berg@exempel.se")).status).toBe(200);

  // what comes later starts anew
  moveClock(26 * HOUR);
  await at.send(anna("later", new Date(Date.now() + 26 * HOUR).toISOString()).slice(1, 2), "server");
  const anew = await look("anna.andra@exempel.se");
  expect(anew.status).toBe(200);
  expect(JSON.stringify(anew.body)).not.toContain("Needle");
  await at.close();
  await onServer(server, `drop database ${name} with (force)`);
  at = await openTestApp({ home, database, secrets: await keepSecrets(home) });
});

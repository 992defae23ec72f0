import { moveClock } from "@somlos/kernel/clock";
import type { Actor } from "@somlos/kernel/db";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Keyring } from "./keyring.ts";
import { changeKey, closeKey, createKey, ensureKeys, rollKey } from "./keys.actions.ts";
import { decideRoll, originOf, prefixOf } from "./keys.rules.ts";
import { listKeys } from "./keys.store.ts";

const ACTOR: Actor = { kind: "staff", id: "tester" };
const DAY = 86_400;
let t: TestDatabase;
let here: Keyring;
let there: Keyring;

beforeAll(async () => {
  t = await testDatabase();
  here = await Keyring.open(t.db);
  there = await Keyring.open(t.db);
});
afterEach(() => moveClock(0));
afterAll(async () => {
  await here.close();
  await there.close();
  await t.drop();
});

const make = (trust: "public" | "server" = "server", origins: string[] = []) =>
  t.db.work(ACTOR, (work) => createKey(work, { sourceId: 7, name: "Till", trust, origins }));
const roll = (id: string, seconds: number) => t.db.work(ACTOR, (work) => rollKey(work, id, seconds));
const close = (id: string) => t.db.work(ACTOR, (work) => closeKey(work, id));
const rowOf = async (id: string) =>
  t.db.read(async (tx) => (await listKeys(tx)).find((key) => key.id === id));

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await new Promise((tell) => setTimeout(tell, 20));
  return holds();
}

describe("keys", () => {
  test("a new key is found with its trust, source and origins, and anything else is not", async () => {
    const key = await make("public", ["https://shop.example/", "https://shop.example"]);
    await here.refresh();
    expect(here.find(key.text)).toEqual({
      keyId: key.id,
      trust: "public",
      sourceId: 7,
      origins: ["https://shop.example"],
    });
    expect(here.find(`${key.text}x`)).toBeUndefined();
    expect(here.find("")).toBeUndefined();
  });

  test("a server key is kept as a hash only; a public one can be shown again", async () => {
    const secret = await make("server");
    const open = await make("public");
    expect(await rowOf(secret.id)).toMatchObject({ clear: null, prefix: secret.text.slice(0, 8) });
    expect(await rowOf(open.id)).toMatchObject({ clear: open.text });
    const dump = await t.db.connect();
    const found = await dump.query("select 1 from access.keys k where k::text like $1", [`%${secret.text}%`]);
    await dump.end();
    expect(found.rowCount).toBe(0);
  });

  test("a key closed in one process is out of force in another within a second", async () => {
    const key = await make();
    expect(await within(1000, () => there.find(key.text) !== undefined)).toBe(true);
    await close(key.id);
    expect(await within(1000, () => there.find(key.text) === undefined)).toBe(true);
    await expect(close(key.id)).resolves.toBeUndefined();
  });

  test("after a roll the new key works at once and the old one for exactly the chosen time", async () => {
    const old = await make();
    const fresh = await roll(old.id, DAY);
    await here.refresh();
    expect(here.find(fresh.text)?.sourceId).toBe(7);
    expect(here.find(old.text)?.keyId).toBe(old.id);
    moveClock((DAY - 60) * 1000);
    expect(here.find(old.text)).toBeDefined();
    moveClock((DAY + 1) * 1000);
    expect(here.find(old.text)).toBeUndefined();
    expect(here.find(fresh.text)).toBeDefined();
  });

  test("a roll without overlap stops the old key at once", async () => {
    const old = await make();
    await roll(old.id, 0);
    await here.refresh();
    expect(here.find(old.text)).toBeUndefined();
  });

  test("two colleagues roll the same key at once: one new key is made, the other is told", async () => {
    const old = await make();
    const answers = await Promise.allSettled([roll(old.id, 3600), roll(old.id, 3600)]);
    expect(answers.map((a) => a.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((a) => a.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "keys.already_rolled" } });
  });

  test("closing while somebody rolls always leaves the old key dead", async () => {
    for (let i = 0; i < 5; i++) {
      const old = await make();
      const [rolled] = await Promise.allSettled([roll(old.id, DAY), close(old.id)]);
      await here.refresh();
      expect(here.find(old.text)).toBeUndefined();
      if (rolled.status === "fulfilled") expect(here.find(rolled.value.text)).toBeDefined();
      else expect(rolled.reason).toMatchObject({ code: "keys.closed" });
    }
  });

  test("a closed key cannot be renamed or rolled, and an unknown one is told so", async () => {
    const key = await make();
    await close(key.id);
    await expect(roll(key.id, 0)).rejects.toMatchObject({ code: "keys.closed" });
    const rename = (id: string) => t.db.work(ACTOR, (work) => changeKey(work, id, { name: "New" }));
    await expect(rename(key.id)).rejects.toMatchObject({ code: "keys.closed" });
    await expect(rename("0197a000-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "keys.unknown",
    });
  });

  test("renaming keeps the origins, and new origins are in force at once", async () => {
    const key = await make("public", ["https://a.example"]);
    await t.db.work(ACTOR, (work) => changeKey(work, key.id, { name: "Shop" }));
    await t.db.work(ACTOR, (work) => changeKey(work, key.id, { origins: ["http://localhost:5173"] }));
    await here.refresh();
    expect(here.find(key.text)?.origins).toEqual(["http://localhost:5173"]);
    expect(await rowOf(key.id)).toMatchObject({ name: "Shop" });
  });

  test("when a key was last used is written in a batch and never goes back", async () => {
    const key = await make();
    await here.refresh();
    here.find(key.text);
    await here.flushUses();
    const first = (await rowOf(key.id))?.lastUsedAt;
    expect(first).toBeInstanceOf(Date);
    moveClock(-3_600_000);
    here.find(key.text);
    await here.flushUses();
    expect((await rowOf(key.id))?.lastUsedAt).toEqual(first);
  });

  test("the keys of the settings are in force after every start, by any number of processes at once", async () => {
    const given = { writeKey: "pk_settings_write", serverKey: "sk_settings_server" };
    const starts = Array.from({ length: 6 }, () => t.db.work(ACTOR, (work) => ensureKeys(work, given)));
    for (const start of await Promise.all(starts)) expect(start).toEqual({ writeKey: true, serverKey: true });
    await here.refresh();
    expect(here.find(given.writeKey)).toMatchObject({ trust: "public", sourceId: 1 });
    expect(here.find(given.serverKey)).toMatchObject({ trust: "server", sourceId: 2 });
    expect(here.writeKey(given.writeKey)).toBe(given.writeKey);
  });

  test("a restart does not bring back a key of the settings that somebody closed", async () => {
    const given = { writeKey: "pk_settings_leaked", serverKey: "sk_settings_stays" };
    const start = () => t.db.work(ACTOR, (work) => ensureKeys(work, given));
    await start();
    await here.refresh();
    await close(here.find(given.writeKey)?.keyId ?? "");
    expect(await start()).toEqual({ writeKey: false, serverKey: true });
    await here.refresh();
    expect(here.find(given.writeKey)).toBeUndefined();
  });

  test("the snippet shows the new public key once the old one is rolled", async () => {
    const old = await make("public");
    const fresh = await roll(old.id, DAY);
    await here.refresh();
    expect(here.find(old.text)).toBeDefined();
    expect(here.writeKey(old.text)).toBe(fresh.text);
  });
});

describe("rules of keys", () => {
  test("what the screen shows is never more than a third of a key", () => {
    expect(prefixOf("12345678")).toBe("12");
    expect(prefixOf("sk_abcdefghijklmnopqrstuvwxyz")).toBe("sk_abcde");
  });

  test("an origin with a path, another protocol or a password in it is refused", () => {
    expect(originOf("HTTPS://Shop.Example:443")).toBe("https://shop.example");
    for (const bad of [
      "shop.example",
      "ftp://shop.example",
      "https://shop.example/a",
      "https://a:b@shop.example",
      "*",
      "",
    ])
      expect(() => originOf(bad)).toThrow("keys.origin_bad");
  });

  test("a key on its way out cannot be rolled again", () => {
    const now = new Date("2026-11-21T12:00:00Z");
    const ending = { closedAt: null, endsAt: new Date("2026-11-22T12:00:00Z") };
    expect(() => decideRoll(ending, 0, now)).toThrow("keys.already_rolled");
  });
});

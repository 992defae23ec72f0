// The doctor on a house that is well, and on the same house with one thing wrong at a time.
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveClock } from "@somlos/kernel/clock";
import { keepSecrets } from "@somlos/kernel/config";
import { backup, backupName } from "@somlos/kernel/keep";
import { onServer, type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { checkClock, checkServer } from "./database.checks.ts";
import { examine } from "./doctor.ts";

let at: TestDatabase;
let home: string;
beforeAll(async () => {
  at = await testDatabase();
  home = await mkdtemp(join(tmpdir(), "somlos-doctor-"));
  await keepSecrets(home);
});
afterEach(() => moveClock(0));
afterAll(async () => {
  await at.drop();
  await rm(home, { recursive: true, force: true });
});

const DAY = 86_400_000;
const ask = (more: Record<string, string> = {}) =>
  examine({ DATABASE_URL: at.url, SOMLOS_HOME: home, PORT: "1", ...more });
const about = (checks: readonly Check[], name: string) => checks.find((check) => check.about === name);
const well = {
  version: 180_000,
  version_text: "18.0",
  encoding: "UTF8",
  collation: "C.UTF-8",
  ctype: "C.UTF-8",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  bytes: 1,
  clock: new Date(0),
  ours: true,
};

describe("the doctor", () => {
  it("looks at everything without a server, and says of each thing that is not well what to do", async () => {
    const checks = await ask();
    for (const name of [
      "settings",
      "home",
      "secrets",
      "disk",
      "server",
      "PostgreSQL",
      "collation",
      "durability",
      "clock",
      "schema",
      "log",
      "connections",
      "months",
      "parked",
      "mail",
      "backup",
    ])
      expect(about(checks, name)?.says, name).toBeTypeOf("string");
    for (const name of [
      "settings",
      "home",
      "secrets",
      "collation",
      "clock",
      "schema",
      "log",
      "months",
      "parked",
      "mail",
    ])
      expect(about(checks, name)?.level, name).toBe("ok");
    expect(checks.filter((check) => check.level !== "ok" && check.todo === undefined)).toEqual([]);
    expect(about(checks, "server")?.says).toContain("does not run");
  });

  it("says which setting cannot be read, and that a file of secrets stands open", async () => {
    expect(await ask({ SOMLOS_ROLE: "boss" })).toMatchObject([{ level: "bad", about: "settings" }]);
    await chmod(join(home, "secrets.json"), 0o644);
    expect(about(await ask(), "secrets")).toMatchObject({
      level: "bad",
      todo: expect.stringContaining("chmod 600"),
    });
    await chmod(join(home, "secrets.json"), 0o600);
    expect(about(await ask({ HOST: "0.0.0.0" }), "settings")?.level).toBe("warn");
  });

  it("tells another program on our port from us", async () => {
    const other = createServer((_request, answer) => answer.end("hello")).listen(0, "127.0.0.1");
    await new Promise((tell) => other.once("listening", tell));
    const port = String((other.address() as AddressInfo).port);
    expect(about(await ask({ PORT: port }), "server")).toMatchObject({ level: "bad" });
    other.close();
  });

  it("names who holds the log back, by process and never by what they asked", async () => {
    const other = new pg.Client({ connectionString: at.url, application_name: "nightly report" });
    await other.connect();
    await other.query("create table public.theirs (n int); insert into public.theirs values (1)");
    await other.query("begin; update public.theirs set n = 4711");
    const client = await at.db.connect();
    await client.query("insert into events.flushes (count, duplicates, at) values (1, 0, clock_timestamp())");
    await client.end();
    await other.query("select pg_sleep(5.2)");
    const line = about(await ask(), "log");
    await other.query("rollback");
    await other.end();
    expect(line).toMatchObject({ level: "warn", todo: expect.stringContaining("pg_terminate_backend") });
    expect(line?.says).toContain('"nightly report"');
    expect(line?.says).not.toContain("4711");
  });

  it("sees a backup that is late, and one that cannot be read", async () => {
    expect(about(await ask(), "backup")).toMatchObject({ level: "warn" });
    const file = join(home, "backups", backupName(new Date()));
    await mkdir(join(home, "backups"));
    await backup(at.db, file, { log: () => undefined });
    expect(about(await ask(), "backup")).toMatchObject({ level: "ok" });
    moveClock(4 * DAY);
    expect(about(await ask(), "backup")).toMatchObject({
      level: "bad",
      says: expect.stringContaining("4 days"),
    });
    moveClock(0);
    await writeFile(file, "not a backup");
    expect(about(await ask(), "backup")?.says).toContain("cannot be read");
  });

  it("warns of a month that is not made, before events need it", async () => {
    const client = await at.db.connect();
    const months = await client.query<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events.bodies'::regclass order by 1 desc limit 1",
    );
    await client.query(`drop table ${months.rows[0]?.name}`);
    await client.end();
    expect(about(await ask(), "months")).toMatchObject({ level: "warn" });
  });

  it("calls a database that forgets acknowledged events bad, and one with another order suspicious", () => {
    expect(checkServer(well).map((check) => check.level)).toEqual(["ok", "ok", "ok"]);
    const loose = checkServer({ ...well, version: 140_000, collation: "sv_SE.UTF-8", fsync: "off" });
    expect(loose.map((check) => check.level)).toEqual(["bad", "warn", "bad"]);
    expect(checkClock(new Date(5_000), 0, 0).level).toBe("warn");
    expect(checkClock(new Date(90_000), 0, 0).level).toBe("bad");
  });

  it("says so when the database is away, empty, or newer than this program", async () => {
    const away = await ask({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    expect(about(away, "database")).toMatchObject({ level: "bad" });
    const name = `${new URL(at.url).pathname.slice(1)}_bare`;
    const bare = new URL(at.url);
    bare.pathname = `/${name}`;
    await onServer(at.url, `create database ${name} template template0`);
    expect(about(await ask({ DATABASE_URL: bare.href }), "schema")).toMatchObject({ level: "warn" });
    await onServer(at.url, `drop database ${name} with (force)`);
    await onServer(
      at.url,
      "insert into kernel.migrations (room, name, hash) values ('board', '999-later.sql', '')",
    );
    expect(about(await ask(), "schema")).toMatchObject({ level: "bad" });
  });
});

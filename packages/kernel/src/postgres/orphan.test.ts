import { type ChildProcess, spawn } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ask, removeFolders, removeHome, start, temporaryHome, until } from "./homes.fixture.ts";
import { endAll } from "./orphan.ts";
import { postgresIn } from "./processes.ts";

let home: string;
const others: ChildProcess[] = [];

// One home through the whole file, as in life.
beforeAll(async () => {
  home = await temporaryHome();
});
afterEach(async () => {
  for (const one of others.splice(0)) one.kill("SIGKILL");
  await removeHome(home);
});
afterAll(removeFolders);

test("a postmaster.pid whose number now belongs to another process does not block the start, nor harm that process", async () => {
  const first = await start(home);
  const file = await readFile(join(first.dataDir, "postmaster.pid"), "utf8");
  await first.stop();
  const { uid, gid } = await stat(first.dataDir);
  // Of the same user: PostgreSQL itself would believe in it and refuse to start.
  const sleeper = spawn("sleep", ["60"], { cwd: "/", ...(uid === process.getuid?.() ? {} : { uid, gid }) });
  others.push(sleeper);
  await writeFile(join(first.dataDir, "postmaster.pid"), file.replace(/^\d+/, String(sleeper.pid)));
  const second = await start(home);
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, "select 1")).toBe(1);
  await second.stop();
  expect(sleeper.exitCode ?? sleeper.signalCode).toBeNull();
}, 30_000);

test("sessions that outlive a killed PostgreSQL, and the memory they hold, do not block the next start", async () => {
  const first = await start(home);
  const session = ask(first.url, "select pg_sleep(60)").catch(() => "cut");
  const isAsleep = async () =>
    (await ask(first.url, "select count(*)::int from pg_stat_activity where wait_event = 'PgSleep'")) === 1;
  await until(isAsleep);
  // Frozen, they cannot notice the death of their postmaster: the worst case.
  for (const one of await postgresIn(first.dataDir))
    if (one.pid !== first.pid) process.kill(one.pid, "SIGSTOP");
  const gone = new Promise<unknown>((done) => first.onExit(done));
  process.kill(first.pid, "SIGKILL");
  await gone; // until we have heard of it, it is still running to us
  const second = await start(home);
  expect(await ask(second.url, "select 1")).toBe(1);
  expect(await session).toBe("cut");
  await second.stop();
}, 40_000);

test("a PostgreSQL that hears nothing any more is killed, and its data is whole afterwards", async () => {
  const first = await start(home);
  await ask(first.url, "create table counted as select generate_series(1, 1000) as n");
  process.kill(first.pid, "SIGSTOP");
  await endAll(first.dataDir, { fastSeconds: 0.3, immediateSeconds: 0.3 });
  expect(await postgresIn(first.dataDir)).toEqual([]);
  const second = await start(home);
  expect(await ask(second.url, "select count(*)::int from counted")).toBe(1000);
  await second.stop();
}, 30_000);

test("stopping does not wait for the people who are connected", async () => {
  const running = await start(home);
  const session = ask(running.url, "select pg_sleep(60)").catch(() => "cut");
  const begun = performance.now();
  await Promise.all([running.stop(), running.stop()]);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await session).toBe("cut");
}, 30_000);

test("a crash of one session is survived by the others after a moment", async () => {
  const running = await start(home);
  const told: unknown[] = [];
  running.onExit((exit) => told.push(exit));
  const session = ask(running.url, "select pg_sleep(60)").catch(() => "cut");
  const find = "select pid from pg_stat_activity where wait_event = 'PgSleep'";
  await until(async () => (await ask(running.url, find)) !== undefined);
  process.kill(Number(await ask(running.url, find)), "SIGKILL");
  expect(await session).toBe("cut");
  await until(() =>
    ask(running.url, "select 1").then(
      (answer) => answer === 1,
      () => false,
    ),
  );
  expect(told).toEqual([]);
  await running.stop();
}, 30_000);

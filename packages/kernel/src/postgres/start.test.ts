import { once } from "node:events";
import { appendFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { dataDirOf, listMajors } from "./folders.ts";
import {
  anotherProcess,
  ask,
  removeFolders,
  removeHome,
  start,
  temporaryHome,
  until,
} from "./homes.fixture.ts";
import { postgresIn } from "./processes.ts";
import { postgresAddress, startPostgres } from "./start.ts";

let home: string;

// One home through the whole file, as in life; tests that need a new one say so.
beforeAll(async () => {
  home = await temporaryHome();
});
afterEach(() => removeHome(home));
afterAll(removeFolders);

async function newHome(): Promise<string> {
  const fresh = await temporaryHome();
  onTestFinished(() => removeHome(fresh));
  return fresh;
}

test("a new home gets a database that keeps what it is told, and has it after a restart", async () => {
  const first = await start(home);
  expect(first).toMatchObject({ adopted: false, major: 18, dataDir: await dataDirOf(home, 18) });
  expect(await postgresAddress(home)).toBe(first.url);
  const durable =
    "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')";
  expect(await ask(first.url, durable)).toBe("ononon");
  const order =
    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()";
  expect(await ask(first.url, order)).toBe("b C.UTF-8");
  expect(
    await ask(first.url, "select pg_encoding_to_char(encoding) from pg_database where datname = 'somlos'"),
  ).toBe("UTF8");
  expect(
    await ask(
      first.url,
      "select upper('åäö') || (array['Zebra', 'apa', 'Åsa'] = array(select x from unnest(array['Åsa', 'apa', 'Zebra']) x order by x))",
    ),
  ).toBe("ÅÄÖtrue");
  await ask(first.url, "create table kept as select 42 as answer");
  await first.stop();
  expect(await postgresAddress(home)).toBeUndefined();
  expect(await listMajors(home)).toEqual([18]);

  const second = await start(home);
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "select answer from kept")).toBe(42);
  await second.stop();
}, 30_000);

test("the password is random, long, and readable by nobody but the owner", async () => {
  const running = await start(home);
  const file = await stat(join(home, "postgres.json"));
  expect(file.mode & 0o777).toBe(0o600);
  const { password } = JSON.parse(await readFile(join(home, "postgres.json"), "utf8"));
  expect(password).toMatch(/^[\w-]{32}$/);
  await expect(ask(running.url.replace(password, "guess"), "select 1")).rejects.toMatchObject({
    code: "28P01",
  });
  await running.stop();
}, 30_000);

test("two starts on one home: the second is refused, in the same process and in another", async () => {
  const running = await start(home);
  await expect(start(home)).rejects.toMatchObject({ code: "home.in_use" });
  const other = anotherProcess(
    `door.startPostgres({ home: ${JSON.stringify(home)}, log() {} }).catch((no) => console.log(no.code));`,
  );
  await once(other, "close");
  expect(other.said().trim()).toBe("home.in_use");
  expect(await ask(running.url, "select 1")).toBe(1);
  await running.stop();
}, 30_000);

test("after kill -9 of our server the next one adopts its PostgreSQL, with everything in it", async () => {
  const killed = anotherProcess(`
    const running = await door.startPostgres({ home: ${JSON.stringify(home)}, log() {} });
    console.log("pid", running.pid);
    setInterval(() => {}, 1000);`);
  await until(() => /pid \d+\n/.test(killed.said()));
  killed.kill("SIGKILL");
  await once(killed, "close");
  const lines: string[] = [];
  const running = await start(home, (line) => lines.push(line));
  expect(running.adopted).toBe(true);
  expect(killed.said()).toContain(`pid ${running.pid}\n`);
  expect(lines).toEqual(["Adopted the PostgreSQL that was still running."]);
  expect(await ask(running.url, "select 1")).toBe(1);

  // An adopted server that ends is told about too.
  const told = new Promise((tell) => running.onExit(tell));
  process.kill(running.pid, "SIGKILL");
  await told;
  const again = await start(home);
  expect(again.adopted).toBe(false);
  await again.stop();
  expect(await postgresIn(again.dataDir)).toEqual([]);
}, 40_000);

test("Ctrl-C in the terminal does not reach PostgreSQL before our server has drained", async () => {
  const server = anotherProcess(`
    const running = await door.startPostgres({ home: ${JSON.stringify(home)}, log() {} });
    process.on("SIGINT", () => console.log("draining"));
    console.log("ready");
    setInterval(() => {}, 1000);`);
  await until(() => server.said().includes("ready"));
  // A terminal sends SIGINT to the whole process group.
  process.kill(-Number(server.pid), "SIGINT");
  await until(() => server.said().includes("draining"));
  const url = await postgresAddress(home);
  expect(await ask(String(url), "select 1")).toBe(1);
  server.kill("SIGKILL");
}, 30_000);

test("kill -9 of everything while the database is being made: the next start makes it anew", async () => {
  const home = await newHome();
  const killed = anotherProcess(`await door.startPostgres({ home: ${JSON.stringify(home)}, log() {} });`);
  const folder = join(home, "postgres");
  const underWay = async () => {
    const names = await readdir(folder).catch(() => []);
    const draft = names.find((name) => name.startsWith("init-"));
    return draft !== undefined && (await readdir(join(folder, draft, "data")).catch(() => [])).length > 5;
  };
  await until(underWay);
  process.kill(-Number(killed.pid), "SIGKILL");
  await once(killed, "close");
  expect(await listMajors(home)).toEqual([]);
  const running = await start(home);
  expect(await ask(running.url, "select 1")).toBe(1);
  await running.stop();
  expect((await readdir(folder)).filter((name) => name.startsWith("init-"))).toEqual([]);
}, 30_000);

test("a data folder that was never completed is put aside, not used and not deleted", async () => {
  const home = await newHome();
  const first = await start(home);
  await first.stop();
  await rm(join(first.dataDir, "somlos-complete.json"));
  await rm(join(first.dataDir, "global"), { recursive: true });
  const lines: string[] = [];
  const second = await start(home, (line) => lines.push(line));
  expect(await ask(second.url, "select 1")).toBe(1);
  await second.stop();
  expect(lines[0]).toContain("was never completed: moved to");
  expect(
    (await readdir(join(home, "postgres"))).filter((name) => name.startsWith("18.incomplete-")),
  ).toHaveLength(1);
}, 30_000);

test("a home that lost its password file gets a new one, and the data takes it", async () => {
  const killed = anotherProcess(`
    await door.startPostgres({ home: ${JSON.stringify(home)}, log() {} });
    console.log("ready");`);
  await until(() => killed.said().includes("ready"));
  killed.kill("SIGKILL");
  await once(killed, "close");
  const orphan = await postgresIn(await dataDirOf(home, 18));
  await writeFile(join(home, "postgres.json"), JSON.stringify({ password: "another-password-of-this-home" }));
  const running = await start(home);
  expect(running.adopted).toBe(false);
  expect(orphan.map((one) => one.pid)).not.toContain(running.pid);
  expect(await ask(running.url, "select current_user::text")).toBe("somlos");
  await running.stop();
}, 30_000);

test("when PostgreSQL ends by itself we are told how, once, and a new start works", async () => {
  const running = await start(home);
  const told: unknown[] = [];
  running.onExit((exit) => told.push(exit));
  process.kill(running.pid, "SIGKILL");
  await until(() => told.length > 0);
  expect(told).toEqual([{ code: null, signal: "SIGKILL" }]);
  const again = await start(home);
  again.onExit((exit) => told.push(exit));
  // The one that is gone has nothing left to stop: not its successor either.
  await running.stop();
  expect(await ask(again.url, "select 1")).toBe(1);
  await again.stop();
  expect(told).toHaveLength(1);
}, 30_000);

test("what the caller's environment says about PostgreSQL and language does not matter", async () => {
  const env = {
    PGHOST: "192.0.2.1",
    PGPORT: "1",
    PGUSER: "x",
    PGPASSWORD: "x",
    PGDATABASE: "x",
    PGDATA: "/nowhere",
    PGOPTIONS: "-c nonsense=1",
    PGSSLMODE: "require",
    PGTZ: "Asia/Tokyo",
    LC_ALL: "xx_XX",
    LANG: "xx_XX",
    TZ: "Asia/Tokyo",
    LD_LIBRARY_PATH: "/nowhere",
  };
  const lines = `
    const running = await door.startPostgres({ home: ${JSON.stringify(home)}, log() {} });
    console.log("ready");`;
  const server = anotherProcess(lines, env);
  await until(() => server.said().includes("ready"));
  expect(await ask(String(await postgresAddress(home)), "show timezone")).toBe("UTC");
}, 30_000);

test("a damaged password file is refused with what to do, and nothing is overwritten", async () => {
  await (await start(home)).stop();
  await appendFile(join(home, "postgres.json"), "x");
  await expect(startPostgres({ home, log: () => undefined })).rejects.toMatchObject({
    code: "home.unreadable",
  });
  expect(await readFile(join(home, "postgres.json"), "utf8")).toMatch(/x$/);
}, 30_000);

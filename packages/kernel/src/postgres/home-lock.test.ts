import { once } from "node:events";
import { mkdir, readdir, readFile, readlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockHome } from "./home-lock.ts";
import { anotherProcess, removeFolders, temporaryHome, until } from "./homes.fixture.ts";

afterAll(removeFolders);

const inUse = { code: "home.in_use" };

async function homeLeftBy(holder: Record<string, unknown> | string): Promise<string> {
  const home = await temporaryHome();
  await mkdir(home);
  await writeFile(join(home, "lock.4.json"), typeof holder === "string" ? holder : JSON.stringify(holder));
  return home;
}

async function thisMachine(): Promise<{ boot: string; space: string; host: string }> {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return { boot: boot.trim(), space: await readlink("/proc/self/ns/pid").catch(() => ""), host: hostname() };
}

test("a second Sömlös on the same home is refused, told which one runs, and welcome when that one has stopped", async () => {
  const home = await temporaryHome();
  const lock = await lockHome(home);
  const sentence = `Another Sömlös runs on this home (pid ${process.pid}). Stop it, or set SOMLOS_HOME to another folder.`;
  await expect(lockHome(home)).rejects.toMatchObject({ ...inUse, message: sentence });
  const other = anotherProcess(
    `lock.lockHome(${JSON.stringify(home)}).catch((no) => console.log(no.code, no.message));`,
  );
  await once(other, "close");
  expect(other.said().trim()).toBe(`home.in_use ${sentence}`);
  await lock.release();
  const second = await lockHome(home);
  // Released already: the lock of the next one is not its to take away.
  await lock.release();
  expect(await readdir(home)).toEqual(["lock.1.json"]);
  await second.release();
  expect(await readdir(home)).toEqual([]);
});

test("the lock of a killed Sömlös is taken over", async () => {
  const home = await temporaryHome();
  const first = anotherProcess(
    `await lock.lockHome(${JSON.stringify(home)}); console.log("held"); setInterval(() => {}, 1000);`,
  );
  await until(() => first.said().includes("held"));
  await expect(lockHome(home)).rejects.toMatchObject(inUse);
  first.kill("SIGKILL");
  await once(first, "close");
  await (await lockHome(home)).release();
});

test("a lock whose number now belongs to another process does not keep anyone out", async () => {
  const home = await homeLeftBy({ ...(await thisMachine()), pid: process.pid, born: "1" });
  await (await lockHome(home)).release();
});

test("a lock from before the machine was started again does not keep anyone out", async () => {
  const home = await homeLeftBy({ ...(await thisMachine()), boot: "before", pid: process.pid, born: "1" });
  await (await lockHome(home)).release();
});

test("a lock that was only half written does not keep anyone out", async () => {
  await (await lockHome(await homeLeftBy('{"pid": 1'))).release();
  await (await lockHome(await homeLeftBy(""))).release();
});

test("a Sömlös in another container keeps its home as long as it gives signs of life", async () => {
  const holder = { ...(await thisMachine()), space: "pid:[1]", host: "other", pid: 7, born: "1" };
  const home = await homeLeftBy(holder);
  const path = join(home, "lock.4.json");
  const beat = setInterval(() => void utimes(path, new Date(), new Date()), 300);
  await expect(lockHome(home)).rejects.toMatchObject({ ...inUse, message: expect.stringContaining("pid 7") });
  clearInterval(beat);
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(path, longAgo, longAgo);
  await (await lockHome(home)).release();
}, 20_000);

test("of four that start in the same moment over a dead lock exactly one wins, every time", async () => {
  const dead = { ...(await thisMachine()), pid: 2 ** 22 + 5, born: "1" };
  const homes = await Promise.all(Array.from({ length: 20 }, () => homeLeftBy(dead)));
  const lines = `
    let moment = ${Date.now() + 1_500};
    for (const home of ${JSON.stringify(homes)}) {
      while (Date.now() < moment) {}
      moment += 50;
      console.log(await lock.lockHome(home).then(() => "won", (no) => no.code));
    }
    setTimeout(() => process.exit(0), 500);`;
  const racers = Array.from({ length: 4 }, () => anotherProcess(lines));
  await Promise.all(racers.map((one) => once(one, "close")));
  const answers = racers.map((one) => one.said().trim().split("\n"));
  homes.forEach((_, round) => {
    const said = answers.map((lines) => lines[round]).sort();
    expect(said).toEqual(["home.in_use", "home.in_use", "home.in_use", "won"]);
  });
}, 30_000);

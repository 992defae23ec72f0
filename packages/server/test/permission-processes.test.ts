// Two processes on one database, each with its own home and book: a no said to one holds in the other at once, and a backup
// that is older than the no does not bring the yes back.
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listMigrations, openDatabase } from "@somlos/kernel/db";
import { backup, restore } from "@somlos/kernel/keep";
import { forgetTransactions } from "@somlos/modules/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { print } from "./harness.ts";
import { idOf, openTwoProcesses, type TwoProcesses } from "./two-processes.ts";

let two: TwoProcesses;
beforeAll(async () => {
  two = await openTwoProcesses();
}, 120_000);
afterAll(() => two.free());

const noOf = (email: string) => ({
  ...{ act: "withdraw", id: two.newAct(), identifiers: [idOf(email)] },
  ...{ purpose: null, channel: null, entity: null },
});
test("REC-18 what was withdrawn in one process is refused in the other at once, a hundred times over", async () => {
  const { a, b } = two;
  let slowest = 0;
  for (let i = 0; i < 100; i++) {
    const email = `both-${i}@exempel.se`;
    await two.tell(a, two.yesOf(email));
    expect(await two.use(b, email)).toBe("yes");
    const [from, to] = i % 2 === 0 ? [a, b] : [b, a];
    await two.tell(from, noOf(email));
    const began = performance.now();
    expect(await two.use(to, email)).toBe("consent.withdrawn");
    slowest = Math.max(slowest, performance.now() - began);
  }
  print(
    `withdrawn and refused across pid ${a.pid} and pid ${b.pid}, 100 times; slowest answer ${slowest.toFixed(1)} ms`,
  );
  expect(a.pid).not.toBe(b.pid);
});

test("a backup from before a no does not bring the yes back, whichever process the no was said to", async () => {
  const { a, b } = two;
  const file = join(tmpdir(), `somlos-noes-${process.pid}.backup`);
  const [toA, toB, kept] = ["said-a@exempel.se", "said-b@exempel.se", "kept@exempel.se"];
  await two.tell(a, two.yesOf(toA), two.yesOf(toB), two.yesOf(kept));
  const db = openDatabase(await a.databaseUrl());
  const quiet = { log: () => undefined };
  await backup(db, file, quiet);
  await two.tell(a, noOf(toA));
  await two.tell(b, noOf(toB));
  await a.kill();
  await b.stop();
  const migrations = await listMigrations();
  await restore(db, file, { ...quiet, migrations, over: true, afterRestore: [forgetTransactions] });
  await db.close();
  await a.start();
  await b.start();
  expect(await two.use(b, toA)).toBe("consent.withdrawn");
  expect(await two.use(a, toB)).toBe("consent.withdrawn");
  expect(await two.use(a, kept)).toBe("yes");
  print(`restored: the books of pid ${a.pid} and pid ${b.pid} said their noes again`);
  await rm(file, { force: true });
}, 120_000);

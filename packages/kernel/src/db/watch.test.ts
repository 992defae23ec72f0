// What a process remembers is read again when its number in the database has grown.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { room } from "./sql.ts";
import { Watch } from "./watch.ts";

const { sql } = room("kernel");
const FIND = sql<{ number: number; word: string }>`select number, word from kernel.watched_test`;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await say("create table kernel.watched_test as select 1 as number, 'one'::text as word");
});
afterAll(() => t.drop());

async function say(text: string): Promise<void> {
  const client = await t.db.connect();
  await client.query(text).finally(() => client.end());
}

function reader() {
  const seen: string[] = [];
  return {
    seen,
    find: async (tx: Parameters<Parameters<TestDatabase["db"]["read"]>[0]>[0]) => (await tx.one(FIND)).number,
    async read(tx: Parameters<Parameters<TestDatabase["db"]["read"]>[0]>[0]) {
      seen.push((await tx.one(FIND)).word);
    },
  };
}

test("a change in another process is read within a second, and what did not change is not read", async () => {
  const one = reader();
  const watch = await Watch.open(t.db, one);
  expect(one.seen).toEqual(["one"]);
  await say("update kernel.watched_test set number = 2, word = 'two'");
  await expect.poll(() => one.seen, { timeout: 5000 }).toEqual(["one", "two"]);
  await say("update kernel.watched_test set word = 'not told'");
  await watch.refresh();
  expect(one.seen).toEqual(["one", "two"]);
  await watch.close();
});

test("who asks after a change gets it, though a look that began before it is on its way", async () => {
  const one = reader();
  let hold: Promise<void> | undefined;
  let held = () => {};
  const slow = {
    find: one.find,
    async read(tx: Parameters<typeof one.read>[0]) {
      await one.read(tx);
      await hold;
    },
  };
  const watch = await Watch.open(t.db, slow);
  hold = new Promise((go) => {
    held = go;
  });
  await say("update kernel.watched_test set number = 3, word = 'three'");
  const first = watch.refresh();
  await expect.poll(() => one.seen.at(-1)).toBe("three");
  await say("update kernel.watched_test set number = 4, word = 'four'");
  const asked = [watch.refresh(), watch.refresh()];
  held();
  await Promise.all([first, ...asked]);
  expect(one.seen.slice(1)).toEqual(["three", "four"]);
  await watch.close();
});

test("what could not be read is read at the next look", async () => {
  const one = reader();
  let broken = false;
  const read = async (tx: Parameters<typeof one.read>[0]) => {
    if (broken) throw new Error("the line broke");
    await one.read(tx);
  };
  const watch = await Watch.open(t.db, { find: one.find, read });
  broken = true;
  await say("update kernel.watched_test set number = 5, word = 'five'");
  await expect(watch.refresh()).rejects.toThrow("the line broke");
  broken = false;
  await expect.poll(() => one.seen.at(-1), { timeout: 5000 }).toBe("five");
  await watch.close();
});

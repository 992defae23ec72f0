import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { openRecognise } from "../recognise.actions.ts";
import { batches, portrait, retold, small } from "./histories.ts";
import { openTables, type Tables } from "./open-tables.ts";
import { emptyTables, inconsistencies, stored } from "./tables.ts";

/** `SOMLOS_LONG=1`: twenty times as many histories. */
const runs = (n: number): number => n * (process.env["SOMLOS_LONG"] === "1" ? 20 : 1);

let at: Tables;
let db: Tables["db"];
let client: Tables["client"];
beforeAll(async () => {
  at = await openTables();
  ({ db, client } = at);
});
afterAll(() => at.close());

const actor = { kind: "system", id: "test" } as const;

async function write(list: readonly Told[][], writers: number): Promise<void> {
  const queue = [...list];
  const recognise = openRecognise({ settings: small, remember: 40 });
  const one = async () => {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
      const told = batch;
      const { committed } = await db.work(actor, (work) => recognise.learn(work, told));
      committed();
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
}

for (const writers of [1, 4])
  test(`${writers} writers hear the same events in any order and batches, and tell the same people apart`, async () => {
    await fc.assert(
      fc.asyncProperty(retold(30), async ({ told, heard, sizes }) => {
        await emptyTables(client);
        await write(batches({ heard, sizes }), writers);
        expect(await stored(db, client, told)).toEqual(portrait(told));
        expect(await inconsistencies(client)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  }, 3_600_000);

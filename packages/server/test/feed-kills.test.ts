// A server that is killed while it reads a file of goods goes on at its next start, and comes to the same catalogue.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { BAD, csv, openShop, ROWS, type Shop, xml } from "./feed-kills.ts";
import { print } from "./harness.ts";

const AT = "2026-11-02T08:00:00Z";

async function untouched(file: string) {
  const shop = await openShop();
  try {
    const run = await shop.ended((await shop.send(file, AT)).id);
    return { run, left: await shop.left() };
  } finally {
    await shop.free();
  }
}

/** Kills it as soon as so many rows are read and a random moment has passed; true where the run was still under way. */
async function killAfter({ server, run }: Shop, id: string, rows: number): Promise<boolean> {
  await expect
    .poll(async () => (await run(id)).rows, { timeout: 60_000, interval: 10 })
    .toBeGreaterThanOrEqual(rows);
  await sleep(Math.random() * 150);
  await server.kill();
  await server.start();
  return (await run(id)).rows < ROWS;
}

it.each([
  ["table", csv],
  ["file of XML", xml],
] as const)(
  "a %s of eight thousand rows, its server killed twice while it read, leaves what an unbroken one leaves",
  async (_kind, make) => {
    const file = make();
    const whole = await untouched(file);
    const told = { state: "done", rows: ROWS, taken: ROWS - BAD, refused: BAD, retires: 1, reason: null };
    expect(whole.run).toMatchObject(told);
    const shop = await openShop();
    try {
      const { id } = await shop.send(file, AT);
      let cut = 0;
      for (const rows of [0, 4000]) if (await killAfter(shop, id, rows)) cut++;
      expect(cut).toBeGreaterThanOrEqual(1);
      expect(await shop.ended(id)).toMatchObject(told);
      expect(await shop.left()).toEqual(whole.left);
      print(`killed ${cut} times while it read`);
    } finally {
      await shop.free();
    }
  },
  240_000,
);

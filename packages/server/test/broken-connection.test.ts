import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, room } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import pg from "pg";
import { expect, it } from "vitest";

const { sql } = room("events");
const WHO = sql<{ pid: number }>`select pg_backend_pid() as pid`;

it("a connection that breaks between two questions of one read refuses that read, and the process lives on", async () => {
  const made = await testDatabase({ most: 1 });
  const db = openDatabase(made.url, { most: 1 });
  const killer = new pg.Client(made.url);
  await killer.connect();
  const uncaught: unknown[] = [];
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => uncaught.push(error));
  try {
    const reading = db.read(async (tx) => {
      const { pid } = await tx.one(WHO);
      await killer.query("select pg_terminate_backend($1)", [pid]);
      await sleep(200);
      return tx.one(WHO);
    });
    await expect(reading).rejects.toMatchObject({ code: "database.away" });
    expect(uncaught).toEqual([]);
    expect((await db.read((tx) => tx.one(WHO))).pid).toBeGreaterThan(0);
  } finally {
    process.removeAllListeners("uncaughtException");
    for (const other of others) process.on("uncaughtException", other);
    await killer.end();
    await db.close();
    await made.drop();
  }
});

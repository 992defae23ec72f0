// Before all tests: a PostgreSQL server and a migrated template database that every test file clones.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listMigrations, migrate, openDatabase } from "../db/index.ts";
import { databaseUrl, onServer } from "./index.ts";

async function server(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: async () => undefined };
  const { startPostgres } = await import("../postgres/index.ts");
  const home = await mkdtemp(join(tmpdir(), "somlos-test-"));
  const running = await startPostgres({
    home,
    log: () => undefined,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  return {
    url: running.url,
    async stop() {
      await running.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await server();
  const template = `t_template_${randomBytes(4).toString("hex")}`;
  await onServer(url, `create database ${template} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const db = openDatabase(databaseUrl(url, template), { most: 1 });
  await migrate(db, await listMigrations());
  await db.close();
  process.env["SOMLOS_TEST_SERVER"] = url;
  process.env["SOMLOS_TEST_TEMPLATE"] = template;
  return async () => {
    await onServer(url, `drop database if exists ${template} with (force)`);
    await stop();
  };
}

// For tests: a database of one's own with nothing in it, not even our migrations.
import { randomBytes } from "node:crypto";
import { openDatabase } from "../db/index.ts";
import { databaseUrl, onServer, type TestDatabase, testDatabase } from "../testing/index.ts";

export type { TestDatabase };

export async function emptyDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `t_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const url = databaseUrl(server, name);
  const db = openDatabase(url, { most: 2 });
  return {
    db,
    url,
    async drop() {
      await db.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Any database of the run leads to its server. */
let known: string | undefined;
async function serverUrl(): Promise<string> {
  if (known !== undefined) return known;
  const any = await testDatabase();
  await any.drop();
  known = databaseUrl(any.url, "postgres");
  return known;
}

// For tests: a migrated PostgreSQL database of one's own in milliseconds, cloned from a template made once a run.
import { randomBytes } from "node:crypto";
import pg from "pg";

export { type SmtpSink, smtpSink } from "../mail/smtp-sink.ts";
export { copyTree } from "./copy-tree.ts";
export { type Random, randomFrom } from "./random.ts";

import { type Database, type DatabaseOptions, openDatabase } from "../db/index.ts";

export type TestDatabase = { readonly db: Database; readonly url: string; drop(): Promise<void> };

function serverUrl(): { server: string; template: string } {
  const server = process.env["SOMLOS_TEST_SERVER"];
  const template = process.env["SOMLOS_TEST_TEMPLATE"];
  if (server === undefined || template === undefined)
    throw new Error("run through vitest: its global set-up starts the database");
  return { server, template };
}

/** Runs one statement on the test server itself. */
export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export const databaseUrl = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

/** Tests share their machine: what takes a second alone may take many here. */
const TEST_WRITE_MS = 60_000;

/** A fresh copy of the migrated template. Call `drop` in afterAll. */
export async function testDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const { server, template } = serverUrl();
  const name = `t_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = databaseUrl(server, name);
  const db = openDatabase(url, { mostWriteMs: TEST_WRITE_MS, ...options });
  return {
    db,
    url,
    async drop() {
      await db.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

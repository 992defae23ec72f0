// The tables of consent are read by no other room: a role of PostgreSQL without any grant on them runs every statement of
// every other room, and the rooms' own doors are the only way in.
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { listStatements, openDatabase } from "@somlos/kernel/db";
import { onServer, testDatabase } from "@somlos/kernel/testing";
import { parse } from "libpg-query";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

const places = [new URL("../src/", import.meta.url), new URL("../../kernel/src/", import.meta.url)];
const role = `shut_${randomBytes(4).toString("hex")}`;
let database: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  for (const place of places)
    for (const file of await readdir(place, { recursive: true }))
      if (file.endsWith(".store.ts")) await import(new URL(file, place).href);
  database = await testDatabase({ most: 1 });
  client = await openDatabase(database.url, { most: 1 }).connect();
  await client.query(`create role ${role}`);
  const schemas = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'consent', 'public')",
  );
  for (const { name } of schemas.rows)
    await client.query(`grant usage on schema ${name} to ${role};
      grant all on all tables in schema ${name} to ${role}; grant all on all sequences in schema ${name} to ${role}`);
  await client.query(`set role ${role}`);
});
afterAll(async () => {
  await client.query(`reset role; drop owned by ${role}`);
  await client.end();
  await onServer(database.url, `drop role ${role}`);
  await database.drop();
});

/** What planning a statement as that role is refused with; the rights are asked when it is planned for values. */
async function refusalOf(text: string, place: number): Promise<string | undefined> {
  const { stmts = [] } = (await parse(text)) as { stmts?: { stmt?: Record<string, unknown> }[] };
  if (!Object.keys(stmts[0]?.stmt ?? {}).every((kind) => /^(Select|Insert|Update|Delete)Stmt$/.test(kind)))
    return undefined;
  await client.query("begin");
  try {
    await client.query(`prepare p${place} as ${text}`);
    const { rows } = await client.query<{ n: number }>(
      `select cardinality(parameter_types)::int as n from pg_prepared_statements where name = 'p${place}'`,
    );
    const values = Array.from({ length: rows[0]?.n ?? 0 }, () => "null").join(", ");
    await client.query(`explain execute p${place}${values === "" ? "" : ` (${values})`}`);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code === "42501" ? (error as Error).message : undefined;
  } finally {
    await client.query("rollback");
    await client.query(`deallocate all`);
  }
}

test("every statement of every other room does without the tables of consent, and every one of consent's own needs them", async () => {
  const statements = listStatements();
  const others = statements.filter(({ room }) => room !== "consent");
  const own = statements.filter(({ room, text }) => room === "consent" && text.includes("consent."));
  const refused: string[] = [];
  for (const [i, { room, text }] of others.entries()) {
    const why = await refusalOf(text, i);
    if (why !== undefined && /consent/.test(why)) refused.push(`${room}: ${why}: ${text.slice(0, 120)}`);
  }
  expect(refused).toEqual([]);
  let shut = 0;
  for (const [i, { text }] of own.entries())
    if (/schema consent/.test((await refusalOf(text, i)) ?? "")) shut++;
  expect(others.length).toBeGreaterThan(100);
  expect(shut).toBe(own.length);
});

test("a direct look is refused, whatever the table", async () => {
  for (const table of ["entries", "heads", "texts", "uses", "listed", "dials"])
    await expect(client.query(`select * from consent.${table}`)).rejects.toThrow(
      "permission denied for schema consent",
    );
});

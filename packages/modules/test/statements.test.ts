// Every SQL statement of every room: it names only the room's own tables, and the migrated database accepts it.
import { listStatements, openDatabase } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import { parse } from "libpg-query";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadStores } from "./stores.ts";

type Named = { schema: string | undefined; name: string };

const isNode = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every part of a parsed statement under a name, at any depth. `FOR UPDATE OF` repeats names of the statement itself. */
function partsCalled(names: readonly string[], node: object): Record<string, string | undefined>[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "lockedRels" || !isNode(value)) return [];
    const own = names.includes(key) ? [value as Record<string, string | undefined>] : [];
    return [...own, ...partsCalled(names, value)];
  });
}

/** All tables a parsed statement touches, without the names of its own WITH clauses. */
function tablesIn(statement: object): Named[] {
  const own = new Set(partsCalled(["CommonTableExpr"], statement).map((cte) => cte["ctename"]));
  return partsCalled(["RangeVar", "relation"], statement)
    .filter((table) => table["relname"] !== undefined)
    .map((table) => ({ schema: table["schemaname"], name: table["relname"] ?? "" }))
    .filter(({ schema, name }) => schema !== undefined || !own.has(name));
}

/**
 * A room names its own schema only, and views that another publishes for it (`v_…`); the kernel also asks PostgreSQL about
 * itself.
 */
const mayName = (room: string, { schema, name }: Named): boolean =>
  schema === (SCHEMA_OF[room] ?? room) ||
  (schema !== undefined && name.startsWith("v_")) ||
  (room === "kernel" && schema === "pg_catalog");

/** Rooms write their own schema's name; mail lives in the kernel's. */
const SCHEMA_OF: Readonly<Record<string, string>> = { mail: "kernel" };

describe("SQL of the rooms", () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase({ most: 1 });
    await loadStores();
  });
  afterAll(() => database.drop());

  it("names only the room's own tables, each with its schema", async () => {
    const strangers: string[] = [];
    for (const statement of listStatements()) {
      for (const table of tablesIn(await parse(statement.text)))
        if (!mayName(statement.room, table))
          strangers.push(
            `${statement.room}: ${table.schema ?? "?"}.${table.name} in ${statement.text.slice(0, 100)}`,
          );
    }
    expect(strangers).toEqual([]);
    expect(listStatements().length).toBeGreaterThan(40);
  });

  it("is accepted by the migrated database, statement by statement", async () => {
    const client = await openDatabase(database.url, { most: 1 }).connect();
    const refused: string[] = [];
    for (const [i, statement] of listStatements().entries())
      await client
        .query(`prepare s${i} as ${statement.text}`)
        .catch((error: Error) => refused.push(`${error.message}: ${statement.text.slice(0, 160)}`));
    await client.end();
    expect(refused).toEqual([]);
  });
});

describe("tables", () => {
  it("declare for every column what kind of data it holds, and for every table how long it is kept, erased and exported", async () => {
    const database = await testDatabase({ most: 1 });
    const client = await openDatabase(database.url, { most: 1 }).connect();
    const columns = await client.query<{ name: string; comment: string | null }>(
      `select c.oid::regclass || '.' || a.attname as name, col_description(c.oid, a.attnum) as comment
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const tables = await client.query<{ name: string; comment: string | null }>(
      `select c.oid::regclass::text as name, obj_description(c.oid) as comment from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    await client.end();
    await database.drop();
    expect(
      columns.rows
        .filter(({ comment }) => !/^(none|identifier|personal|sensitive): ./.test(comment ?? ""))
        .map((c) => c.name),
    ).toEqual([]);
    expect(
      tables.rows
        .filter(({ comment }) => !/^keep: .+; erase: .+; export: .+/.test(comment ?? ""))
        .map((t) => t.name),
    ).toEqual([]);
    expect(columns.rows.length).toBeGreaterThan(60);
  });

  it("point with foreign keys to lower floors only", async () => {
    const { listRooms } = await import("@somlos/kernel/db");
    const rooms = ["kernel", ...(await listRooms())];
    const database = await testDatabase({ most: 1 });
    const client = await openDatabase(database.url, { most: 1 }).connect();
    const keys = await client.query<{ from: string; to: string; name: string }>(
      `select fn.nspname as from, tn.nspname as to, k.conname as name from pg_constraint k
       join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
       join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace where k.contype = 'f'`,
    );
    await client.end();
    await database.drop();
    expect(
      keys.rows
        .filter((k) => rooms.indexOf(k.to) > rooms.indexOf(k.from))
        .map((k) => `${k.from}.${k.name} → ${k.to}`),
    ).toEqual([]);
  });
});

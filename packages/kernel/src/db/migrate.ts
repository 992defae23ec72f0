// Forward-only migrations: plain SQL files of the rooms, lowest floor first, each once, under one advisory lock.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type pg from "pg";
import type { Database } from "./database.ts";

export type Migration = {
  readonly room: string;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
};

const LOCK = 7_305_001; // any number that is ours
const LEDGER = `create schema if not exists kernel;
create table if not exists kernel.migrations (room text not null, name text not null, hash text not null, applied_at timestamptz not null default now(), primary key (room, name));
comment on table kernel.migrations is 'keep: for ever; erase: nothing personal; export: no';
comment on column kernel.migrations.room is 'none: room that owns the migration';
comment on column kernel.migrations.name is 'none: file name';
comment on column kernel.migrations.hash is 'none: SHA-256 of the text as applied';
comment on column kernel.migrations.applied_at is 'none: when';`;

/** The migrations of the rooms found under a folder, in the order of the rooms given. */
export async function readMigrations(folder: URL, rooms: readonly string[]): Promise<Migration[]> {
  const found: Migration[] = [];
  for (const room of rooms) {
    const place = new URL(`${room}/migrations/`, folder);
    const names = await readdir(place).catch(() => []);
    for (const name of names.filter((file) => file.endsWith(".sql")).sort()) {
      const text = await readFile(new URL(name, place), "utf8");
      found.push({ room, name, text, hash: createHash("sha256").update(text).digest("hex") });
    }
  }
  return found;
}

const ROOMS = new URL("../../../modules/src/", import.meta.url);
const FLOORS = new URL("../../../modules/floors.json", import.meta.url);
const KERNEL = new URL("../", import.meta.url);

/** The rooms, lowest floor first. */
export async function listRooms(): Promise<string[]> {
  return (JSON.parse(await readFile(FLOORS, "utf8")) as string[][]).flat();
}

/** All migrations of this program: the kernel's own, then the rooms', lowest floor first. */
export async function listMigrations(): Promise<Migration[]> {
  return [
    ...(await readMigrations(KERNEL, ["mail", "operate"])),
    ...(await readMigrations(ROOMS, await listRooms())),
  ];
}

/** Applies what is missing. Refuses when the database knows a migration that this program does not: it is older. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<number> {
  const client = await db.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(LEDGER);
    const known = await client.query<{ room: string; name: string; hash: string }>(
      "select room, name, hash from kernel.migrations",
    );
    const applied = new Map(known.rows.map((row) => [`${row.room}/${row.name}`, row.hash]));
    const ours = new Set(migrations.map((m) => `${m.room}/${m.name}`));
    const stranger = [...applied.keys()].find((name) => !ours.has(name));
    if (stranger !== undefined)
      throw new Error(
        `This database was made by a newer Sömlös (it knows ${stranger}). Start the newer version, or restore a backup made by this one.`,
      );
    const missing = migrations.filter((m) => !applied.has(`${m.room}/${m.name}`));
    for (const migration of missing) await apply(client, migration);
    return missing.length;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin; set local lock_timeout = '2s'");
  try {
    await client.query(migration.text);
    await client.query("insert into kernel.migrations (room, name, hash) values ($1, $2, $3)", [
      migration.room,
      migration.name,
      migration.hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.room}/${migration.name}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

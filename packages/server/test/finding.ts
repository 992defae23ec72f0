// Where a text stands in an installation: in which tables, in which files.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Server } from "./harness.ts";

/** Every table with a row in which a text stands, all columns as text, partitions too. */
export async function tablesWith(at: Server, text: string): Promise<string[]> {
  const client = new pg.Client(await at.databaseUrl());
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`,
    );
    if (rows.length < 60) throw new Error(`only ${rows.length} tables were looked through`);
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await client.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${text}%`]);
      if (hit.rowCount !== 0) found.push(name);
    }
    await client.query("checkpoint"); // what is in memory only is on disk then
    return found;
  } finally {
    await client.end();
  }
}

/** Every file under the home, the database's own among them. */
export async function filesWith(at: Server, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(at.home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.toString("latin1").toLowerCase().includes(text)) found.push(path.slice(at.home.length));
  }
  return found;
}

// For tests: what must be nowhere is looked for in every row of every table and in every file of a home.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

/** Tables and files that hold one of the needles, with the needle. Backup files are left out: they keep what was. */
export async function findNeedles(url: string, home: string, needles: readonly string[]): Promise<string[]> {
  return [...(await inTables(url, needles)), ...(await inFiles(home, needles))].sort();
}

async function inTables(url: string, needles: readonly string[]): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const hit = await client.query<{ needle: string }>(
        `select distinct w.needle from ${name} t join unnest($1::text[]) as w(needle) on strpos(lower(t::text), lower(w.needle)) > 0`,
        [needles],
      );
      found.push(...hit.rows.map((row) => `${name}: ${row.needle}`));
    }
    return found;
  } finally {
    await client.end();
  }
}

async function inFiles(home: string, needles: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.parentPath.endsWith("backups")) continue;
    const text = (await readFile(join(file.parentPath, file.name), "utf8")).toLowerCase();
    found.push(
      ...needles.filter((needle) => text.includes(needle.toLowerCase())).map((n) => `${file.name}: ${n}`),
    );
  }
  return found;
}

// May this database be restored into? Decided before anything is touched.
import type pg from "pg";
import { listApplied, listTables, schemasOf } from "./catalog.ts";
import { type Header, nameOf } from "./format.ts";
import { findMark } from "./mark.ts";
import { KeepRefusal } from "./refusal.ts";
import { placeOf } from "./session.ts";

/** The schemas to drop and make anew. */
export async function readyTarget(client: pg.Client, header: Header, over: boolean): Promise<string[]> {
  await refuseInUse(client);
  const applied = await listApplied(client);
  const half = await findMark(client);
  const present = half ?? (applied === undefined ? [] : schemasOf(applied));
  const wanted = schemasOf(header.migrations);
  const stranger = await firstStranger(client, wanted, present);
  if (stranger !== undefined)
    throw new KeepRefusal(
      "keep.not_ours",
      `This database already has a schema ${stranger} of another program. Restore into a database of its own.`,
    );
  const filled = half === undefined && !over ? await firstFilled(client, present) : undefined;
  if (filled !== undefined)
    throw new KeepRefusal(
      "keep.not_empty",
      `This database holds data (${filled}, for one). Restore into an empty one, or add --over to remove everything of Sömlös in it first.`,
    );
  return [...new Set([...present, ...wanted])];
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const others = await client.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'somlos' and pid <> pg_backend_pid()`,
  );
  if (others.rows[0].n > 0)
    throw new KeepRefusal("keep.in_use", "Sömlös is running on this database. Stop all its processes first.");
}

async function firstStranger(
  client: pg.Client,
  wanted: readonly string[],
  ours: readonly string[],
): Promise<string | undefined> {
  const found = await client.query(
    `select n.nspname as name from pg_namespace n where n.nspname = any($1) and n.nspname <> all($2)
       and exists (select from pg_class c where c.relnamespace = n.oid) limit 1`,
    [wanted, ours],
  );
  return found.rows[0]?.name;
}

async function firstFilled(client: pg.Client, schemas: readonly string[]): Promise<string | undefined> {
  for (const table of await listTables(client, schemas)) {
    // What migrations were applied is no data.
    if (table.kind === "partitioned" || nameOf(table) === "kernel.migrations") continue;
    const some = await client.query(`select exists (select from ${placeOf(table)}) as yes`);
    if (some.rows[0].yes) return nameOf(table);
  }
  return undefined;
}

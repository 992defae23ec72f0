// While a restore runs the database carries a mark, outside our own schemas. A server that finds it does not start: the
// rows are not all there. Restoring again begins anew and takes the mark away at the end.
import type pg from "pg";
import type { Database } from "../db/index.ts";
import { KeepRefusal } from "./refusal.ts";

/** The schemas of a restore that was begun and not finished; undefined when there is none. */
export async function findMark(client: pg.Client): Promise<string[] | undefined> {
  const there = await client.query("select to_regclass('somlos_restoring.mark') is not null as yes");
  if (!there.rows[0].yes) return undefined;
  const mark = await client.query("select schemas from somlos_restoring.mark");
  return mark.rows[0]?.schemas ?? [];
}

export async function setMark(client: pg.Client, schemas: readonly string[]): Promise<void> {
  await client.query(
    "begin; drop schema if exists somlos_restoring cascade; create schema somlos_restoring; create table somlos_restoring.mark (schemas text[] not null)",
  );
  await client.query("insert into somlos_restoring.mark (schemas) values ($1)", [schemas]);
  await client.query("commit");
}

export const removeMark = (client: pg.Client) => client.query("drop schema somlos_restoring cascade");

export async function refuseUnfinished(client: pg.Client): Promise<void> {
  if ((await findMark(client)) === undefined) return;
  throw new KeepRefusal(
    "keep.unfinished",
    "A restore into this database was broken off, so it holds only a part. Run `npm run restore -- FILE` again, with the same backup or another one.",
  );
}

/** To be asked at every start, before the migrations. */
export async function refuseUnfinishedRestore(db: Database): Promise<void> {
  const client = await db.connect();
  try {
    await refuseUnfinished(client);
  } finally {
    await client.end();
  }
}

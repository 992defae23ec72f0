// SQL of imports of permissions: how far each is, and which rows were refused.
import { bools, ints, room, type Tx, texts, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("consent");

export type ImportRow = {
  readonly id: string;
  readonly name: string;
  readonly reader: "csv" | "jsonl" | "parquet";
  readonly state: "running" | "done" | "failed";
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly seen: unknown;
  readonly place: unknown;
  readonly rows: number;
  readonly taken: number;
  readonly refused: number;
  readonly noted: number;
  readonly code: string | null;
};
const columns = fragment`id, name, reader, state, started_at as "startedAt", updated_at as "updatedAt", seen, place,
  rows_read as rows, taken, refused, noted, code`;
const insert = sql`
  insert into consent.imports (id, name, reader, state, started_at, started_by, updated_at, seen, place)
  values ($1, $2, $3, 'running', $4, $5, $4, $6::jsonb, $7::jsonb)`;
const newest = sql<ImportRow>`select ${columns} from consent.imports order by id desc limit 100`;
const running = sql<ImportRow>`select ${columns} from consent.imports where state = 'running' order by id`;
const unread = sql<{
  id: string;
}>`select id from consent.imports where state = 'running' and id = any($1::uuid[])`;
const byId = sql<ImportRow>`select ${columns} from consent.imports where id = $1::uuid`;
const lock = sql<ImportRow>`select ${columns} from consent.imports where id = $1::uuid for update`;
const move = sql`
  update consent.imports set place = $2::jsonb, rows_read = rows_read + $3, taken = taken + $4, refused = refused + $5,
    noted = noted + $6, updated_at = $7 where id = $1::uuid`;
const end = sql`update consent.imports set state = $2, code = $3, updated_at = $4 where id = $1::uuid and state = 'running'`;
const refuse = sql`
  insert into consent.import_refusals (import_id, line, code, missing, taken)
  select $1, line, code, string_to_array(missing, ','), taken
  from unnest($2::int[], $3::text[], $4::text[], $5::bool[]) as w(line, code, missing, taken) on conflict do nothing`;
const refusedOf = sql<RefusedRow>`
  select line, code, missing from consent.import_refusals where import_id = $1::uuid and line > $2 order by line limit $3`;

export type RefusedRow = {
  readonly line: number;
  readonly code: string;
  readonly missing: readonly string[];
};
export type NewImport = Pick<ImportRow, "id" | "name" | "reader" | "seen" | "place">;

export const insertImport = (tx: Tx, i: NewImport, now: Date, by: string): Promise<number> =>
  tx.run(insert, [i.id, i.name, i.reader, now, by, JSON.stringify(i.seen), JSON.stringify(i.place)]);
export const listImports = (tx: Tx): Promise<ImportRow[]> => tx.rows(newest);
export const listRunning = (tx: Tx): Promise<ImportRow[]> => tx.rows(running);
/** Those of these files that are not read to their end. */
export const listUnread = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (await tx.rows(unread, [uuids(ids)])).map(({ id }) => id);
export const findImport = (tx: Tx, id: string): Promise<ImportRow | undefined> => tx.maybe(byId, [id]);
/** Whoever else reads the same file waits. */
export const lockImport = (tx: Tx, id: string): Promise<ImportRow | undefined> => tx.maybe(lock, [id]);

export type Moved = {
  readonly place: unknown;
  readonly rows: number;
  readonly taken: number;
  readonly refused: readonly RefusedRow[];
  /** Taken, otherwise than written. */
  readonly noted: readonly RefusedRow[];
};
export async function moveImport(tx: Tx, id: string, moved: Moved, now: Date): Promise<void> {
  const { place, rows, taken, refused, noted } = moved;
  const told = [...refused, ...noted];
  if (told.length > 0)
    await tx.run(refuse, [
      ...[id, ints(told.map(({ line }) => line)), texts(told.map(({ code }) => code))],
      texts(told.map(({ missing }) => missing.join(","))),
      bools(told.map((_, index) => index >= refused.length)),
    ]);
  const counted = [rows, taken, refused.length, noted.length];
  await tx.run(move, [id, JSON.stringify(place), ...counted, now]);
}
export const endImport = (
  tx: Tx,
  id: string,
  how: { readonly state: "done" | "failed"; readonly code: string | null },
  now: Date,
): Promise<number> => tx.run(end, [id, how.state, how.code, now]);
export const listRefused = (tx: Tx, id: string, after: number, limit: number): Promise<RefusedRow[]> =>
  tx.rows(refusedOf, [id, after, limit]);

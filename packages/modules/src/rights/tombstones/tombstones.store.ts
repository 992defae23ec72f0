// The SQL of tombstones, and of which erasures this database has gone through.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql } = room("rights");

const PUT = sql`
  insert into rights.tombstones as t (fp, at) select distinct fp, $2::timestamptz from unnest($1::uuid[]) as f(fp)
  on conflict (fp) do update set at = greatest(t.at, excluded.at)`;
const BUMP = sql`update rights.revision set number = number + 1 where id = 1`;
const FIND = sql<{ fp: string; at: Date }>`select fp, at from rights.tombstones where fp = any($1::uuid[])`;
const REVISION = sql<{ number: number }>`select number from rights.revision where id = 1`;
const NEWEST = sql<{ at: Date | null }>`select max(at) as at from rights.tombstones`;
const APPLY = sql`insert into rights.applied (id, at) values ($1, $2) on conflict (id) do nothing`;
const APPLIED = sql<{ id: string }>`select id from rights.applied where id = any($1::uuid[])`;

export async function putTombstones(tx: Tx, fps: readonly string[], at: Date): Promise<void> {
  await tx.run(PUT, [fingerprints(fps), at]);
  await tx.run(BUMP);
}
/** When those of these identifiers that were erased were; by fingerprint. */
export async function findTombstones(tx: Tx, fps: readonly string[]): Promise<Map<string, Date>> {
  if (fps.length === 0) return new Map();
  const rows = await tx.rows(FIND, [fingerprints(fps)]);
  return new Map(rows.map((row) => [fingerprintOf(row.fp), row.at]));
}
export const findRightsRevision = async (tx: Tx): Promise<number> => (await tx.one(REVISION)).number;
export const findNewest = async (tx: Tx): Promise<Date | undefined> => (await tx.one(NEWEST)).at ?? undefined;
export const saveApplied = (tx: Tx, id: string, at: Date) => tx.run(APPLY, [id, at]);
export const listApplied = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> =>
  new Set((await tx.rows(APPLIED, [uuids(ids)])).map((row) => row.id));

// The SQL of protected people.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("identity");

const PUT = sql`insert into identity.protected (fp, at) select distinct fp, $2::timestamptz from unnest($1::uuid[]) as f(fp) on conflict do nothing`;
const TAKE = sql`delete from identity.protected where fp = any($1::uuid[])`;
const ANY = sql<{ any: boolean }>`select exists (select from identity.protected) as any`;
const AMONG = sql<{ id: string }>`
  select w.id from unnest($1::uuid[]) as w(id) join identity.nodes n on n.id = w.id
  where exists (select from identity.protected p where p.fp = n.fp)
    or (n.component is not null and exists (
      select from identity.protected p join identity.nodes m on m.fp = p.fp where m.component = n.component))`;

const ALL = sql<{ id: string }>`
  select distinct coalesce(o.id, n.id) as id from identity.protected p join identity.nodes n on n.fp = p.fp
  left join identity.people o on o.component = n.component`;

export const saveProtected = (tx: Tx, fps: readonly string[], at: Date) =>
  tx.run(PUT, [fingerprints(fps), at]);
export const deleteProtected = (tx: Tx, fps: readonly string[]) => tx.run(TAKE, [fingerprints(fps)]);

/** Everybody who is hidden; they are few. */
export const listAllProtected = async (tx: Tx): Promise<string[]> => (await tx.rows(ALL)).map(({ id }) => id);

/** Those of these people who are hidden. */
export async function listProtected(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !(await tx.one(ANY)).any) return new Set();
  return new Set((await tx.rows(AMONG, [uuids([...new Set(ids)])])).map((row) => row.id));
}

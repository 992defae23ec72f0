// The SQL of people whose use is restricted: identifiers are marked, and whoever holds one of them is found.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql } = room("identity");

const PUT = sql`
  insert into identity.restricted (fp, restriction, at) select distinct fp, $2::uuid, $3::timestamptz
  from unnest($1::uuid[]) as f(fp) order by fp on conflict do nothing`;
const TAKE = sql`delete from identity.restricted where fp = any($1::uuid[]) and restriction = $2`;
const FORGET = sql`delete from identity.restricted where fp = any($1::uuid[])`;
const OF = sql<Mark>`select fp, restriction from identity.restricted where fp = any($1::uuid[])`;
const LEFT = sql<{ restriction: string }>`
  select distinct restriction from identity.restricted where restriction = any($1::uuid[]) and fp <> all($2::uuid[])`;
const ANY = sql<{ any: boolean }>`select exists (select from identity.restricted) as any`;
const AMONG = sql<{ id: string }>`
  select w.id from unnest($1::uuid[]) as w(id) join identity.nodes n on n.id = w.id
  where exists (select from identity.restricted p where p.fp = n.fp)
    or (n.component is not null and exists (
      select from identity.restricted p join identity.nodes m on m.fp = p.fp where m.component = n.component))`;
const AMONG_FPS = sql<{ fp: string }>`
  select w.fp from unnest($1::uuid[]) as w(fp)
  where exists (select from identity.restricted p where p.fp = w.fp) or exists (
    select from identity.nodes n join identity.nodes m on m.component = n.component join identity.restricted p on p.fp = m.fp
    where n.fp = w.fp)`;
const HOLDERS = sql<{ person: string }>`
  select distinct h.person from identity.restricted p join identity.v_holders h on h.fp = p.fp`;

type Mark = { readonly fp: string; readonly restriction: string };

/** Said again it changes nothing. */
export const saveRestricted = (tx: Tx, restriction: string, fps: readonly string[], at: Date) =>
  tx.run(PUT, [fingerprints(fps), restriction, at]);
/** How many of them it had marked. */
export const deleteRestricted = (tx: Tx, restriction: string, fps: readonly string[]): Promise<number> =>
  tx.run(TAKE, [fingerprints(fps), restriction]);
export const forgetRestricted = (tx: Tx, fps: readonly string[]): Promise<number> =>
  tx.run(FORGET, [fingerprints(fps)]);

/** The acts that hold for these identifiers. */
export const listRestrictionsOn = async (tx: Tx, fps: readonly string[]): Promise<Mark[]> =>
  (await tx.rows(OF, [fingerprints(fps)])).map((row) => ({ ...row, fp: fingerprintOf(row.fp) }));
/** Those of these acts that hold for something else too. */
export const listHoldingBesides = async (
  tx: Tx,
  restrictions: readonly string[],
  fps: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set((await tx.rows(LEFT, [uuids(restrictions), fingerprints(fps)])).map((row) => row.restriction));

/** Those of these people, by any of their ids or nodes, who hold something that is restricted. */
export async function listRestricted(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !(await tx.one(ANY)).any) return new Set();
  return new Set((await tx.rows(AMONG, [uuids([...new Set(ids)])])).map((row) => row.id));
}

/** Those of these identifiers whose holder holds something that is restricted. */
export async function listRestrictedAmong(tx: Tx, fps: readonly string[]): Promise<ReadonlySet<string>> {
  if (fps.length === 0 || !(await tx.one(ANY)).any) return new Set();
  return new Set((await tx.rows(AMONG_FPS, [fingerprints(fps)])).map(({ fp }) => fingerprintOf(fp)));
}

/** Everybody who is left alone, as `identity.v_holders` names them. */
export const listAllRestricted = async (tx: Tx): Promise<string[]> =>
  (await tx.rows(HOLDERS)).map(({ person }) => person);

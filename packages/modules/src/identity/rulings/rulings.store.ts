// SQL for rulings, and for what they make of nodes and claims.
import { bools, fingerprints, room, smallints, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { type End, type Pair, type Plan, type RulingKind, rulingKinds } from "./rulings.rules.ts";

const { sql, fragment } = room("identity");

export type RulingRow = {
  readonly id: string;
  readonly act: string;
  readonly kind: RulingKind;
  readonly told: string;
  readonly at: number;
  readonly byId: string;
  readonly reason: string;
  readonly undoneAct: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneWhy: string | null;
};

type Row = {
  id: string;
  act: string;
  kind: number;
  told: string;
  at_ms: number;
  by_id: string;
  reason: string;
  undone_act: string | null;
  undone_at: Date | null;
  undone_by: string | null;
  undone_why: string | null;
};
const columns = fragment`r.id, r.act, r.kind, r.told, r.at_ms, r.by_id, r.reason, r.undone_act, r.undone_at, r.undone_by, r.undone_why`;
const rulingOf = (row: Row): RulingRow => ({
  id: row.id,
  act: row.act,
  kind: rulingKinds[row.kind - 1] ?? "join",
  told: fingerprintOf(row.told),
  at: row.at_ms,
  byId: row.by_id,
  reason: row.reason,
  undoneAct: row.undone_act,
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
  undoneWhy: row.undone_why,
});

const byAct = sql<Row>`select ${columns} from identity.rulings r where r.act = $1 or r.undone_act = $1`;
const byId = sql<Row>`select ${columns} from identity.rulings r where r.id = any($1::uuid[]) order by r.at_ms desc, r.id desc`;

/** The ruling that was made, or undone, by this act of a client. */
export async function findAct(tx: Tx, act: string): Promise<RulingRow | undefined> {
  const row = await tx.maybe(byAct, [act]);
  return row === undefined ? undefined : rulingOf(row);
}
export const findRuling = async (tx: Tx, id: string): Promise<RulingRow | undefined> =>
  (await findRulings(tx, [id]))[0];
/** The newest first. */
export const findRulings = async (tx: Tx, ids: readonly string[]): Promise<RulingRow[]> =>
  ids.length === 0 ? [] : (await tx.rows(byId, [ids])).map(rulingOf);

const insert = sql`
  insert into identity.rulings (id, act, kind, told, at_ms, by_id, reason) values ($1, $2, $3, ($4::uuid[])[1], $5, $6, $7)`;
const insertEnds = sql`
  insert into identity.ruled_ends (ruling, fp, side, live) select $1, e.fp, e.side, true from unnest($2::uuid[], $3::smallint[]) as e(fp, side)`;
const insertPairs = sql`
  insert into identity.ruled_pairs (ruling, a, b, voids, live)
  select $1, p.a, p.b, p.voids, true from unnest($2::uuid[], $3::uuid[], $4::bool[]) as p(a, b, voids) on conflict do nothing`;

const insertValues = sql`
  insert into identity.ruled_values (ruling, fp, blocks, live) select $1, v.fp, v.blocks, true from unnest($2::uuid[], $3::bool[]) as v(fp, blocks)`;

export type NewRuling = Pick<RulingRow, "id" | "act" | "kind" | "told" | "at" | "byId" | "reason">;

export function insertRuling(tx: Tx, ruling: NewRuling, { ends, pairs, values = [] }: Plan): void {
  const { id, act, kind, told, at, byId: by, reason } = ruling;
  tx.send(insert, [id, act, rulingKinds.indexOf(kind) + 1, fingerprints([told]), at, by, reason]);
  if (ends.length > 0)
    tx.send(insertEnds, [id, fingerprints(ends.map((e) => e.fp)), smallints(ends.map((e) => e.side))]);
  if (values.length > 0)
    tx.send(insertValues, [id, fingerprints(values.map((v) => v.fp)), bools(values.map((v) => v.blocks))]);
  if (pairs.length > 0)
    tx.send(insertPairs, [
      id,
      fingerprints(pairs.map((p) => p.a)),
      fingerprints(pairs.map((p) => p.b)),
      bools(pairs.map((p) => p.voids)),
    ]);
}

const undo = sql`
  update identity.rulings set undone_act = $2, undone_at = $3, undone_by = $4, undone_why = $5 where id = $1 and undone_at is null`;
const endEnds = sql`update identity.ruled_ends set live = false where ruling = $1`;
const endValues = sql`update identity.ruled_values set live = false where ruling = $1`;
const endPairs = sql`update identity.ruled_pairs set live = false where ruling = $1`;

export async function undoRuling(
  tx: Tx,
  id: string,
  by: { readonly act: string; readonly at: Date; readonly byId: string; readonly why: string },
): Promise<void> {
  tx.send(undo, [id, by.act, by.at, by.byId, by.why]);
  tx.send(endEnds, [id]);
  tx.send(endValues, [id]);
  await tx.run(endPairs, [id]);
}

const endsOf = sql<{ fp: string; side: 1 | 2 }>`select fp, side from identity.ruled_ends where ruling = $1`;
const pairsOf = sql<{ a: string; b: string; voids: boolean }>`
  select a, b, voids from identity.ruled_pairs where ruling = $1`;

const valuesOf = sql<{
  fp: string;
  blocks: boolean;
}>`select fp, blocks from identity.ruled_values where ruling = $1`;

export async function loadPlan(tx: Tx, ruling: string): Promise<Plan> {
  const ends = await tx.rows(endsOf, [ruling]);
  const pairs = await tx.rows(pairsOf, [ruling]);
  const values = await tx.rows(valuesOf, [ruling]);
  return {
    values: values.map(({ fp, blocks }) => ({ fp: fingerprintOf(fp), blocks })),
    ends: ends.map(({ fp, side }) => ({ fp: fingerprintOf(fp), side })),
    pairs: pairs.map(({ a, b, voids }) => ({ a: fingerprintOf(a), b: fingerprintOf(b), voids })),
  };
}

const dropEnds = sql`
  delete from identity.ruled_ends e where not exists (select from identity.nodes n where n.fp = e.fp)`;
const dropValues = sql`
  delete from identity.ruled_values v where not exists (select from identity.nodes n where n.fp = v.fp)`;
const dropPairs = sql`
  delete from identity.ruled_pairs p where not exists (select from identity.nodes n where n.fp = p.a)
    or not exists (select from identity.nodes n where n.fp = p.b)`;

/** Rulings about what is not there any more. */
export async function dropUnheard(tx: Tx): Promise<void> {
  tx.send(dropValues);
  tx.send(dropEnds);
  await tx.run(dropPairs);
}

const unmadeEnds = sql<{ ruling: string; fp: string; side: 1 | 2 }>`
  select e.ruling, e.fp, e.side from identity.ruled_ends e where e.live and e.ruling in (
    select o.ruling from identity.ruled_ends o join identity.nodes n on n.fp = o.fp where o.live and not n.ruled)`;
const unmadePairs = sql<{ a: string; b: string; voids: boolean }>`
  select p.a, p.b, p.voids from identity.ruled_pairs p where p.live`;

/** What stands of rulings and is not in force since people were made anew. */
export async function loadUnmade(tx: Tx): Promise<{ ends: End[]; pairs: Pair[] }> {
  const ends = await tx.rows(unmadeEnds);
  const pairs = await tx.rows(unmadePairs);
  return {
    ends: ends.map(({ ruling, fp, side }) => ({ ruling, fp: fingerprintOf(fp), side })),
    pairs: pairs.map(({ a, b, voids }) => ({ a: fingerprintOf(a), b: fingerprintOf(b), voids })),
  };
}

const fixNodes = sql`
  update identity.nodes n set fixed = (
    select max(case when v.blocks then 2 else 1 end) from identity.ruled_values v where v.fp = n.fp and v.live)
  where n.fp = any($1::uuid[])`;
/** Whether these values are counted or ruled; blocked wins. */
export async function fixValues(tx: Tx, fps: readonly string[]): Promise<void> {
  if (fps.length > 0) await tx.run(fixNodes, [fingerprints(fps)]);
}

const pinNodes = sql`update identity.nodes set ruled = true, leaf = false where fp = any($1::uuid[])`;
const pinClaims = sql`update identity.claims set leaf = false where b = any($1::uuid[]) and leaf`;
const pinPeople = sql`
  update identity.people set ruled = true
  where component in (select component from identity.nodes where fp = any($1::uuid[]) and component is not null)`;

/** What a ruling names speaks for itself from now on, and follows no neighbour. */
export function pin(tx: Tx, fps: readonly string[]): void {
  if (fps.length === 0) return;
  tx.send(pinNodes, [fingerprints(fps)]);
  tx.send(pinClaims, [fingerprints(fps)]);
  tx.send(pinPeople, [fingerprints(fps)]);
}

const voidsAmong = sql<{ a: string; b: string }>`
  select distinct w.a, w.b from unnest($1::uuid[], $2::uuid[]) as w(a, b)
  join identity.ruled_pairs p on p.a = least(w.a, w.b) and p.b = greatest(w.a, w.b) and p.voids and p.live`;

/** Whether a ruling says that claims of two nodes count no more. */
export async function findVoids(
  tx: Tx,
  pairs: readonly (readonly [string, string])[],
): Promise<(a: string, b: string) => boolean> {
  if (pairs.length === 0) return () => false;
  const rows = await tx.rows(voidsAmong, [
    fingerprints(pairs.map(([a]) => a)),
    fingerprints(pairs.map(([, b]) => b)),
  ]);
  const found = new Set(rows.map((row) => fingerprintOf(row.a) + fingerprintOf(row.b)));
  return (a, b) => found.has(a + b);
}

const setWithdrawn = sql`
  update identity.claims c set withdrawn = exists (
    select from identity.ruled_pairs p where p.a = least(c.a, c.b) and p.b = greatest(c.a, c.b) and p.voids and p.live)
  from unnest($1::uuid[], $2::uuid[]) as w(a, b)
  where c.rule < 5 and c.a = w.a and c.b = w.b`;

/** Claims of these pairs count, or not, as the rulings now say. */
export async function renewWithdrawn(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const [a, b] = [pairs.map((p) => p.a), pairs.map((p) => p.b)];
  await tx.run(setWithdrawn, [fingerprints([...a, ...b]), fingerprints([...b, ...a])]); // whichever end is the stronger
}

const firstTies = sql<{ a: string; b: string; id: string; at_ms: number }>`
  select distinct on (w.a, w.b) w.a, w.b, r.id, r.at_ms from unnest($1::uuid[], $2::uuid[]) as w(a, b)
  join identity.ruled_pairs p on p.a = w.a and p.b = w.b and p.live and not p.voids
  join identity.rulings r on r.id = p.ruling
  order by w.a, w.b, r.at_ms, r.id`;

/** Of each pair the earliest ruling that ties it. */
export async function findTies(
  tx: Tx,
  pairs: readonly Pair[],
): Promise<Map<string, { id: string; at: number }>> {
  if (pairs.length === 0) return new Map();
  const rows = await tx.rows(firstTies, [
    fingerprints(pairs.map((p) => p.a)),
    fingerprints(pairs.map((p) => p.b)),
  ]);
  return new Map(
    rows.map((row) => [fingerprintOf(row.a) + fingerprintOf(row.b), { id: row.id, at: row.at_ms }]),
  );
}

const ofPeople = sql<Row>`
  select ${columns} from identity.rulings r where r.id in (
    select e.ruling from identity.nodes n join identity.ruled_ends e on e.fp = n.fp
    where n.ruled and n.fp = any($1::uuid[])
    union select p.ruling from identity.ruled_pairs p where p.a = any($1::uuid[])
    union select p.ruling from identity.ruled_pairs p where p.b = any($1::uuid[])
    union select v.ruling from identity.ruled_values v where v.fp = any($1::uuid[]))
  order by r.at_ms desc, r.id desc limit 500`;

/** Rulings that name one of these nodes, the newest first, those undone too. */
export async function listRulings(tx: Tx, fps: readonly string[]): Promise<RulingRow[]> {
  return fps.length === 0 ? [] : (await tx.rows(ofPeople, [fingerprints(fps)])).map(rulingOf);
}

const ruledNodes = sql<{ fp: string }>`
  select n.fp from identity.nodes a join identity.nodes n on n.component = a.component where a.id = $1 and n.ruled
  union select a.fp from identity.nodes a where a.id = $1 and a.ruled`;
/** Nodes of a person, by any id it ever had, that rulings name. */
export const listRuledNodes = async (tx: Tx, personId: string): Promise<string[]> =>
  (await tx.rows(ruledNodes, [personId])).map((row) => fingerprintOf(row.fp));

const namedBy = sql<{
  ruling: string;
  fp: string;
  side: number;
  kind: number;
  value: string | null;
  id: string;
}>`
  select e.ruling, n.fp, e.side, n.kind, n.value, coalesce(p.id, n.id) as id
  from identity.ruled_ends e join identity.nodes n on n.fp = e.fp left join identity.people p on p.component = n.component
  where e.ruling = any($1::uuid[])
  union all
  select r.ruling, n.fp, x.side, n.kind, n.value, coalesce(p.id, n.id)
  from identity.ruled_pairs r cross join lateral (values (r.a, 1), (r.b, 2)) as x(fp, side)
  join identity.nodes n on n.fp = x.fp left join identity.people p on p.component = n.component
  where r.ruling = any($1::uuid[]) and r.voids
  union all
  select v.ruling, n.fp, 1, n.kind, n.value, coalesce(p.id, n.id)
  from identity.ruled_values v join identity.nodes n on n.fp = v.fp left join identity.people p on p.component = n.component
  where v.ruling = any($1::uuid[])`;
const tiedBy = sql<{
  ruling: string;
  a_kind: number;
  a_value: string | null;
  b_kind: number;
  b_value: string | null;
  id: string;
}>`
  select r.ruling, x.kind as a_kind, x.value as a_value, y.kind as b_kind, y.value as b_value, coalesce(p.id, x.id) as id
  from identity.ruled_pairs r join identity.nodes x on x.fp = r.a join identity.nodes y on y.fp = r.b
  left join identity.people p on p.component = x.component
  where r.ruling = any($1::uuid[]) and not r.voids`;
/** Pairs that rulings tie. */
export const listTied = (tx: Tx, rulings: readonly string[]) => tx.rows(tiedBy, [rulings]);

/** What rulings keep apart, and whose it is now. */
export const listNamed = (tx: Tx, rulings: readonly string[]) => tx.rows(namedBy, [rulings]);

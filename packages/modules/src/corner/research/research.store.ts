// The SQL of what customers brought from other shops.
import { fingerprints, jsons, room, type Tx, texts, uuids } from "@somlos/kernel/db";
import type { Thing } from "@somlos/rules/research";

const { sql } = room("corner");

export type Brought = {
  readonly id: string;
  readonly key: string;
  readonly shop: string | null;
  readonly thing: Thing;
  readonly broughtAt: Date;
};

const ofFps = sql<Brought>`
  select * from (
    select distinct on (thing_key) id, thing_key as key, shop, thing, brought_at as "broughtAt" from corner.brought
    where fp = any($1::uuid[]) order by thing_key, brought_at desc, id) b
  order by "broughtAt" desc, key limit $2`;
const bring = sql`
  insert into corner.brought as b (id, fp, thing_key, shop, thing, brought_at)
  select t.id, f.fp, t.key, $5, t.thing, $6 from unnest($1::uuid[]) as f(fp)
  cross join unnest($2::uuid[], $3::text[], $4::jsonb[]) as t(id, key, thing) order by t.key
  on conflict (fp, thing_key) do update set shop = excluded.shop, thing = excluded.thing, brought_at = excluded.brought_at
    where (b.shop, b.thing) is distinct from (excluded.shop, excluded.thing)`;
const trim = sql`
  delete from corner.brought where id in (
    select id from corner.brought where fp = any($1::uuid[]) order by brought_at desc, thing_key offset $2)`;
const drop = sql`
  delete from corner.brought where fp = any($2::uuid[])
    and thing_key in (select thing_key from corner.brought where id = $1 and fp = any($2::uuid[]))`;
const dropAll = sql`delete from corner.brought where fp = any($1::uuid[])`;
const past = sql`delete from corner.brought where brought_at <= $1`;

const awayOfFps = sql<{ id: string; putAt: Date }>`
  select thing_id as id, max(put_at) as "putAt" from corner.put_away where fp = any($1::uuid[]) group by thing_id`;
const putAway = sql`
  insert into corner.put_away as p (fp, thing_id, put_at)
  select f.fp, t.id, $3 from unnest($1::uuid[]) as f(fp) cross join unnest($2::text[]) as t(id) order by f.fp, t.id
  on conflict (fp, thing_id) do update set put_at = greatest(p.put_at, excluded.put_at)`;
const pastAway = sql`delete from corner.put_away where put_at <= $1`;

export const listBrought = (tx: Tx, fps: readonly string[], most: number): Promise<Brought[]> =>
  tx.rows(ofFps, [fingerprints(fps), most]);

export type Bringing = { readonly id: string; readonly key: string; readonly thing: Thing };

/** Each product once a person; of more than `most` the oldest go. */
export async function saveBrought(
  tx: Tx,
  fp: string,
  { shop, lines, at, most }: { shop: string | null; lines: readonly Bringing[]; at: Date; most: number },
): Promise<void> {
  const ids = uuids(lines.map((one) => one.id));
  const keys = texts(lines.map((one) => one.key));
  const things = jsons(lines.map((one) => JSON.stringify(one.thing)));
  await tx.run(bring, [fingerprints([fp]), ids, keys, things, shop, at]);
  await tx.run(trim, [fingerprints([fp]), most]);
}

/** How many rows went. */
export const deleteBrought = (tx: Tx, id: string, fps: readonly string[]): Promise<number> =>
  tx.run(drop, [id, fingerprints(fps)]);
export const deleteAllBrought = (tx: Tx, fps: readonly string[]): Promise<number> =>
  tx.run(dropAll, [fingerprints(fps)]);
export const deletePastBrought = (tx: Tx, before: Date): Promise<number> => tx.run(past, [before]);

/** When each thing was put away last. */
export const listAway = async (tx: Tx, fps: readonly string[]): Promise<ReadonlyMap<string, Date>> =>
  new Map((await tx.rows(awayOfFps, [fingerprints(fps)])).map(({ id, putAt }) => [id, putAt]));
export const saveAway = async (tx: Tx, fp: string, ids: readonly string[], at: Date): Promise<void> => {
  await tx.run(putAway, [fingerprints([fp]), texts(ids), at]);
};
export const deletePastAway = (tx: Tx, before: Date): Promise<number> => tx.run(pastAway, [before]);

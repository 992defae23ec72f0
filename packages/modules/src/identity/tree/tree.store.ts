// SQL for the tree of a person: which nodes may be drawn, and claims of theirs that lead nowhere. All of it bounded.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { kindOfCode, type NodeKind } from "../limits.rules.ts";

const { sql } = room("identity");

const leaves = sql<{ fp: string }>`
  select n.fp from identity.nodes n where n.component = $1 and n.leaf and n.kind <> 11
  order by array_position(array[1, 2, 3, 4, 5, 9, 6, 8, 7, 10]::smallint[], n.kind), n.proven desc, n.first_ms, n.fp limit $2`;

/** Identifiers that follow the one neighbour they have, the most telling first. */
export const listLeaves = async (tx: Tx, component: string, most: number): Promise<string[]> =>
  (await tx.rows(leaves, [component, most])).map((row) => fingerprintOf(row.fp));

const devices = sql<{ fp: string; visits: number; proven: boolean; visitor: string; first_ms: number }>`
  select d.fp, d.visits, d.proven, v.visitor, d.first_ms from (
    select distinct on (l.device) l.device, n.fp, count(*) over w::int as visits, bool_or(n.proven) over w as proven,
      min(n.first_ms) over w as first_ms
    from identity.nodes n join identity.lanes l on l.fp = n.fp and l.live
    where n.component = $1 and n.kind = 11
    window w as (partition by l.device)
    order by l.device, n.leaf, n.proven desc, n.first_ms, n.fp) d
  join identity.lanes v on v.device = d.device and v.level = 0 and v.visitor is not null
  order by d.proven desc, d.first_ms, d.fp limit $2`;

export type DeviceOf = {
  /** The lane that stands for all of the person's on the device. */
  readonly fp: string;
  readonly visitor: string;
  readonly visits: number;
  readonly proven: boolean;
  readonly firstAt: number;
};

export const listDevicesOf = async (tx: Tx, component: string, most: number): Promise<DeviceOf[]> =>
  (await tx.rows(devices, [component, most])).map((row) => ({
    fp: fingerprintOf(row.fp),
    visitor: row.visitor,
    visits: row.visits,
    proven: row.proven,
    firstAt: row.first_ms,
  }));

const kinds = sql<{ kind: number; n: number }>`
  select n.kind, count(*)::int as n from identity.nodes n where n.component = $1 and n.kind <> 11 group by 1
  union all
  select 11, count(distinct l.device)::int from identity.nodes n join identity.lanes l on l.fp = n.fp and l.live
  where n.component = $1 and n.kind = 11`;

/** How many of each kind a person holds; of lanes, on how many devices. */
export const countKinds = async (tx: Tx, component: string): Promise<{ kind: NodeKind; n: number }[]> =>
  (await tx.rows(kinds, [component])).map(({ kind, n }) => ({ kind: kindOfCode(kind), n }));

// A few of each node and each way: at a hub nobody walks all of its claims.
const outward = sql<{ a: string; b: string; other: string }>`
  select c.a, c.b, c.other from unnest($1::uuid[]) as w(fp)
  cross join lateral (
    (select c.a, c.b, c.a as other from identity.claims c join identity.nodes o on o.fp = c.a
      where c.b = w.fp and (o.component is null or o.component is distinct from $2::uuid) and o.fp <> all($1::uuid[]) limit $3)
    union all
    (select c.a, c.b, c.b as other from identity.claims c join identity.nodes o on o.fp = c.b
      where c.a = w.fp and not c.leaf and (o.component is null or o.component is distinct from $2::uuid) and o.fp <> all($1::uuid[]) limit $3)) c
  limit $3`;

export type Outward = { readonly a: string; readonly b: string; readonly other: string };

/** Pairs with one end among these nodes of a person and the other end somebody else's. */
export const listOutward = async (
  tx: Tx,
  fps: readonly string[],
  component: string | undefined,
  most: number,
): Promise<Outward[]> =>
  (await tx.rows(outward, [fingerprints(fps), component ?? null, most])).map((row) => ({
    a: fingerprintOf(row.a),
    b: fingerprintOf(row.b),
    other: fingerprintOf(row.other),
  }));

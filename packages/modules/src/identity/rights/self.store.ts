// SQL for who a customer is to themselves: over proven claims only, from an identifier that they have proven. A browser's
// word joins two sides only where one of them holds nothing proven: so the proven nodes of a component hang together by
// proven claims, and what is stated of it is left out.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Identifier } from "../../events/index.ts";
import { asStreams, endedLanes, listStreamsOfNodes, type Streams } from "../identity.store.ts";
import { kindOfCode } from "../limits.rules.ts";

const { sql, fragment } = room("identity");

const own = fragment`
  with s as (select * from identity.nodes where fp = ($1::uuid[])[1]),
  m as (
    select n.* from s join identity.nodes n on n.component = s.component and n.proven where s.proven
    union all select s.* from s where s.component is null or not s.proven)`;

type Row = {
  fp: string;
  id: string;
  kind: number;
  value: string | null;
  circle: number;
  first_ms: number;
  proven_ms: number | null;
};
const members = sql<Row>`${own} select m.fp, m.id, m.kind, m.value, m.circle, m.first_ms, m.proven_ms from m order by m.id`;

export type Self = {
  /** Every node that is theirs, lanes too. */
  readonly nodes: readonly string[];
  readonly identifiers: readonly (Identifier & {
    readonly id: string;
    readonly firstSeenAt: Date;
    /** Of the earliest event of our own systems that carried it: no browser's word moves it. */
    readonly provenSince: Date | null;
  })[];
};

/** What is proven to be of one person with this identifier; the identifier alone where nothing more is proven. */
export async function findSelf(tx: Tx, fp: string): Promise<Self> {
  const rows = await tx.rows(members, [fingerprints([fp])]);
  return {
    nodes: rows.map((row) => fingerprintOf(row.fp)),
    identifiers: rows.flatMap(({ id, kind, value, circle, ...row }) => {
      const named = kindOfCode(kind);
      if (value === null || named === "lane") return [];
      return [
        {
          id,
          kind: named,
          value,
          circle,
          fp: fingerprintOf(row.fp),
          firstSeenAt: new Date(row.first_ms),
          provenSince: row.proven_ms === null ? null : new Date(row.proven_ms),
        },
      ];
    }),
  };
}

const told = sql<{ fp: string; source_id: number }>`
  select distinct on (e.fp) e.fp, c.source_id from identity.claims c
  cross join lateral (values (c.a), (c.b)) as e(fp)
  where c.b = any($1::uuid[]) and c.a = any($1::uuid[]) and c.proven and not c.withdrawn
  order by e.fp, c.at_ms, c.key`;

/** Which source first told, as proven, that a node of one person goes with another of theirs. */
export const listTellers = async (tx: Tx, nodes: readonly string[]): Promise<Map<string, number>> =>
  new Map((await tx.rows(told, [fingerprints(nodes)])).map((row) => [fingerprintOf(row.fp), row.source_id]));

const given = sql<{ id: string }>`
  with s as (select * from identity.nodes where fp = ($1::uuid[])[1])
  select s.id from s union select n.id from s join identity.nodes n on n.component = s.component and n.given where s.proven`;

/** Every id by which they were ever named, also one that came from an unproven lane: it is under these that others looked. */
export const listGivenIds = async (tx: Tx, fp: string): Promise<string[]> =>
  (await tx.rows(given, [fingerprints([fp])])).map(({ id }) => id);

/**
 * `p`: what may be shown to them of the lanes that they hold by their login. A browser's goodbye, or its word that somebody else
 * signed in, takes nothing from whom our own systems know there; but what follows may be another's, and is shown to nobody
 * until the login is heard of again. `k`: the marks of a lane, theirs and others'; the lane begins as its first mark says.
 */
const shown = fragment`
  k as (
    select h.*, x.at_ms, x.key, x.login is not null and x.login = h.login as own from h
    join identity.marks x on x.device = h.device and (x.at_ms, x.key) >= (h.from_ms, h.from_key)
      and (h.to_ms is null or (x.at_ms, x.key) < (h.to_ms, h.to_key))
      and ((x.at_ms, x.key) <> (h.from_ms, h.from_key) or x.login = h.login)
    where h.login is not null),
  e as (
    select i, fp, device, to_ms as end_ms, to_key as end_key, from_ms as at_ms, from_key as key, null::boolean as own, true as opens from h
    union all select i, fp, device, to_ms, to_key, at_ms, key, own, false from k),
  b as (
    select e.*, case when e.opens then coalesce(lead(e.own) over lane, true) else e.own end as mine
    from e window lane as (partition by e.fp order by e.opens desc, e.at_ms, e.key)),
  c as (
    select b.*, lag(b.mine) over (partition by b.fp order by b.at_ms, b.key, b.opens desc) as was from b),
  d as (
    select c.*, lead(c.at_ms) over w as to_ms, lead(c.key) over w as to_key from c
    where c.mine is distinct from c.was window w as (partition by c.fp order by c.at_ms, c.key, c.opens desc)),
  p as (
    select i, device, at_ms as from_ms, key as from_key, coalesce(to_ms, end_ms) as to_ms, coalesce(to_key, end_key) as to_key from d
    where d.mine)`;
const shownOf = sql<Streams>`
  with m as (select 1 as i, * from identity.nodes where fp = any($1::uuid[])), ${endedLanes}, ${shown}, ${asStreams}`;

/** The streams that these nodes own, in parts. */
export const listStreamsOf = (tx: Tx, nodes: readonly string[]): Promise<Streams> =>
  listStreamsOfNodes(
    tx,
    nodes.map((fp) => ({ fp, owner: 1 })),
  );

/** What of them may be shown to the person: not what came on a browser after somebody said goodbye there, or another signed in. */
export const listShownOf = (tx: Tx, nodes: readonly string[]): Promise<Streams> =>
  tx.one(shownOf, [fingerprints(nodes)]);

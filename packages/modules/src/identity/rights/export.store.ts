// SQL for telling a person what identity holds of them.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { claimRules } from "../claims.rules.ts";
import { kindOfCode } from "../limits.rules.ts";
import { rulingKinds } from "../rulings/rulings.rules.ts";

const { sql } = room("identity");

const NODES = sql<{ kind: number; value: string; proven: boolean; firstSeenAt: Date }>`
  select kind, value, proven, timestamptz 'epoch' + first_ms * interval '1 millisecond' as "firstSeenAt"
  from identity.nodes where fp = any($1::uuid[]) and value is not null order by id`;
const LANES = sql<{ visitor: string; from: Date | null }>`
  select d.visitor, case when l.level = 0 then null else timestamptz 'epoch' + l.from_ms * interval '1 millisecond' end as "from"
  from identity.lanes l join identity.lanes d on d.device = l.device and d.visitor is not null
  where l.fp = any($1::uuid[]) and l.live order by l.from_ms`;
const CLAIMS = sql<{
  one: string | null;
  other: string | null;
  rule: number;
  proven: boolean;
  at: Date;
  sourceId: number;
  weaker: string;
}>`
  select c.b as weaker, x.value as one, y.value as other, c.rule, c.proven, timestamptz 'epoch' + c.at_ms * interval '1 millisecond' as at,
    c.source_id as "sourceId"
  from identity.claims c join identity.nodes x on x.fp = c.a join identity.nodes y on y.fp = c.b
  where c.a = any($1::uuid[]) order by c.at_ms, c.key`;

const RULINGS = sql<{ kind: number; at: Date; reason: string }>`
  select kind, timestamptz 'epoch' + at_ms * interval '1 millisecond' as at, reason from identity.rulings where id in (
    select ruling from identity.ruled_ends where fp = any($1::uuid[])
    union select ruling from identity.ruled_pairs where a = any($1::uuid[]) and b = any($1::uuid[])) order by at_ms`;

const trustOf = (proven: boolean) => (proven ? "proven" : "stated");

export async function listOwnNodes(tx: Tx, nodes: readonly string[]) {
  const known = await tx.rows(NODES, [fingerprints(nodes)]);
  const lanes = await tx.rows(LANES, [fingerprints(nodes)]);
  return [
    ...known.map(({ kind, proven, ...row }) => ({ ...row, kind: kindOfCode(kind), trust: trustOf(proven) })),
    ...lanes.map(({ visitor, from }) => ({ kind: "visitor", value: visitor, from })),
  ];
}
/** What is claimed of two ends that are both theirs; `stronger`: the part of their nodes to look at now. */
export async function listOwnClaims(tx: Tx, stronger: readonly string[], own: ReadonlySet<string>) {
  const rows = await tx.rows(CLAIMS, [fingerprints(stronger)]);
  return rows
    .filter(({ weaker }) => own.has(fingerprintOf(weaker)))
    .map(({ rule, proven, weaker: _, ...row }) => ({
      ...row,
      rule: claimRules[rule - 1],
      trust: trustOf(proven),
    }));
}
export const listOwnRulings = async (tx: Tx, nodes: readonly string[]) =>
  (await tx.rows(RULINGS, [fingerprints(nodes)])).map(({ kind, ...row }) => ({
    ...row,
    kind: rulingKinds[kind - 1],
  }));

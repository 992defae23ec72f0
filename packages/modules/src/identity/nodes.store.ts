// SQL for nodes: identifiers and lanes.
import { bigints, bools, fingerprints, room, smallints, type Tx, texts, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { HubFlags } from "./claims.rules.ts";
import { codeOfKind, kindOfCode, type NodeKind } from "./limits.rules.ts";

const { sql, fragment } = room("identity");

export type Node = HubFlags & {
  readonly fp: string;
  readonly id: string;
  readonly kind: NodeKind;
  /** The people row it belongs to; undefined while it is alone. */
  readonly component: string | undefined;
  readonly proven: boolean;
  readonly leaf: boolean;
  readonly firstAt: number;
  readonly provenAt: number | undefined;
  /** Its places in rulings that keep apart. */
  readonly apart: readonly string[];
  /** A ruling names it or did. */
  readonly ruled: boolean;
  /** What a colleague ruled of the value: hub or not, it is not counted. */
  readonly fixed: Fixed | undefined;
  /** On the shop's own list of values that say nothing of anybody. */
  readonly listed: boolean;
};

export type Fixed = "one_person" | "blocked";
const fixes: readonly Fixed[] = ["one_person", "blocked"];

type NodeRow = {
  fp: string;
  id: string;
  kind: number;
  component: string | null;
  proven: boolean;
  hub_proven: boolean;
  hub_stated: boolean;
  leaf: boolean;
  first_ms: number;
  proven_ms: number | null;
  ruled: boolean;
  fixed: number | null;
  listed: boolean;
  apart: string | null;
};
const NOWHERE: readonly string[] = [];
const nodeOf = (row: NodeRow): Node => ({
  fp: fingerprintOf(row.fp),
  id: row.id,
  kind: kindOfCode(row.kind),
  component: row.component ?? undefined,
  proven: row.proven,
  hubProven: row.hub_proven,
  hubStated: row.hub_stated,
  leaf: row.leaf,
  firstAt: row.first_ms,
  provenAt: row.proven_ms ?? undefined,
  ruled: row.ruled,
  fixed: row.fixed === null ? undefined : fixes[row.fixed - 1],
  listed: row.listed,
  apart: row.apart?.split(" ") ?? NOWHERE,
});

const columns = fragment`n.fp, n.id, n.kind, n.component, n.proven, n.hub_proven, n.hub_stated, n.leaf, n.first_ms, n.proven_ms, n.ruled, n.fixed, n.listed,
  case when n.ruled then (
    select string_agg(e.ruling::text || e.side::text, ' ') from identity.ruled_ends e where e.fp = n.fp and e.live) end as apart`;
const findByFp = sql<NodeRow>`select ${columns} from identity.nodes n where n.fp = any($1::uuid[])`;
const findCore = sql<NodeRow>`
  select ${columns} from identity.nodes n where n.component = any($1::uuid[]) and not n.leaf`;

export async function findNodes(tx: Tx, fps: readonly string[]): Promise<Node[]> {
  return fps.length === 0 ? [] : (await tx.rows(findByFp, [fingerprints(fps)])).map(nodeOf);
}

/** The nodes of whole components, without the leaves, which follow the one neighbour they have. */
export async function listCore(tx: Tx, components: readonly string[]): Promise<Node[]> {
  return components.length === 0 ? [] : (await tx.rows(findCore, [uuids(components)])).map(nodeOf);
}

export type NewNode = Node & {
  readonly value: string | undefined;
  readonly circle: number;
  readonly given: boolean;
};

const insert = sql`
  insert into identity.nodes (fp, id, kind, value, component, proven, hub_proven, hub_stated, leaf, given, first_ms, proven_ms, listed, circle, born_at, watched, hub_at)
  select n.*, $15::timestamptz, exists (select from identity.watched w where w.fp = n.fp),
    case when n.hub_proven or n.hub_stated then $15::timestamptz end
  from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::uuid[], $6::bool[], $7::bool[],
    $8::bool[], $9::bool[], $10::bool[], $11::bigint[], $12::bigint[], $13::bool[], $14::smallint[])
    as n(fp, id, kind, value, component, proven, hub_proven, hub_stated, leaf, given, first_ms, proven_ms, listed, circle)`;

export function insertNodes(tx: Tx, nodes: readonly NewNode[], now: Date): void {
  if (nodes.length === 0) return;
  tx.send(insert, [
    fingerprints(nodes.map((n) => n.fp)),
    uuids(nodes.map((n) => n.id)),
    smallints(nodes.map((n) => codeOfKind(n.kind))),
    texts(nodes.map((n) => n.value ?? null)),
    uuids(nodes.map((n) => n.component ?? null)),
    bools(nodes.map((n) => n.proven)),
    bools(nodes.map((n) => n.hubProven)),
    bools(nodes.map((n) => n.hubStated)),
    bools(nodes.map((n) => n.leaf)),
    bools(nodes.map((n) => n.given)),
    bigints(nodes.map((n) => n.firstAt)),
    bigints(nodes.map((n) => n.provenAt ?? null)),
    bools(nodes.map((n) => n.listed)),
    smallints(nodes.map((n) => n.circle)),
    now,
  ]);
}

const update = sql`
  update identity.nodes n set proven = c.proven, leaf = c.leaf, first_ms = c.first_ms, proven_ms = c.proven_ms, hub_proven = c.hub_proven, hub_stated = c.hub_stated,
    hub_at = case when c.hub_proven or c.hub_stated then coalesce(n.hub_at, $8) end
  from unnest($1::uuid[], $2::bool[], $3::bool[], $4::bigint[], $5::bool[], $6::bool[], $7::bigint[])
    as c(fp, proven, leaf, first_ms, hub_proven, hub_stated, proven_ms)
  where n.fp = c.fp`;

export function saveNodes(tx: Tx, nodes: readonly Node[], now: Date): void {
  if (nodes.length === 0) return;
  tx.send(update, [
    fingerprints(nodes.map((n) => n.fp)),
    bools(nodes.map((n) => n.proven)),
    bools(nodes.map((n) => n.leaf)),
    bigints(nodes.map((n) => n.firstAt)),
    bools(nodes.map((n) => n.hubProven)),
    bools(nodes.map((n) => n.hubStated)),
    bigints(nodes.map((n) => n.provenAt ?? null)),
    now,
  ]);
}

const unleafNodes = sql`
  update identity.nodes set leaf = false
  where leaf and fp in (select b from identity.claims where a = any($1::uuid[]) and leaf)`;
const unleafClaims = sql`update identity.claims set leaf = false where a = any($1::uuid[]) and leaf`;

/** The leaves of these nodes must speak for themselves from now on: their claims are about to change. */
export function clearLeavesOf(tx: Tx, fps: readonly string[]): void {
  if (fps.length === 0) return;
  tx.send(unleafNodes, [fingerprints(fps)]);
  tx.send(unleafClaims, [fingerprints(fps)]);
}

const unleafClaimsAt = sql`update identity.claims set leaf = false where b = any($1::uuid[]) and leaf`;

/** Claims of nodes that are leaves no longer. */
export function clearLeafClaims(tx: Tx, fps: readonly string[]): void {
  if (fps.length > 0) tx.send(unleafClaimsAt, [fingerprints(fps)]);
}

const giveIds = sql`update identity.nodes set given = true where id = any($1::uuid[]) and not given`;

/** These ids are person ids now; they resolve for ever. */
export function markGiven(tx: Tx, ids: readonly string[]): void {
  if (ids.length > 0) tx.send(giveIds, [uuids(ids)]);
}

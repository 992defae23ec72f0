// SQL for what rulings are about: nodes by what names them, and whose they are before and after.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf, uuidOf } from "@somlos/kernel/ids";
import { isUuid } from "@somlos/rules/uuid";
import type { Identifier } from "../../events/index.ts";
import { kindOfCode, type NodeKind } from "../limits.rules.ts";
import { findNodes, type Node } from "../nodes.store.ts";

const { sql } = room("identity");

export type Named = Pick<Identifier, "kind" | "fp">;

const byIds = sql<{ fp: string }>`select fp from identity.nodes where id = any($1::uuid[])`;
const lanesOfDevices = sql<{ fp: string }>`
  select fp from identity.lanes where device = any($1::uuid[]) and live order by from_ms desc, from_key desc`;

/** Nodes by any id that ever named their person. */
export async function findNodesById(tx: Tx, ids: readonly string[]): Promise<Node[]> {
  const rows = ids.every(isUuid) ? await tx.rows(byIds, [uuids(ids)]) : [];
  return findNodes(
    tx,
    rows.map((row) => fingerprintOf(row.fp)),
  );
}

/** The lanes of devices, the latest first. */
export async function findLanesOf(tx: Tx, devices: readonly string[]): Promise<Node[]> {
  if (devices.length === 0) return [];
  const fps = (await tx.rows(lanesOfDevices, [fingerprints(devices)])).map((row) => fingerprintOf(row.fp));
  const nodes = new Map((await findNodes(tx, fps)).map((node) => [node.fp, node]));
  return fps.flatMap((fp) => nodes.get(fp) ?? []);
}

const visitsOf = sql<{ fp: string; from_ms: number; id: string; known: boolean; login: string | null }>`
  select l.fp, l.from_ms, coalesce(p.id, n.id) as id, n.component is not null as known, g.value as login from (
    select fp, from_ms, from_key, login from identity.lanes
    where device = $1 and live order by from_ms desc, from_key desc limit $2) l
  join identity.nodes n on n.fp = l.fp
  left join identity.people p on p.component = n.component
  left join identity.nodes g on g.fp = l.login
  order by l.from_ms, l.from_key`;

/** A lane of a device and who holds it now; `known`: something is tied to it. */
export type Visit = {
  readonly fp: string;
  readonly at: number;
  readonly personId: string;
  readonly known: boolean;
  readonly login: string | undefined;
};
/** The last visits on a device, by time. */
export const listVisits = async (tx: Tx, device: string, most: number): Promise<Visit[]> =>
  (await tx.rows(visitsOf, [uuidOf(device), most])).map((row) => ({
    fp: fingerprintOf(row.fp),
    at: row.from_ms,
    personId: row.id,
    known: row.known,
    login: row.login ?? undefined,
  }));

const leavesOf = sql<{ fp: string }>`
  select distinct c.b as fp from identity.claims c join identity.nodes n on n.fp = c.b
  where c.a = any($1::uuid[]) and c.leaf and n.leaf and n.kind not in (7, 8, 11)`;
/** Identifiers that hang on these nodes only; receipts, orders and visits are none that name a person. */
export const listLeavesOf = async (tx: Tx, fps: readonly string[]): Promise<string[]> =>
  (await tx.rows(leavesOf, [fingerprints(fps)])).map((row) => fingerprintOf(row.fp));

/** A node and who holds it. */
export type Holding = {
  readonly fp: string;
  readonly personId: string;
  readonly kind: NodeKind;
  readonly value: string | undefined;
};
type HoldingRow = { fp: string; id: string; kind: number; value: string | null };

const ofComponents = sql<HoldingRow>`
  select n.fp, p.id, n.kind, n.value from identity.people p join identity.nodes n on n.component = p.component
  where p.component = any($1::uuid[])`;
const ofNodes = sql<HoldingRow>`
  select n.fp, coalesce(p.id, n.id) as id, n.kind, n.value from identity.nodes n
  left join identity.people p on p.component = n.component where n.fp = any($1::uuid[])`;

const holdingOf = (row: HoldingRow): Holding => ({
  fp: fingerprintOf(row.fp),
  personId: row.id,
  kind: kindOfCode(row.kind),
  value: row.value ?? undefined,
});

/** Everything that these people hold: components, and nodes that are alone. */
export async function listHoldings(
  tx: Tx,
  components: readonly string[],
  alone: readonly string[],
): Promise<Holding[]> {
  const whole = components.length === 0 ? [] : await tx.rows(ofComponents, [uuids(components)]);
  return [...whole.map(holdingOf), ...(await findHoldings(tx, alone))];
}

export const findHoldings = async (tx: Tx, fps: readonly string[]): Promise<Holding[]> =>
  fps.length === 0 ? [] : (await tx.rows(ofNodes, [fingerprints(fps)])).map(holdingOf);

const visitorsOf = sql<{ fp: string; visitor: string }>`
  select l.fp, v.visitor from identity.lanes l join identity.lanes v on v.device = l.device and v.level = 0
  where l.fp = any($1::uuid[]) and v.visitor is not null`;
/** The visitor id of the device of each lane. */
export const findVisitors = async (tx: Tx, lanes: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (await tx.rows(visitorsOf, [fingerprints(lanes)])).map((row) => [fingerprintOf(row.fp), row.visitor]),
  );

/** The node behind an identifier; behind a visitor id, that of the device's latest lane. */
export async function findNamed(tx: Tx, { kind, fp }: Named): Promise<Node | undefined> {
  const [node] = kind === "visitor" ? await findLanesOf(tx, [fp]) : await findNodes(tx, [fp]);
  return node;
}

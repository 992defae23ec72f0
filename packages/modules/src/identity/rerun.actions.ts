// A new run over whole people, and what is written when it parts or joins them.
import type { Tx, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Group, Reach } from "./change.rules.ts";
import type { ClaimChange } from "./claims.actions.ts";
import { nameOf } from "./claims.rules.ts";
import { listCountingClaims } from "./claims.store.ts";
import type { IdentitySettings } from "./limits.rules.ts";
import { findNodes, listCore, markGiven, type Node } from "./nodes.store.ts";
import { datedAs, resettle, sideOf } from "./people.rules.ts";
import {
  deletePeople,
  findHolders,
  findLeastIds,
  findPeople,
  moveNodes,
  type PersonRow,
  savePeople,
} from "./people.store.ts";

export type Rerun = {
  readonly nodes: readonly Node[];
  readonly roots: ReadonlyMap<string, string>;
  /** Neighbours to take in first; empty when the run is exact. */
  readonly reach: Reach;
};

/** Runs the claims of all these people again, together: groups that do not touch do not disturb each other. */
export async function runAgain(
  tx: Tx,
  claims: ClaimChange,
  groups: readonly Group[],
  settings: IdentitySettings,
): Promise<Rerun> {
  if (groups.length === 0) return { nodes: [], roots: new Map(), reach: [] };
  const people = groups.flatMap((group) => group.people);
  const nodes = (await loadMembers(tx, people)).map((node) => datedAs(node, settings));
  const inside = new Map(nodes.map((node) => [node.fp, node]));
  const after = await listCountingClaims(tx, [...inside.keys()], settings);
  const before = after.filter((claim) => !claims.differences.has(nameOf(claim)));
  for (const { old } of claims.differences.values())
    if (old !== undefined && (inside.has(old.a) || inside.has(old.b))) before.push(old);
  const was = nodes.map((node) => {
    const change = claims.nodes.get(node.fp);
    const { fp, kind, proven, apart, since } = node;
    if (change === undefined) return { fp, kind, proven, apart, since };
    const { provenBefore, apartBefore, sinceBefore } = change;
    return { fp, kind, proven: provenBefore, apart: apartBefore, since: sinceBefore };
  });
  const { roots, spill } = resettle({ was, now: nodes, before, after }, settings);
  return { nodes, roots, reach: await reachOf(tx, [...spill], people) };
}

async function loadMembers(tx: Tx, people: readonly string[]): Promise<Node[]> {
  const alone = people.filter(isAlone);
  const components = people.filter((person) => !isAlone(person));
  return [...(await listCore(tx, components)), ...(await findNodes(tx, alone))];
}

/** People are told by their component, a uuid text, or, alone, by the fingerprint of their one node. */
const isAlone = (person: string): boolean => person.length === 16;

async function reachOf(tx: Tx, spill: readonly string[], people: readonly string[]): Promise<Reach> {
  const [inside] = people;
  if (inside === undefined || spill.length === 0) return [];
  const outside = await findNodes(tx, spill);
  return [...outside.map((node) => node.component ?? node.fp), ...people].map((person) => [inside, person]);
}

export type Part = { readonly nodes: readonly Node[]; readonly component: string | undefined };

/** Which nodes are one person now. Each part keeps the component most of it had, when no larger part took it. */
export function partsOf(rerun: Rerun): Part[] {
  const lists = [...Map.groupBy(rerun.nodes, (node) => rerun.roots.get(node.fp) ?? node.fp).values()];
  const taken = new Set<string>();
  return lists
    .sort((x, y) => y.length - x.length)
    .map((nodes) => {
      const counts = Map.groupBy(nodes, (node) => node.component);
      const [most] = [...counts]
        .filter(([component]) => component !== undefined && !taken.has(component))
        .sort(([, x], [, y]) => y.length - x.length);
      if (most?.[0] !== undefined) taken.add(most[0]);
      return { nodes, component: most?.[0] };
    });
}

/** Who became one with whom or came apart, by ids; with the ruling and the colleague where one said so. */
const record = (
  work: Work,
  name: "people.joined" | "people.split",
  ids: { readonly personId: string; readonly formerId: string },
  ruling: string | undefined,
): void =>
  work.record({
    name,
    v: 1,
    data: { ...ids, ...(ruling !== undefined && { rulingId: ruling, actorId: work.actor.id }) },
  });

export const recordJoin = (
  work: Work,
  personId: string,
  formerId: string,
  ruling: string | undefined,
): void => record(work, "people.joined", { personId, formerId }, ruling);

/** A node that was alone and still is needs no row. */
const staysAlone = (part: Part): boolean => part.nodes.length === 1 && part.nodes[0]?.component === undefined;

export async function savedParts(
  work: Work,
  claims: ClaimChange,
  rerun: Rerun,
  parts: readonly Part[],
  turn: Date,
): Promise<void> {
  if (parts.length === 0) return;
  const { tx } = work;
  const components = new Set(rerun.nodes.flatMap((node) => node.component ?? []));
  const old = await findPeople(tx, [...components]);
  const kept = parts
    .filter((part) => !staysAlone(part))
    .map((part) => ({ nodes: part.nodes, component: part.component ?? uuid7(turn.getTime()) }));
  moveNodes(
    tx,
    kept.flatMap(({ nodes, component }) =>
      nodes
        .filter((node) => node.component !== component)
        .map((node) => ({ fp: node.fp, from: node.component, to: component })),
    ),
  );
  const names = new Set(kept.map((part) => part.component));
  deletePeople(
    tx,
    [...components].filter((component) => !names.has(component)),
  );
  const ids = await findLeastIds(tx, [...names]);
  const rows = kept.map(({ nodes, component }): PersonRow => {
    const id = ids.get(component);
    if (id === undefined) throw new Error("a component has no node");
    return {
      component,
      id,
      side: sideOf(nodes),
      weight: Math.max(nodes.length, old.get(component)?.weight ?? 0),
    };
  });
  savePeople(tx, rows);
  const named = kept.map(({ nodes }, i) => ({ nodes, id: rows[i]?.id ?? "" }));
  await recordChanges(work, claims, rerun, parts, named, old);
}

/** Tells of joins and splits of people that were there before, and marks every id that names a person now. */
async function recordChanges(
  work: Work,
  claims: ClaimChange,
  rerun: Rerun,
  parts: readonly Part[],
  kept: readonly { readonly id: string; readonly nodes: readonly Node[] }[],
  old: ReadonlyMap<string, PersonRow>,
): Promise<void> {
  const formerOf = (node: Node) =>
    node.component === undefined ? node.id : (old.get(node.component)?.id ?? node.id);
  const born = new Set([...claims.nodes.values()].filter((node) => node.born).map((node) => node.id));
  const before = new Set(rerun.nodes.filter((node) => !born.has(node.id)).map(formerOf));
  const lonely = parts.filter(staysAlone).flatMap((part) => part.nodes.map((node) => node.id));
  const after = new Set([...kept.map((person) => person.id), ...lonely]);
  markGiven(work.tx, [...after]);
  const holders = await findHolders(
    work.tx,
    [...before].filter((id) => !after.has(id)),
  );
  for (const [formerId, personId] of holders) recordJoin(work, personId, formerId, claims.by?.ruling);
  for (const { id, nodes } of kept) {
    if (before.has(id) || born.has(id)) continue;
    const oldest = nodes.find((node) => node.id === id) ?? nodes[0]; // else the oldest is a leaf, of one of these
    if (oldest !== undefined)
      record(work, "people.split", { personId: id, formerId: formerOf(oldest) }, claims.by?.ruling);
  }
}

// Settles the people a change concerns: joins them when that is certain, else runs their claims again.
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Ahead } from "./ahead.actions.ts";
import {
  type Change,
  type Group,
  groupsOf,
  isSurelyRefused,
  nodeOf,
  type Reach,
  type Tie,
  unionOf,
} from "./change.rules.ts";
import type { ClaimChange } from "./claims.actions.ts";
import { type Claim, nameOf, type Side } from "./claims.rules.ts";
import { listClaimsBetween } from "./claims.store.ts";
import type { IdentitySettings } from "./limits.rules.ts";
import { insertNodes, markGiven, type NewNode } from "./nodes.store.ts";
import {
  deletePeople,
  listTyingNodes,
  moveComponents,
  moveNodes,
  type NodeMove,
  type PersonRow,
  savePeople,
} from "./people.store.ts";
import { partsOf, recordJoin, runAgain, savedParts } from "./rerun.actions.ts";
import { settleAnew } from "./rules/settle.actions.ts";

export async function settlePeople(
  work: Work,
  claims: ClaimChange,
  turn: Date,
  ahead: Ahead,
  settings: IdentitySettings,
  first: Reach = [],
): Promise<void> {
  if (settings.former !== undefined) return settleAnew(work, claims, turn, settings, first);
  const { tx } = work;
  const components = componentsOf(claims);
  const people = await ahead.people.read(tx, components);
  const rows = new Map(components.flatMap((c) => [[c, people.get(c)] as const]).filter(isThere));
  const change = describe(claims, rows);
  const isOpen = (group: Group) => unionOf(change, group, settings) === undefined;
  const ignore = new Set(
    await surelyRefused(work, claims, change, groupsOf(change, new Set(), first).filter(isOpen), settings),
  );
  const reach: Reach[number][] = [...first];
  let groups = groupsOf(change, ignore, reach);
  let open = groups.filter(isOpen);
  if (open.length === 0) {
    await claims.by?.before(groups.flatMap((group) => group.people));
    return saveUnions(work, claims, unionsOf(change, groups, settings), rows, turn);
  }
  const joining = new Set(groups.filter((group) => group.people.length > 1).flatMap((group) => group.people));
  const born = claims.born.map((node): NewNode => ({ ...node, given: !joining.has(node.fp) }));
  insertNodes(tx, born, work.now); // a new run reads everybody from the tables
  for (;;) {
    const rerun = await runAgain(tx, claims, open, settings);
    if (rerun.reach.length === 0) {
      await claims.by?.before(groups.flatMap((group) => group.people));
      const rest = groups.filter((group) => !open.includes(group));
      await saveUnions(work, { ...claims, born: [] }, unionsOf(change, rest, settings), rows, turn);
      return savedParts(work, claims, rerun, partsOf(rerun), turn);
    }
    reach.push(...rerun.reach);
    groups = groupsOf(change, ignore, reach);
    open = groups.filter(isOpen);
  }
}

const unionsOf = (change: Change, groups: readonly Group[], settings: IdentitySettings): Union[] =>
  groups.flatMap((group) => {
    const side = unionOf(change, group, settings);
    return side === undefined ? [] : [{ people: group.people, side }];
  });

const isThere = (pair: readonly [string, PersonRow | undefined]): pair is readonly [string, PersonRow] =>
  pair[1] !== undefined;

const componentsOf = (claims: ClaimChange): string[] => [
  ...new Set([...claims.nodes.values()].flatMap((n) => (n.component === undefined ? [] : [n.component]))),
];

const describe = (claims: ClaimChange, rows: ReadonlyMap<string, PersonRow>): Change => ({
  nodes: claims.nodes,
  differences: [...claims.differences.values()],
  people: new Map([...rows].map(([component, row]) => [component, row.side])),
});

/** New claims that need no run, because older direct claims tie their ends to more than one person may have. */
async function surelyRefused(
  { tx }: Work,
  claims: ClaimChange,
  change: Change,
  groups: readonly Group[],
  settings: IdentitySettings,
): Promise<Claim[]> {
  const crossing = groups.flatMap((group) => group.crossing);
  if (crossing.length === 0) return [];
  const ends = new Map(crossing.flatMap((c) => [c.a, c.b]).map((fp) => [fp, nodeOf(change, fp)]));
  const people = [...new Set([...ends.values()].map((end) => end.person))].filter((p) =>
    change.people.has(p),
  );
  const tying = Map.groupBy(await listTyingNodes(tx, people), (node) => node.component);
  const pairs = [...ends.values()].flatMap((end) =>
    (tying.get(end.person) ?? []).filter((to) => to.fp !== end.fp).map((to) => [end.fp, to.fp] as const),
  );
  const nodes = new Map([...tying.values()].flat().map((node) => [node.fp, node]));
  const ties: Tie[] = [];
  for (const claim of await listClaimsBetween(tx, pairs, settings)) {
    if (claims.differences.has(nameOf(claim))) continue;
    for (const [end, other] of [[claim.a, claim.b] as const, [claim.b, claim.a] as const]) {
      const [from, to] = [ends.get(end), nodes.get(other)];
      if (from === undefined || to === undefined || from.person !== to.component) continue;
      const proven = claims.nodes.get(to.fp)?.provenBefore ?? to.proven;
      ties.push({
        end,
        to: {
          ...to,
          person: to.component,
          provenBefore: proven,
          born: false,
          apart: [],
          apartBefore: [],
          since: undefined,
          sinceBefore: undefined,
        },
        claim,
      });
    }
  }
  const tiesOf = Map.groupBy(ties, (tie) => tie.end);
  return crossing.filter((claim) =>
    isSurelyRefused(
      change,
      claim,
      [...(tiesOf.get(claim.a) ?? []), ...(tiesOf.get(claim.b) ?? [])],
      settings,
    ),
  );
}

type Union = { readonly people: readonly string[]; readonly side: Side };

type Plan = {
  readonly saved: PersonRow[];
  readonly gone: { from: string; to: string }[];
  readonly moves: NodeMove[];
  /** Ids of the people joined. */
  readonly named: Set<string>;
  /** People that were there before and now go by another id. */
  readonly former: { personId: string; formerId: string }[];
};

/** The lighter components go over to the heaviest; the oldest id names them all. */
function planUnion(
  { people, side }: Union,
  nodes: ClaimChange["nodes"],
  rows: ReadonlyMap<string, PersonRow>,
  plan: Plan,
  turn: Date,
): void {
  const old = people.flatMap((p) => rows.get(p) ?? []);
  const alone = people.flatMap((p) => (rows.has(p) ? [] : (nodes.get(p) ?? [])));
  const heaviest = old.toSorted((x, y) => y.weight - x.weight)[0];
  if (people.length === 1) {
    if (heaviest !== undefined && heaviest.side.proven !== side.proven)
      plan.saved.push({ ...heaviest, side });
    return;
  }
  const component = heaviest?.component ?? uuid7(turn.getTime());
  const known = [...old, ...alone.filter((node) => !node.born)].map((one) => one.id);
  const id = [...known, ...alone.map((one) => one.id)].sort()[0] ?? component;
  const weight = old.reduce((sum, row) => sum + row.weight, alone.length);
  plan.saved.push({ component, id, side, weight });
  plan.named.add(id);
  const lighter = old.filter((row) => row.component !== component);
  plan.gone.push(...lighter.map((row) => ({ from: row.component, to: component })));
  plan.moves.push(...alone.map((node) => ({ fp: node.fp, from: undefined, to: component })));
  const others = known.filter((formerId) => formerId !== id);
  plan.former.push(...others.map((formerId) => ({ personId: id, formerId })));
}

/** Joins whole people. New nodes are stored where they belong. */
async function saveUnions(
  work: Work,
  claims: ClaimChange,
  unions: readonly Union[],
  rows: ReadonlyMap<string, PersonRow>,
  turn: Date,
): Promise<void> {
  const { tx } = work;
  const plan: Plan = { saved: [], gone: [], moves: [], named: new Set(), former: [] };
  for (const union of unions) planUnion(union, claims.nodes, rows, plan, turn);
  for (const { personId, formerId } of plan.former) recordJoin(work, personId, formerId, claims.by?.ruling);
  const places = new Map(plan.moves.map((move) => [move.fp, move.to]));
  const born = claims.born.map((node) => {
    const component = places.get(node.fp);
    return { ...node, component, given: component === undefined || plan.named.has(node.id) };
  });
  const stored = new Set(born.map((node) => node.fp));
  insertNodes(tx, born, work.now);
  await moveComponents(tx, plan.gone);
  moveNodes(
    tx,
    plan.moves.filter((move) => !stored.has(move.fp)),
  );
  deletePeople(
    tx,
    plan.gone.map((move) => move.from),
  );
  savePeople(tx, plan.saved);
  const waiting = [...claims.nodes.values()].filter(
    (n) => n.born && !stored.has(n.fp) && plan.named.has(n.id),
  );
  markGiven(
    tx,
    waiting.map((node) => node.id),
  );
}

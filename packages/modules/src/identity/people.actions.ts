// Settles the people a change concerns: joins them when that is certain, else runs their claims again.
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
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
import { markGiven } from "./nodes.store.ts";
import {
  deletePeople,
  findPeople,
  listTyingNodes,
  moveComponents,
  moveNodes,
  type NodeMove,
  type PersonRow,
  savePeople,
} from "./people.store.ts";
import { type Part, partsOf, recordJoin, runAgain, savedParts } from "./rerun.actions.ts";

export async function settlePeople(
  work: Work,
  claims: ClaimChange,
  turn: Date,
  settings: IdentitySettings,
): Promise<void> {
  const { tx } = work;
  const rows = await findPeople(tx, componentsOf(claims));
  const change = describe(claims, rows);
  const ignore = new Set<Claim>();
  const reach: Reach[number][] = [];
  let groups = groupsOf(change);
  const unclear = groups.filter((group) => unionOf(change, group, settings.limit) === undefined);
  for (const claim of await surelyRefused(work, claims, change, unclear, settings)) ignore.add(claim);
  for (;;) {
    groups = groupsOf(change, ignore, reach);
    const open = groups.filter((group) => unionOf(change, group, settings.limit) === undefined);
    const rerun = await runAgain(tx, claims, open, settings);
    if (rerun.reach.length > 0) {
      reach.push(...rerun.reach);
      continue;
    }
    const parts = partsOf(rerun);
    const unions = groups.flatMap((group) => {
      const side = open.includes(group) ? undefined : unionOf(change, group, settings.limit);
      return side === undefined ? [] : [{ people: group.people, side }];
    });
    const joined = await saveUnions(work, claims, unions, rows, turn);
    await savedParts(work, claims, rerun, parts, turn);
    await giveLonely(work, claims, joined, parts);
    return;
  }
}

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
  const people = [...new Set([...ends.values()].map((end) => end.person))].filter((p) => change.people.has(p));
  const tying = Map.groupBy(await listTyingNodes(tx, people), (node) => node.component);
  const pairs = [...ends.values()].flatMap((end) =>
    (tying.get(end.person) ?? []).filter((to) => to.fp !== end.fp).map((to) => [end.fp, to.fp] as const),
  );
  const nodes = new Map([...tying.values()].flat().map((node) => [node.fp, node]));
  const ties: Tie[] = [];
  for (const claim of await listClaimsBetween(tx, pairs)) {
    if (claims.differences.has(nameOf(claim))) continue;
    for (const [end, other] of [[claim.a, claim.b] as const, [claim.b, claim.a] as const]) {
      const [from, to] = [ends.get(end), nodes.get(other)];
      if (from === undefined || to === undefined || from.person !== to.component) continue;
      const proven = claims.nodes.get(to.fp)?.provenBefore ?? to.proven;
      ties.push({
        end,
        to: { ...to, person: to.component, provenBefore: proven, born: false },
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
      settings.limit,
    ),
  );
}

type Union = { readonly people: readonly string[]; readonly side: Side };

/** Joins whole people: the lighter components go over to the heaviest. Gives the nodes that were alone and are not now. */
async function saveUnions(
  work: Work,
  claims: ClaimChange,
  unions: readonly Union[],
  rows: ReadonlyMap<string, PersonRow>,
  turn: Date,
): Promise<Set<string>> {
  const saved: PersonRow[] = [];
  const gone: { from: string; to: string }[] = [];
  const moves: NodeMove[] = [];
  const given: string[] = [];
  for (const { people, side } of unions) {
    const old = people.flatMap((p) => rows.get(p) ?? []);
    const alone = people.flatMap((p) => (rows.has(p) ? [] : (claims.nodes.get(p) ?? [])));
    const heaviest = old.reduce<PersonRow | undefined>(
      (best, row) => (best === undefined || row.weight > best.weight ? row : best),
      undefined,
    );
    if (people.length === 1) {
      if (heaviest !== undefined && heaviest.side.proven !== side.proven) saved.push({ ...heaviest, side });
      continue;
    }
    const component = heaviest?.component ?? uuid7(turn.getTime());
    const id = [...old, ...alone].map((one) => one.id).reduce((x, y) => (x < y ? x : y));
    const weight = old.reduce((sum, row) => sum + row.weight, alone.length);
    saved.push({ component, id, side, weight });
    for (const row of old) if (row.component !== component) gone.push({ from: row.component, to: component });
    for (const node of alone) moves.push({ fp: node.fp, from: undefined, to: component });
    for (const one of [...old, ...alone.filter((node) => !node.born)])
      if (one.id !== id) recordJoin(work, id, one.id);
    if (old.every((row) => row.id !== id)) given.push(id);
  }
  await moveComponents(work.tx, gone);
  await moveNodes(work.tx, moves);
  await deletePeople(
    work.tx,
    gone.map((move) => move.from),
  );
  await savePeople(work.tx, saved);
  await markGiven(work.tx, given);
  return new Set(moves.map((move) => move.fp));
}

/** New nodes that claims touched and that are alone all the same: their own id is a person id. */
async function giveLonely(
  { tx }: Work,
  claims: ClaimChange,
  joined: ReadonlySet<string>,
  parts: readonly Part[],
): Promise<void> {
  const settled = new Set(parts.flatMap((part) => part.nodes.map((node) => node.fp)));
  const lonely = [...claims.nodes.values()].filter((n) => !n.given && !joined.has(n.fp) && !settled.has(n.fp));
  await markGiven(
    tx,
    lonely.map((node) => node.id),
  );
}

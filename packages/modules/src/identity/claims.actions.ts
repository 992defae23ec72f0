// Writes new claims and the nodes they tie, finds hubs, and tells which claims count differently now.
import type { Tx } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { ChangedNode, Difference } from "./change.rules.ts";
import { type Claim, type HubFlags, inOrder, isEligible, nameOf } from "./claims.rules.ts";
import {
  areHubs,
  deleteClaims,
  findClaims,
  type HubQuestion,
  listClaimsTouching,
  saveClaims,
} from "./claims.store.ts";
import type { LaneChange } from "./lanes.actions.ts";
import { type IdentitySettings, limitedPlace, type NodeKind } from "./limits.rules.ts";
import {
  clearLeafClaims,
  clearLeavesOf,
  findNodes,
  insertNodes,
  type Node,
  saveNodes,
} from "./nodes.store.ts";
import { addsId, joinIds, type News, siftClaim } from "./sift.rules.ts";

type Task = { readonly news: News; readonly lanes: LaneChange; readonly turn: Date; readonly now: Date };

/** A node of the change as it is now, with what it was. */
export type Touched = ChangedNode & {
  readonly id: string;
  readonly component: string | undefined;
  /** False for a new node of which it is not known yet whether it is alone. */
  readonly given: boolean;
};

export type ClaimChange = {
  readonly nodes: ReadonlyMap<string, Touched>;
  /** By name; only claims that counted before or count now. */
  readonly differences: ReadonlyMap<string, Difference>;
};

type Draft = { node: Node; readonly was: Node; readonly born: boolean; readonly value?: string };
type Drafts = Map<string, Draft>;

export async function changeClaims(tx: Tx, task: Task, settings: IdentitySettings): Promise<ClaimChange> {
  const told = await claimsThatChange(tx, task);
  const drafts = await draftNodes(tx, task, told);
  markLeaves(drafts, told);
  const cleared = [...drafts.values()].filter((d) => !d.born && d.was.leaf && !d.node.leaf);
  await clearLeafClaims(
    tx,
    cleared.map((d) => d.node.fp),
  );
  await saveTold(tx, told, drafts);
  await findHubs(tx, drafts, told, settings);
  await saveDrafts(tx, drafts, told, task.now);
  await addClaimsOfFlipped(tx, drafts, told);
  return describe(drafts, told, new Set(endsOf(told.values())));
}

const get = (drafts: Drafts, fp: string): Draft => {
  const draft = drafts.get(fp);
  if (draft === undefined) throw new Error("a claim names a node that is not stored");
  return draft;
};

/** Claims that are new, dated earlier, or no more. News keeps the best evidence, for memory. */
async function claimsThatChange(tx: Tx, { news, lanes }: Task): Promise<Map<string, Difference>> {
  const wanted = new Map(news.claims);
  for (const claim of lanes.seen.values()) siftClaim(claim, wanted);
  const known = await findClaims(tx, [...wanted.values()]);
  const told = new Map<string, Difference>();
  for (const [name, now] of wanted) {
    const old = known.get(name);
    if (old === undefined) told.set(name, { now });
    else if (inOrder(now, old) < 0) told.set(name, { old, now });
    else if (news.claims.has(name)) news.claims.set(name, old);
  }
  for (const [name, now] of lanes.fresh) {
    const old = lanes.stood.get(name);
    if (old === undefined || inOrder(now, old) !== 0) told.set(name, old === undefined ? { now } : { old, now });
  }
  for (const [name, old] of lanes.stood) if (!lanes.fresh.has(name)) told.set(name, { old });
  return told;
}

const endsOf = (told: Iterable<Difference>): string[] =>
  [...told].flatMap(({ old, now }) => [old, now].flatMap((c) => (c === undefined ? [] : [c.a, c.b])));

/** Every node the change touches, stored ones and new ones, as it will be. */
async function draftNodes(tx: Tx, task: Task, told: ReadonlyMap<string, Difference>): Promise<Drafts> {
  const { news, lanes, turn } = task;
  const fps = new Set([...news.ids.keys(), ...endsOf(told.values()), ...lanes.proven.keys()]);
  for (const lane of lanes.born) fps.delete(lane.fp);
  const drafts: Drafts = new Map();
  for (const node of await findNodes(tx, [...fps])) drafts.set(node.fp, { node, was: node, born: false });
  const add = (fp: string, kind: NodeKind, proven: boolean, firstAt: number, value?: string) => {
    const was: Node = {
      fp,
      id: uuid7(turn.getTime()),
      kind,
      component: undefined,
      proven: false,
      hubProven: false,
      hubStated: false,
      leaf: false,
      firstAt,
    };
    const draft = { node: { ...was, proven }, was, born: true };
    drafts.set(fp, value === undefined ? draft : { ...draft, value });
  };
  const firstAt = new Map<string, number>();
  for (const stream of news.streams.values())
    firstAt.set(stream.device, Math.min(stream.firstAt, firstAt.get(stream.device) ?? stream.firstAt));
  for (const lane of lanes.born) {
    const from = lane.level === "start" ? (firstAt.get(lane.device) ?? task.now.getTime()) : lane.from.at;
    add(lane.fp, "lane", lane.signed?.trust === "proven", from);
  }
  for (const [fp, wanted] of news.ids) {
    const draft = drafts.get(fp);
    if (draft === undefined) add(fp, wanted.id.kind, wanted.proven, wanted.firstAt, wanted.id.value);
    else {
      const now = joinIds(wanted, draft.was);
      news.ids.set(fp, now);
      if (addsId(now, draft.was)) draft.node = { ...draft.node, proven: now.proven, firstAt: now.firstAt };
    }
  }
  for (const [fp, proven] of lanes.proven) {
    const draft = get(drafts, fp);
    draft.node = { ...draft.node, proven };
  }
  return drafts;
}

/**
 * A leaf has one neighbour, of which it is the weaker end, and may follow it anywhere: it counts towards no limit and holds
 * nothing proven that the neighbour does not. Born as one; cleared for good by anything but an earlier date.
 */
function markLeaves(drafts: Drafts, told: ReadonlyMap<string, Difference>): void {
  const claims = new Map<string, Claim[]>();
  for (const { old, now } of told.values()) {
    const claim = now ?? old;
    if (claim === undefined || (old !== undefined && now !== undefined)) continue;
    for (const fp of [claim.a, claim.b]) claims.set(fp, [...(claims.get(fp) ?? []), claim]);
  }
  for (const draft of drafts.values()) {
    const own = claims.get(draft.node.fp) ?? [];
    const proves = draft.node.proven !== draft.was.proven;
    if (draft.born) draft.node = { ...draft.node, leaf: isLeaf(draft.node, own) };
    else if (draft.node.leaf && (own.length > 0 || proves)) draft.node = { ...draft.node, leaf: false };
  }
}

function isLeaf(node: Node, own: readonly Claim[]): boolean {
  if (limitedPlace(node.kind) >= 0 || own.length === 0) return false;
  if (own.some((c) => c.b !== node.fp || c.a !== own[0]?.a)) return false;
  return !node.proven || own.some((c) => c.trust === "proven");
}

async function saveTold(tx: Tx, told: ReadonlyMap<string, Difference>, drafts: Drafts): Promise<void> {
  const gone: Claim[] = [];
  const put: Claim[] = [];
  for (const { old, now } of told.values()) {
    if (now !== undefined) put.push(now);
    else if (old !== undefined) gone.push(old);
  }
  await deleteClaims(tx, gone);
  await saveClaims(tx, put, (fp) => get(drafts, fp).node.leaf);
}

/** Counts the neighbours of weaker ends that gained or lost one. A hub that only gains is not counted again. */
async function findHubs(
  tx: Tx,
  drafts: Drafts,
  told: ReadonlyMap<string, Difference>,
  settings: IdentitySettings,
): Promise<void> {
  const questions = new Map<string, HubQuestion>();
  for (const { old, now } of told.values()) {
    const claim = now ?? old;
    if (claim === undefined || (old !== undefined && now !== undefined)) continue;
    const { node } = get(drafts, claim.b);
    const settled = node.hubStated && (node.hubProven || claim.trust === "stated");
    if (settled && node.kind !== "lane") continue;
    for (const [kind, most] of Object.entries(settings.hub[node.kind] ?? {}) as [NodeKind, number][])
      if (kind === claim.aKind || node.kind === "lane")
        questions.set(`${node.fp}${kind}`, { fp: node.fp, kind, most });
  }
  for (const [fp, flags] of await areHubs(tx, [...questions.values()])) {
    const draft = get(drafts, fp);
    const lane = draft.node.kind === "lane";
    draft.node = {
      ...draft.node,
      hubProven: flags.hubProven || (!lane && draft.was.hubProven),
      hubStated: flags.hubStated || (!lane && draft.was.hubStated),
    };
  }
}

async function saveDrafts(
  tx: Tx,
  drafts: Drafts,
  told: ReadonlyMap<string, Difference>,
  now: Date,
): Promise<void> {
  const tied = new Set(endsOf(told.values()));
  const born = [...drafts.values()].filter((d) => d.born);
  await insertNodes(
    tx,
    born.map(({ node, value }) => ({ ...node, value, given: !tied.has(node.fp) })),
    now,
  );
  const same = (x: Node, y: Node) =>
    x.proven === y.proven && x.leaf === y.leaf && x.firstAt === y.firstAt && !isFlipped(x, y);
  const changed = [...drafts.values()].filter(
    (d) => !same(d.node, d.was) && (!d.born || isFlipped(d.node, d.was)),
  );
  await saveNodes(
    tx,
    changed.map((d) => d.node),
  );
}

const isFlipped = (x: HubFlags, y: HubFlags): boolean =>
  x.hubProven !== y.hubProven || x.hubStated !== y.hubStated;

/** A value that became a hub, or is none any more, changes what all of its claims are worth. */
async function addClaimsOfFlipped(tx: Tx, drafts: Drafts, told: Map<string, Difference>): Promise<void> {
  const flipped = [...drafts.values()].filter((d) => isFlipped(d.node, d.was)).map((d) => d.node.fp);
  if (flipped.length === 0) return;
  await clearLeavesOf(tx, flipped);
  for (const claim of await listClaimsTouching(tx, flipped)) {
    const name = nameOf(claim);
    if (!told.has(name)) told.set(name, { old: claim, now: claim });
  }
  const missing = new Set(endsOf(told.values()).filter((fp) => !drafts.has(fp)));
  for (const node of await findNodes(tx, [...missing]))
    drafts.set(node.fp, { node, was: node, born: false });
}

function describe(
  drafts: Drafts,
  told: ReadonlyMap<string, Difference>,
  tied: ReadonlySet<string>,
): ClaimChange {
  const differences = new Map<string, Difference>();
  for (const [name, { old, now }] of told) {
    const counted = old !== undefined && isEligible(old, get(drafts, old.a).was, get(drafts, old.b).was);
    const counts = now !== undefined && isEligible(now, get(drafts, now.a).node, get(drafts, now.b).node);
    if (!counted && !counts) continue;
    if (counted && counts && inOrder(old, now) === 0) continue;
    differences.set(name, { ...(counted && { old }), ...(counts && { now }) });
  }
  const nodes = new Map<string, Touched>();
  for (const [fp, { node, was, born }] of drafts)
    nodes.set(fp, {
      fp,
      id: node.id,
      kind: node.kind,
      component: node.component,
      person: node.component ?? fp,
      provenBefore: was.proven,
      proven: node.proven,
      born,
      given: !born || !tied.has(fp),
    });
  return { nodes, differences };
}

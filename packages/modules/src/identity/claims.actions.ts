// Writes new claims, and tells which claims count differently now.
import type { Tx } from "@somlos/kernel/db";
import type { ChangedNode, Difference } from "./change.rules.ts";
import { type Claim, inOrder, nameOf } from "./claims.rules.ts";
import { deleteClaims, listClaimsTouching, saveClaims } from "./claims.store.ts";
import { type Hearing, heardAs } from "./hearing.rules.ts";
import type { LaneChange } from "./lanes.actions.ts";
import { comparePositions } from "./lanes.rules.ts";
import type { IdentitySettings } from "./limits.rules.ts";
import {
  type Drafts,
  draftNodes,
  endsOf,
  findHubs,
  isFlipped,
  markLeaves,
  saveChanged,
  type Task,
  type Told,
} from "./nodes.actions.ts";
import { clearLeafClaims, clearLeavesOf, findNodes, type NewNode } from "./nodes.store.ts";
import { datedAs } from "./people.rules.ts";
import { findVoids } from "./rulings/rulings.store.ts";
import { siftClaim } from "./sift.rules.ts";

/** A node of the change as it is now, with what it was. */
export type Touched = ChangedNode & { readonly id: string; readonly component: string | undefined };

export type ClaimChange = {
  readonly nodes: ReadonlyMap<string, Touched>;
  /** By name; only claims that counted before or count now. */
  readonly differences: ReadonlyMap<string, Difference>;
  /** Nodes to be stored for the first time, as soon as it is known whose they are. */
  readonly born: readonly Omit<NewNode, "given">[];
  /** The ruling that makes the change, when no event does. `before`: told whom it concerns while they are as they were. */
  readonly by?: { readonly ruling: string; before(people: readonly string[]): Promise<void> };
};

export async function changeClaims(tx: Tx, task: Task, settings: IdentitySettings): Promise<ClaimChange> {
  const told = new Map([...(await newsOf(tx, task)), ...recutOf(task.lanes)]);
  const drafts = await draftNodes(tx, task, told, settings);
  await markWithdrawn(tx, told, drafts);
  markLeaves(drafts, told, settings);
  const cleared = drafts.all().filter((draft) => draft.was.leaf && !draft.node.leaf);
  clearLeafClaims(
    tx,
    cleared.map((draft) => draft.node.fp),
  );
  await saveTold(tx, told, drafts);
  await tx.together(() =>
    Promise.all([
      findHubs(tx, drafts, told, settings),
      task.ahead.people.read(tx, drafts.components()), // for the settling of people: nothing between here and there writes them
    ]),
  );
  await saveChanged(tx, drafts, task.now);
  await addClaimsOfFlipped(tx, drafts, told);
  return describe(drafts, told, settings);
}

/** Claims that are new or dated earlier. News keeps the best evidence, for memory. */
async function newsOf(tx: Tx, { news, lanes, ahead }: Task): Promise<Told> {
  const wanted = new Map(news.claims);
  for (const claim of lanes.seen.values()) siftClaim(claim, wanted);
  const known = await ahead.claims.read(tx, [...wanted.values()]);
  const told = new Map<string, Difference>();
  for (const [name, now] of wanted) {
    const old = known.get(name);
    if (old === undefined) told.set(name, { now });
    else if (comparePositions(now, old) < 0) told.set(name, { old, now });
    else if (news.claims.has(name)) news.claims.set(name, old);
  }
  return told;
}

/** Claims of lanes cut anew that are not as they stood. */
function recutOf({ fresh, stood }: LaneChange): Told {
  const told = new Map<string, Difference>();
  for (const [name, now] of fresh) {
    const old = stood.get(name);
    if (old === undefined) told.set(name, { now });
    else if (comparePositions(now, old) !== 0) told.set(name, { old, now });
  }
  for (const [name, old] of stood) if (!fresh.has(name)) told.set(name, { old });
  return told;
}

/** What is told of two whose claims were withdrawn counts no more than what was told before. */
async function markWithdrawn(tx: Tx, told: Map<string, Difference>, drafts: Drafts): Promise<void> {
  const both = [...told].filter(
    ([, { now }]) => now && drafts.get(now.a).node.ruled && drafts.get(now.b).node.ruled,
  );
  if (both.length === 0) return;
  const isVoid = await findVoids(
    tx,
    both.flatMap(([, { now }]) => (now === undefined ? [] : [[now.a, now.b] as const])),
  );
  for (const [name, { old, now }] of both)
    if (now !== undefined && isVoid(now.a, now.b))
      told.set(name, { ...(old && { old }), now: { ...now, withdrawn: true } });
}

async function saveTold(tx: Tx, told: Told, drafts: Drafts): Promise<void> {
  const gone: Claim[] = [];
  const put: Claim[] = [];
  for (const { old, now } of told.values()) {
    if (now !== undefined) put.push(now);
    else if (old !== undefined) gone.push(old);
  }
  deleteClaims(tx, gone);
  saveClaims(tx, put, (fp) => drafts.get(fp).node.leaf);
}

/** A value that became a hub, or is none any more, changes what all of its claims are worth. */
export async function addClaimsOfFlipped(
  tx: Tx,
  drafts: Drafts,
  told: Map<string, Difference>,
): Promise<void> {
  const flipped = drafts.all().filter((draft) => isFlipped(draft.node, draft.was));
  if (flipped.length === 0) return;
  const fps = flipped.map((draft) => draft.node.fp);
  clearLeavesOf(tx, fps);
  const hubs = new Set(fps);
  for (const fp of endsAt(told, hubs)) if (drafts.get(fp).born) drafts.change(fp, { leaf: false }); // not stored yet
  for (const claim of await listClaimsTouching(tx, fps)) {
    const name = nameOf(claim);
    if (!told.has(name)) told.set(name, { old: claim, now: claim });
  }
  await drafts.load(endsOf(told), async (fps) => findNodes(tx, fps)); // as the tables have them now
}

const endsAt = (told: Told, nodes: ReadonlySet<string>): string[] =>
  [...told.values()].flatMap(({ now }) => (now !== undefined && nodes.has(now.a) ? [now.b] : []));

/** A claim before and after, where it counts. */
function counted({ old, now }: Difference, drafts: Drafts, hearing: Hearing): Difference {
  const did = old && heardAs(old, drafts.get(old.a).was, drafts.get(old.b).was, hearing);
  const does = now && heardAs(now, drafts.get(now.a).node, drafts.get(now.b).node, hearing);
  return { ...(did && { old: did }), ...(does && { now: does }) };
}

const isSame = ({ old, now }: Difference): boolean =>
  old === undefined || now === undefined ? old === now : inOrder(old, now) === 0;

/** What a change of claims and nodes means for people. */
export function describe(drafts: Drafts, told: Told, settings: IdentitySettings): ClaimChange {
  const differences = new Map<string, Difference>();
  for (const [name, difference] of told) {
    const counts = counted(difference, drafts, settings);
    if (!isSame(counts)) differences.set(name, counts);
  }
  const nodes = new Map<string, Touched>();
  for (const { node, was, born } of drafts.all()) {
    const { fp, id, kind, component, proven } = node;
    const person = component ?? fp;
    const before = {
      provenBefore: was.proven,
      apartBefore: was.apart,
      sinceBefore: datedAs(was, settings).since,
    };
    const { since } = datedAs(node, settings);
    nodes.set(fp, { fp, id, kind, component, person, proven, apart: node.apart, since, born, ...before });
  }
  const fresh = drafts.all().filter((draft) => draft.born);
  return { nodes, differences, born: fresh.map(({ node, value, circle }) => ({ ...node, value, circle })) };
}

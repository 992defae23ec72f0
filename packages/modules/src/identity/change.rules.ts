// What a change of claims concerns: which old people belong together now, and whether they can simply be joined.
import { areApart, type Claim, conflictOf, inOrder, type Side, weightOf } from "./claims.rules.ts";
import { type Bounds, limitedKinds, type NodeKind, windowOf } from "./limits.rules.ts";
import { joined, sideOf } from "./people.rules.ts";

/** A node of the change. `person` is its component, or its own fingerprint while it is alone. */
export type ChangedNode = {
  readonly fp: string;
  readonly kind: NodeKind;
  readonly person: string;
  readonly provenBefore: boolean;
  readonly proven: boolean;
  readonly born: boolean;
  /** Its places in rulings that keep apart, as they were and as they are. */
  readonly apartBefore: readonly string[];
  readonly apart: readonly string[];
  /** From when it counts in a window, before and now; only where its kind has one. */
  readonly sinceBefore: number | undefined;
  readonly since: number | undefined;
};

/** One claim as it counted before and counts now; absent: does not count. */
export type Difference = { readonly old?: Claim; readonly now?: Claim };

export type Change = {
  readonly nodes: ReadonlyMap<string, ChangedNode>;
  readonly differences: readonly Difference[];
  /** What each old person holds, by the nodes as they were; a node alone speaks for itself. */
  readonly people: ReadonlyMap<string, Side>;
};

export type Group = {
  readonly people: readonly string[];
  /** The nodes of the change that are theirs. */
  readonly nodes: readonly ChangedNode[];
  /** New claims, those between two of the people among them. */
  readonly added: readonly Claim[];
  readonly crossing: readonly Claim[];
  /** Only a new run can tell. */
  readonly dirty: boolean;
};

export const nodeOf = (change: Change, fp: string): ChangedNode => {
  const node = change.nodes.get(fp);
  if (node === undefined) throw new Error("a claim names a node that was not loaded");
  return node;
};

/** A stated claim between two proven nodes can never do anything: their sides hold proven identifiers from the start. */
const isIdle = (change: Change, c: Claim): boolean =>
  weightOf(c) === "stated" && nodeOf(change, c.a).proven && nodeOf(change, c.b).proven;

export class Joins {
  readonly #parent = new Map<string, string>();
  find(key: string): string {
    let at = key;
    for (let up = this.#parent.get(at); up !== undefined && up !== at; up = this.#parent.get(at)) {
      const above = this.#parent.get(up) ?? up;
      this.#parent.set(at, above);
      at = above;
    }
    return at;
  }
  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parent.set(x, y);
  }
}

export const isAdded = ({ old, now }: Difference): boolean =>
  now !== undefined && (old === undefined || inOrder(now, old) < 0);
const isRemoved = ({ old, now }: Difference): boolean =>
  old !== undefined && (now === undefined || inOrder(now, old) > 0);

/** People that a new run must take in together, found on the way. */
export type Reach = readonly (readonly [string, string])[];

/** What a change asks of people: which it touches, which it ties, which it unsettles. */
class Concern {
  readonly joins = new Joins();
  readonly touched = new Set<string>();
  readonly dirty = new Set<string>();
  readonly added: Claim[] = [];

  tie(p: string, q: string): void {
    this.touched.add(p).add(q);
    this.joins.join(p, q);
  }
  unsettle(p: string): void {
    this.touched.add(p);
    this.dirty.add(p);
  }
}

function hear(change: Change, difference: Difference, ignore: ReadonlySet<Claim>, concern: Concern): void {
  const person = (fp: string) => nodeOf(change, fp).person;
  const { old, now } = difference;
  if (now !== undefined && isAdded(difference) && !isIdle(change, now) && !ignore.has(now)) {
    concern.added.push(now);
    concern.tie(person(now.a), person(now.b));
  }
  // A claim between two people was refused: nothing rested on it.
  if (old !== undefined && isRemoved(difference) && person(old.a) === person(old.b))
    concern.unsettle(person(old.a));
}

function hearNode(node: ChangedNode, concern: Concern): void {
  if (node.since !== node.sinceBefore) concern.unsettle(node.person); // others lie in the window now
  if (node.proven !== node.provenBefore)
    node.proven ? concern.touched.add(node.person) : concern.unsettle(node.person);
}

export function groupsOf(change: Change, ignore: ReadonlySet<Claim> = new Set(), reach: Reach = []): Group[] {
  const concern = new Concern();
  for (const difference of change.differences) hear(change, difference, ignore, concern);
  for (const node of change.nodes.values()) if (!node.born) hearNode(node, concern);
  for (const [inside, outside] of reach) {
    concern.tie(inside, outside);
    concern.unsettle(inside);
  }
  const root = (person: string) => concern.joins.find(person);
  const bad = new Set([...concern.dirty].map(root));
  const person = (fp: string) => nodeOf(change, fp).person;
  const claims = Map.groupBy(concern.added, (c) => root(person(c.a)));
  const nodes = Map.groupBy(change.nodes.values(), (node) => root(node.person));
  return [...Map.groupBy(concern.touched, root)].map(([key, people]) => {
    const added = claims.get(key) ?? [];
    const crossing = added.filter((c) => person(c.a) !== person(c.b));
    return { people, nodes: nodes.get(key) ?? [], added, crossing, dirty: bad.has(key) };
  });
}

const sideOfPerson = (change: Change, person: string): Side =>
  change.people.get(person) ?? sideOf([{ ...nodeOf(change, person), proven: false }]);

/** What the group holds together, when its people may all be one and nothing else can follow; else undefined. */
export function unionOf(change: Change, group: Group, bounds: Bounds): Side | undefined {
  if (group.dirty) return undefined;
  const none: Side = { counts: [], proven: false, apart: [], dated: [] };
  let all: Side = { ...sideOf([]), proven: group.nodes.some((node) => node.proven) };
  for (const person of group.people) all = joined(all, sideOfPerson(change, person));
  if (conflictOf(all, none, "proven", bounds) !== undefined || areApart(all.apart, all.apart))
    return undefined;
  if (mayCrowd(all, bounds)) return undefined; // a person's row does not know when
  return isOneProvenBlock(change, group) ? all : undefined;
}

/** True when a window could be too full: only its nodes can tell. */
const mayCrowd = (side: Side, bounds: Bounds): boolean =>
  limitedKinds.some(
    (kind, i) => (side.counts[i] ?? 0) > (windowOf(bounds, kind)?.most ?? Number.POSITIVE_INFINITY),
  );

/**
 * Stated claims never join two sides that each hold something proven. So people may simply be joined only when all their
 * proven parts hang together by proven claims: the part each person had before, and each node that is proven only now.
 */
function isOneProvenBlock(change: Change, group: Group): boolean {
  const joins = new Joins();
  const point = (node: ChangedNode) => (node.provenBefore ? node.person : `new ${node.fp}`);
  for (const claim of group.added)
    if (weightOf(claim) === "proven")
      joins.join(point(nodeOf(change, claim.a)), point(nodeOf(change, claim.b)));
  const old = group.people.filter((person) => change.people.get(person)?.proven === true);
  const fresh = group.nodes.filter((node) => node.proven).map(point);
  return new Set([...old, ...fresh].map((key) => joins.find(key))).size <= 1;
}

/** A direct claim from one end of a new claim to a node of the same person. */
export type Tie = { readonly end: string; readonly to: ChangedNode; readonly claim: Claim };

/**
 * The common refusal, told without a new run: earlier claims tie the ends to more than one person may have. A claim within
 * one person was not refused, so those ties held when the new claim's turn came.
 */
export function isSurelyRefused(change: Change, claim: Claim, ties: readonly Tie[], bounds: Bounds): boolean {
  const holds = (fp: string) => {
    const end = nodeOf(change, fp);
    const tied = ties.filter((tie) => tie.end === fp && tie.to.fp !== fp && inOrder(tie.claim, claim) < 0);
    const others = new Map(tied.map(({ to }) => [to.fp, { ...to, proven: to.provenBefore }]));
    return sideOf([end, ...others.values()]);
  };
  return conflictOf(holds(claim.a), holds(claim.b), weightOf(claim), bounds) !== undefined;
}

// Which people the claims make: Kruskal with refusals. And the same when little changed: a new run over the people
// concerned, which tells which neighbours it can no longer be sure of.
import {
  type Claim,
  conflictOf,
  type Dated,
  inOrder,
  nameOf,
  type Refused,
  type Side,
  weightOf,
} from "./claims.rules.ts";
import {
  type Bounds,
  type LimitedKind,
  limitedKinds,
  limitedPlace,
  type NodeKind,
  windowOf,
} from "./limits.rules.ts";

export type Member = {
  readonly fp: string;
  readonly kind: NodeKind;
  readonly proven: boolean;
  /** Its places in rulings that keep apart. */
  readonly apart?: readonly string[] | undefined;
  /** From when it counts in a window: its first proven event, else its first; only where its kind has a window. */
  readonly since?: number | undefined;
};

const NOWHERE: readonly string[] = [];
const UNDATED: readonly Dated[] = [];
const bothOf = (x: readonly string[], y: readonly string[]): readonly string[] =>
  x.length === 0 ? y : y.length === 0 ? x : [...new Set([...x, ...y])];

export function sideOf(members: Iterable<Member>): Side {
  const counts = limitedKinds.map(() => 0);
  let proven = false;
  let apart = NOWHERE;
  const dated: Dated[] = [];
  for (const member of members) {
    const place = limitedPlace(member.kind);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    proven ||= member.proven;
    apart = bothOf(apart, member.apart ?? NOWHERE);
    if (member.since !== undefined)
      dated.push({ fp: member.fp, kind: member.kind as LimitedKind, since: member.since });
  }
  return { counts, proven, apart, dated: dated.length === 0 ? UNDATED : dated };
}

/** A node with the time from which it counts in the window of its kind, if that has one. */
export const datedAs = <
  N extends { readonly kind: NodeKind; readonly firstAt: number; readonly provenAt: number | undefined },
>(
  node: N,
  bounds: Bounds,
): N & { readonly since: number | undefined } => ({
  ...node,
  since: windowOf(bounds, node.kind) === undefined ? undefined : (node.provenAt ?? node.firstAt),
});

export const joined = (x: Side, y: Side): Side => ({
  counts: x.counts.map((n, i) => n + (y.counts[i] ?? 0)),
  proven: x.proven || y.proven,
  apart: bothOf(x.apart, y.apart),
  dated: x.dated.length === 0 ? y.dated : y.dated.length === 0 ? x.dated : [...x.dated, ...y.dated],
});

/** True when whatever `small` forbids, `large` forbids too. */
export const covers = (large: Side, small: Side): boolean =>
  (large.proven || !small.proven) &&
  small.counts.every((n, i) => (large.counts[i] ?? 0) >= n) &&
  small.apart.every((place) => large.apart.includes(place)) &&
  small.dated.every((one) => large.dated.some((other) => other.fp === one.fp && other.since === one.since));

export type Watch = {
  /** A claim with one end outside: what its inner side held when its turn came. */
  border?(claim: Claim, outside: string, side: Side): void;
  refused?(claim: Claim, why: Refused): void;
  joined?(claim: Claim): void;
};

/** Sets of nodes that know what they hold. */
export class Sides {
  readonly #parent = new Map<string, string>();
  readonly #side = new Map<string, Side>();

  add(member: Member): void {
    this.#parent.set(member.fp, member.fp);
    this.#side.set(member.fp, sideOf([member]));
  }

  find(fp: string): string | undefined {
    let at = fp;
    for (let up = this.#parent.get(at); up !== at; up = this.#parent.get(at)) {
      if (up === undefined) return undefined;
      const above = this.#parent.get(up) ?? up;
      this.#parent.set(at, above);
      at = above;
    }
    return at;
  }

  side(root: string): Side {
    const side = this.#side.get(root);
    if (side === undefined) throw new Error("a side was asked for by something that is not its root");
    return side;
  }

  join(a: string, b: string): void {
    this.#side.set(b, joined(this.side(a), this.side(b)));
    this.#parent.set(a, b);
    this.#side.delete(a);
  }
}

/** Strongest claim first; one whose union would be forbidden is left out. Gives node → root of its person. */
export function settle(
  members: Iterable<Member>,
  claims: readonly Claim[],
  bounds: Bounds,
  watch: Watch = {},
): Map<string, string> {
  const sides = new Sides();
  const fps: string[] = [];
  for (const member of members) {
    sides.add(member);
    fps.push(member.fp);
  }
  for (const claim of [...claims].sort(inOrder)) hear(sides, claim, bounds, watch);
  return new Map(fps.map((fp) => [fp, sides.find(fp) ?? fp]));
}

function hear(sides: Sides, claim: Claim, bounds: Bounds, watch: Watch): void {
  const [a, b] = [sides.find(claim.a), sides.find(claim.b)];
  if (a !== undefined && b !== undefined) {
    if (a === b) return;
    const why = conflictOf(sides.side(a), sides.side(b), weightOf(claim), bounds);
    if (why === undefined) {
      sides.join(a, b);
      watch.joined?.(claim);
    } else watch.refused?.(claim, why);
    return;
  }
  const inner = a ?? b;
  if (inner !== undefined) watch.border?.(claim, a === undefined ? claim.a : claim.b, sides.side(inner));
}

export type Rerun = {
  /** Whole old people, as their nodes were before and are now. */
  readonly was: readonly Member[];
  readonly now: readonly Member[];
  /** All claims that touch them and count, before and now. */
  readonly before: readonly Claim[];
  readonly after: readonly Claim[];
};

/**
 * A new run over whole old people. `spill`: neighbours outside that were refused by a side which has lost something since,
 * or by nothing yet; their people must be taken in and all run again. Without spill the result is exact.
 */
export function resettle(rerun: Rerun, bounds: Bounds): { roots: Map<string, string>; spill: Set<string> } {
  const sides = new Map<string, Side>();
  settle(rerun.was, rerun.before, bounds, {
    border: (claim, _outside, side) => void sides.set(nameOf(claim), side),
  });
  const spill = new Set<string>();
  const roots = settle(rerun.now, rerun.after, bounds, {
    border(claim, outside, side) {
      const old = sides.get(nameOf(claim));
      if (old === undefined || !covers(side, old)) spill.add(outside);
    },
  });
  return { roots, spill };
}

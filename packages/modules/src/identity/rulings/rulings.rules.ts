// What a colleague may rule about who is who, and what of it holds: sides that are kept apart, pairs that are one person,
// pairs whose claims count no more. Rulings are part of the one function; none depends on the order in which they came.
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Claim } from "../claims.rules.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { type Member, settle } from "../people.rules.ts";

export const rulingKinds = ["join", "split", "apart", "withdraw", "one_person", "blocked"] as const;
export type RulingKind = (typeof rulingKinds)[number];

/** A node that is on one side of a ruling: no person may hold nodes of both. */
export type End = { readonly fp: string; readonly side: 1 | 2; readonly ruling?: string };
/** `voids`: claims of the two count no more; else the two are one person. */
export type Pair = { readonly a: string; readonly b: string; readonly voids: boolean };
/** A value of which it is ruled whether it says anything: of one person, or of nobody. */
export type RuledValue = { readonly fp: string; readonly blocks: boolean };
export type Plan = {
  readonly ends: readonly End[];
  readonly pairs: readonly Pair[];
  readonly values?: readonly RuledValue[];
};

export type RuledNode = Member & { readonly id: string; readonly leaf: boolean };

const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Strongest first, then the oldest. */
export const byRank =
  (rank: IdentitySettings["rank"]) =>
  (x: Pick<RuledNode, "kind" | "id">, y: Pick<RuledNode, "kind" | "id">): number =>
    rank[y.kind] - rank[x.kind] || text(x.id, y.id);

/** The lesser fingerprint first: one way to say it. */
export const pairOf = (x: string, y: string, voids: boolean): Pair =>
  y < x ? { a: y, b: x, voids } : { a: x, b: y, voids };

/** The claim by which a ruling ties two nodes: proven, and stronger than anything that events say. */
export function ruledClaim(
  [x, y]: readonly [RuledNode, RuledNode],
  ruling: { readonly id: string; readonly at: number },
  rank: IdentitySettings["rank"],
): Claim {
  const xFirst = rank[x.kind] === rank[y.kind] ? x.fp < y.fp : rank[x.kind] > rank[y.kind];
  const [a, b] = xFirst ? [x, y] : [y, x];
  return {
    a: a.fp,
    b: b.fp,
    aKind: a.kind,
    rule: "ruled",
    trust: "proven",
    strength: 100,
    at: ruling.at,
    key: fingerprintOf(ruling.id),
    sourceId: 0,
  };
}

/** What stands for a person that is chosen whole: what is proven before what is said, the strongest, the oldest. */
export const anchorOf = <N extends RuledNode>(
  core: readonly N[],
  rank: IdentitySettings["rank"],
): N | undefined => core.toSorted((x, y) => Number(y.proven) - Number(x.proven) || byRank(rank)(x, y))[0];

/** One side of a join: the node that was chosen, and all that speak for themselves in its person. */
export type Party = { readonly chosen: RuledNode; readonly core: readonly RuledNode[] };

/**
 * Ties that make one person of two. An identifier of a person that holds something proven, itself only stated, is tied to
 * what is proven there too: else the browser's word that it belongs there would weigh less than before and part them.
 */
export function joinPairs(mine: Party, theirs: Party, rank: IdentitySettings["rank"]): Pair[] {
  const held = ({ chosen, core }: Party): Pair[] => {
    const anchor = anchorOf(core, rank);
    return anchor?.proven === true && !chosen.proven ? [pairOf(anchor.fp, chosen.fp, false)] : [];
  };
  return [pairOf(mine.chosen.fp, theirs.chosen.fp, false), ...held(mine), ...held(theirs)];
}

/** Both sides of a split stay whole: what nothing ties any more is tied by the ruling itself. */
export function splitPairs(
  { core, claims }: { readonly core: readonly RuledNode[]; readonly claims: readonly Claim[] },
  sides: readonly [readonly RuledNode[], readonly RuledNode[]],
  settings: IdentitySettings,
): Pair[] {
  const place = new Map(
    sides.flatMap((side, i) => side.map((node) => [node.fp, `${NOBODY}${i + 1}`] as const)),
  );
  const members = core.map((node) => ({
    ...node,
    apart: [...(node.apart ?? []), ...(place.has(node.fp) ? [place.get(node.fp) ?? ""] : [])],
  }));
  const inside = new Set(core.map((node) => node.fp));
  const heard = claims.filter((c) => inside.has(c.a) && inside.has(c.b));
  const roots = settle(members, heard, settings);
  return sides.flatMap((side) => {
    const parts = Map.groupBy(side, (node) => roots.get(node.fp));
    const heads = [...parts.values()].flatMap((part) => anchorOf(part, settings.standing) ?? []);
    const first = anchorOf(heads, settings.standing);
    return heads.flatMap((head) =>
      first === undefined || head === first ? [] : [pairOf(first.fp, head.fp, false)],
    );
  });
}
const NOBODY = "the ruling that is being made ";

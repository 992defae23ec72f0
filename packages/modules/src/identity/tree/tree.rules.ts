// The claims that made one of many, as a tree: which of it is drawn when not all is, and in which order nothing crosses.
import type { Claim } from "../claims.rules.ts";
import type { Judged } from "../rulings/why.rules.ts";

export type Leaf = { readonly fp: string };
export type Knot = {
  readonly claim: Claim;
  readonly parts: readonly [Tree, Tree];
  /** Claims that count and joined nothing, for these two were one by then. */
  also: number;
};
export type Tree = Leaf | Knot;

const isLeaf = (tree: Tree): tree is Leaf => "fp" in tree;

/** What was joined so far, and what of it is drawn. No recursion goes over these: a person may hold very many. */
type Grown = { above: Joint | undefined; readonly drawn: Tree | undefined };
type Joint = Grown & { readonly knot: Knot | undefined };

const topOf = (one: Grown): Grown => {
  let at = one;
  while (at.above !== undefined) at = at.above;
  return at;
};

/** Where two became one; undefined while they are two. */
function meeting(a: Grown, b: Grown): Joint | undefined {
  const above = new Set<Grown>();
  for (let at = a.above; at !== undefined; at = at.above) above.add(at);
  for (let at = b.above; at !== undefined; at = at.above) if (above.has(at)) return at;
  return undefined;
}

function joint(claim: Claim, a: Grown, b: Grown): Joint {
  const knot =
    a.drawn === undefined || b.drawn === undefined
      ? undefined
      : { claim, parts: [a.drawn, b.drawn] as const, also: 0 };
  return { above: undefined, drawn: knot ?? a.drawn ?? b.drawn, knot };
}

/**
 * The trees that these claims make, in the order in which they were heard: of one person there is one. Only the leaves in
 * `drawn` are in it, and the knots that join them.
 */
export function treesOf(
  fps: readonly string[],
  judged: readonly Judged[],
  drawn: ReadonlyMap<string, number>,
): Tree[] {
  const leaves = new Map<string, Grown>(
    fps.map((fp) => [fp, { above: undefined, drawn: drawn.has(fp) ? { fp } : undefined }]),
  );
  for (const { claim, state } of judged) {
    const [a, b] = [leaves.get(claim.a), leaves.get(claim.b)];
    if (a === undefined || b === undefined) continue;
    if (state === "joins") {
      const [x, y] = [topOf(a), topOf(b)];
      const both = joint(claim, x, y);
      x.above = both;
      y.above = both;
    } else if (state === "counts") {
      const knot = meeting(a, b)?.knot;
      if (knot !== undefined) knot.also++;
    }
  }
  return [...new Set([...leaves.values()].map(topOf))].flatMap((top) => top.drawn ?? []);
}

export type FlatPart = { readonly is: "thread" | "knot"; readonly at: number };
export type Flat = {
  readonly leaves: readonly string[];
  readonly knots: readonly {
    readonly claim: Claim;
    readonly also: number;
    readonly parts: readonly [FlatPart, FlatPart];
  }[];
};

/** As lists: leaves from the top, of the two parts of a knot the one with the most telling leaf first; parts before wholes. */
export function flat(trees: readonly Tree[], place: ReadonlyMap<string, number>): Flat {
  const leaves: string[] = [];
  const knots: Flat["knots"][number][] = [];
  const firstOf = new Map<Tree, number>();
  const first = (tree: Tree): number => {
    const known = firstOf.get(tree);
    if (known !== undefined) return known;
    const own = isLeaf(tree)
      ? (place.get(tree.fp) ?? Number.MAX_SAFE_INTEGER)
      : Math.min(first(tree.parts[0]), first(tree.parts[1]));
    firstOf.set(tree, own);
    return own;
  };
  const put = (tree: Tree): FlatPart => {
    if (isLeaf(tree)) return { is: "thread", at: leaves.push(tree.fp) - 1 };
    const [x, y] = tree.parts;
    const [upper, lower] = first(x) <= first(y) ? [x, y] : [y, x];
    const parts = [put(upper), put(lower)] as const;
    return { is: "knot", at: knots.push({ claim: tree.claim, also: tree.also, parts }) - 1 };
  };
  for (const tree of [...trees].sort((x, y) => first(x) - first(y))) put(tree);
  return { leaves, knots };
}

/** What says most of who somebody is comes first. */
const telling = [
  "login",
  "club_card",
  "email",
  "phone",
  "distinct_id",
  "device",
  "lane",
  "card_token",
  "order",
  "receipt",
  "address",
];
export type Drawable = {
  readonly fp: string;
  readonly kind: string;
  readonly proven: boolean;
  readonly firstAt: number;
};

/** The most telling of these, with the place of each. */
export function chosen(all: readonly Drawable[], most: number): Map<string, number> {
  const sorted = [...all].sort(
    (x, y) =>
      telling.indexOf(x.kind) - telling.indexOf(y.kind) ||
      Number(y.proven) - Number(x.proven) ||
      x.firstAt - y.firstAt ||
      (x.fp < y.fp ? -1 : 1),
  );
  return new Map(sorted.slice(0, most).map((one, at) => [one.fp, at]));
}

// Two trees that a colleague would tie together, as one.
import type { ClaimsOfPerson, Knot, KnotPart } from "@somlos/contract/rooms/identity-tree";

type Tree = Pick<ClaimsOfPerson, "threads" | "knots">;

const topOf = ({ threads, knots }: Tree): KnotPart | undefined =>
  knots.length > 0
    ? { is: "knot", at: knots.length - 1 }
    : threads.length > 0
      ? { is: "thread", at: 0 }
      : undefined;

const moved = (part: KnotPart, by: Tree): KnotPart => ({
  is: part.is,
  at: part.at + (part.is === "thread" ? by.threads.length : by.knots.length),
});

/** The last knot is the colleague's own. Without anything drawn on a side there is nothing to tie. */
export function merged(one: Tree, other: Tree): Tree {
  const threads = [...one.threads, ...other.threads];
  const theirs = other.knots.map(
    (knot): Knot => ({ ...knot, parts: [moved(knot.parts[0], one), moved(knot.parts[1], one)] }),
  );
  const knots = [...one.knots, ...theirs];
  const [x, y] = [topOf(one), topOf(other)];
  const [a, b] = [one.threads[0], other.threads[0]];
  if (x === undefined || y === undefined || a === undefined || b === undefined) return { threads, knots };
  const ruled: Knot = {
    parts: [x, moved(y, one)],
    also: 0,
    claim: {
      a: { kind: a.kind, value: a.value },
      b: { kind: b.kind, value: b.value },
      rule: "ruled",
      trust: "proven",
      strength: 100,
      at: null,
      source: null,
      messageId: null,
      rulingId: null,
      state: "joins",
      sentence: "",
    },
  };
  return { threads, knots: [...knots, ruled] };
}

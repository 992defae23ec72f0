// The tree of claims cut up by who would hold which thread: what stays knotted, what is cut, and what other reasons hold.
import type { ClaimsOfPerson, KnotPart } from "@somlos/contract/rooms/identity-tree";

export type Named = { readonly kind: string; readonly value: string | null };
/** A lane goes by its device. */
export const keyOf = ({ kind, value }: Named): string =>
  `${kind === "lane" ? "visitor" : kind} ${value ?? ""}`;

export type GroupedKnot = {
  /** Place of its claim in the answer. */
  readonly from: number;
  readonly parts: readonly [KnotPart, KnotPart];
  /** Its own claim leads elsewhere: the two parts stay one for other reasons. */
  readonly held: boolean;
};
export type Group = { readonly threads: readonly number[]; readonly top: KnotPart | undefined };
export type Cut = { readonly from: number; readonly between: readonly [number, number] };
export type Grouped = {
  readonly groups: readonly Group[];
  readonly knots: readonly GroupedKnot[];
  /** The claims that are cut, by their place in the answer, and the groups that they stood between. */
  readonly cuts: readonly Cut[];
};

/** Who of several people holds each thread; whatever none of them names stays with the first. */
export function holdersOf(
  threads: ClaimsOfPerson["threads"],
  people: readonly { readonly identifiers: readonly Named[] }[],
): number[] {
  const holder = new Map<string, number>();
  for (const [at, { identifiers }] of people.entries())
    for (const one of identifiers) if (!holder.has(keyOf(one))) holder.set(keyOf(one), at);
  return threads.map((thread) => holder.get(keyOf(thread)) ?? 0);
}

export function grouped(
  { threads, knots }: Pick<ClaimsOfPerson, "threads" | "knots">,
  holders: readonly number[],
  count: number,
): Grouped {
  const home = new Map(threads.map((thread, at) => [keyOf(thread), holders[at] ?? 0]));
  const made: GroupedKnot[] = [];
  const cuts: Cut[] = [];
  /** Of each knot, what it is within each group. */
  const within: (KnotPart | undefined)[][] = [];
  const inGroup = (part: KnotPart, group: number): KnotPart | undefined =>
    part.is === "knot" ? within[part.at]?.[group] : (holders[part.at] ?? 0) === group ? part : undefined;
  for (const [from, { parts, claim }] of knots.entries()) {
    const [a, b] = [home.get(keyOf(claim.a)), home.get(keyOf(claim.b))];
    const crosses = a !== undefined && b !== undefined && a !== b;
    within[from] = Array.from({ length: count }, (_, group) => {
      const [x, y] = [inGroup(parts[0], group), inGroup(parts[1], group)];
      if (x === undefined || y === undefined) return x ?? y;
      const held = crosses || (a !== undefined && a !== group);
      return { is: "knot" as const, at: made.push({ from, parts: [x, y], held }) - 1 };
    });
    const whole = within[from].some((one) => one?.is === "knot" && made[one.at]?.from === from);
    if (crosses) cuts.push({ from, between: a < b ? [a, b] : [b, a] });
    else if (!whole) cuts.push({ from, between: [0, count - 1] });
  }
  return { groups: groupsOf(threads.length, holders, count, made), knots: made, cuts };
}

function groupsOf(
  all: number,
  holders: readonly number[],
  count: number,
  knots: readonly GroupedKnot[],
): Group[] {
  const inner = new Set(knots.flatMap(({ parts }) => parts.map((part) => `${part.is}${part.at}`)));
  const firstThread = (part: KnotPart): number =>
    part.is === "thread" ? part.at : firstThread(knots[part.at]?.parts[0] ?? { is: "thread", at: 0 });
  const tops: KnotPart[] = [
    ...Array.from({ length: all }, (_, at) => ({ is: "thread" as const, at })),
    ...knots.map((_, at) => ({ is: "knot" as const, at })),
  ].filter((part) => !inner.has(`${part.is}${part.at}`));
  return Array.from({ length: count }, (_, group) => ({
    threads: Array.from({ length: all }, (_none, at) => at).filter((at) => (holders[at] ?? 0) === group),
    top: tops.find((part) => (holders[firstThread(part)] ?? 0) === group),
  }));
}

// Where threads, knots and people stand, from a tree and a width: the same tree gives the same picture.
import type { ClaimsOfPerson, KnotPart } from "@somlos/contract/rooms/identity-tree";
import type { Grouped } from "./grouped.rules.ts";

export type Spot = { readonly x: number; readonly y: number };
export type Stretch = {
  readonly id: string;
  readonly d: string;
  readonly group: number;
  readonly cloth: "solid" | "stitched";
  /** The last stretch to a person is the strongest. */
  readonly last: boolean;
};
export type KnotSpot = Spot & {
  readonly from: number;
  readonly held: boolean;
  readonly group: number;
  readonly proven: boolean;
  /** The words stand where the thread does not go on. */
  readonly words: "above" | "below";
};
export type Picture = {
  readonly height: number;
  readonly threads: readonly { readonly at: number; readonly y: number; readonly group: number }[];
  readonly knots: readonly KnotSpot[];
  readonly people: readonly Spot[];
  readonly stretches: readonly Stretch[];
  readonly cuts: readonly { readonly from: number; readonly d: string; readonly at: Spot }[];
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** Out level, in level. */
export function bend(from: Spot, to: Spot): string {
  const middle = round((from.x + to.x) / 2);
  return `M${round(from.x)} ${round(from.y)}C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

type Size = { readonly width: number; readonly row: number; readonly gap: number };
type Tree = Pick<ClaimsOfPerson, "threads" | "knots">;

/** How many knots deep each knot is: the first are 1. */
export function depths(knots: readonly { readonly parts: readonly [KnotPart, KnotPart] }[]): number[] {
  const deep: number[] = [];
  for (const { parts } of knots)
    deep.push(1 + Math.max(...parts.map((part) => (part.is === "knot" ? (deep[part.at] ?? 0) : 0))));
  return deep;
}

function rowsOf({ groups }: Grouped, { row, gap }: Size): Map<number, number> {
  const ys = new Map<number, number>();
  let top = 0;
  for (const { threads } of groups) {
    for (const [i, at] of threads.entries()) ys.set(at, top + (i + 0.5) * row);
    if (threads.length > 0) top += threads.length * row + gap;
  }
  return ys;
}

/** Knots begin a fifth in and leave the last third to the thread that goes to the person. */
const columnOf = (depth: number, deepest: number, width: number): number =>
  width * 0.2 + Math.min(120, (width * 0.46) / Math.max(1, deepest - 1)) * (depth - 1);

function clothsOf({ threads, knots }: Tree, made: Grouped["knots"]): (part: KnotPart) => boolean {
  const proven: boolean[] = [];
  const of = (part: KnotPart): boolean =>
    part.is === "thread" ? threads[part.at]?.trust === "proven" : (proven[part.at] ?? false);
  for (const { from, parts } of made)
    proven.push(knots[from]?.claim.trust === "proven" || of(parts[0]) || of(parts[1]));
  return of;
}

export function picture(tree: Tree, cut: Grouped, size: Size): Picture {
  const rows = rowsOf(cut, size);
  const deep = depths(cut.knots);
  const deepest = Math.max(1, ...deep);
  const spots: Spot[] = [];
  const spotOf = (part: KnotPart): Spot =>
    part.is === "thread" ? { x: 4, y: rows.get(part.at) ?? 0 } : (spots[part.at] ?? { x: 0, y: 0 });
  for (const [i, { parts }] of cut.knots.entries())
    spots.push({
      x: columnOf(deep[i] ?? 1, deepest, size.width),
      y: (spotOf(parts[0]).y + spotOf(parts[1]).y) / 2,
    });
  const groupAt = new Map(cut.groups.flatMap(({ threads }, g) => threads.map((at) => [at, g] as const)));
  const groupOf = (part: KnotPart): number => {
    let one = part;
    while (one.is === "knot") one = cut.knots[one.at]?.parts[0] ?? { is: "thread", at: 0 };
    return groupAt.get(one.at) ?? 0;
  };
  const people = cut.groups.map(({ top }) => ({
    x: size.width - 4,
    y: top === undefined ? 0 : spotOf(top).y,
  }));
  return {
    height: Math.max(0, ...rows.values()) + size.row / 2,
    threads: cut.groups.flatMap(({ threads }, group) =>
      threads.map((at) => ({ at, y: rows.get(at) ?? 0, group })),
    ),
    knots: knotSpots(tree, cut, spots, people, groupOf),
    people,
    stretches: stretchesOf(tree, cut, { spotOf, groupOf, people }),
    cuts: cutsOf(cut, rows, people, size.width),
  };
}

function knotSpots(
  { knots }: Tree,
  cut: Grouped,
  spots: readonly Spot[],
  people: readonly Spot[],
  groupOf: (part: KnotPart) => number,
): KnotSpot[] {
  const next = new Map<number, Spot>();
  for (const [i, { parts }] of cut.knots.entries())
    for (const part of parts) if (part.is === "knot") next.set(part.at, spots[i] ?? { x: 0, y: 0 });
  return cut.knots.map(({ from, held }, at) => {
    const { x, y } = spots[at] ?? { x: 0, y: 0 };
    const group = groupOf({ is: "knot", at });
    const on = (next.get(at) ?? people[group])?.y ?? y;
    const words = on >= y - 1 ? "above" : "below";
    return { x, y, from, held, group, words, proven: knots[from]?.claim.trust === "proven" };
  });
}

type Spots = {
  readonly spotOf: (part: KnotPart) => Spot;
  readonly groupOf: (part: KnotPart) => number;
  readonly people: readonly Spot[];
};

/** A stated claim stitches what it brings in: the part that says less. */
function stretchesOf(tree: Tree, cut: Grouped, { spotOf, groupOf, people }: Spots): Stretch[] {
  const solid = clothsOf(tree, cut.knots);
  const inward = cut.knots.flatMap(({ from, parts }, at) =>
    parts.map((part, i): Stretch => {
      const stated = tree.knots[from]?.claim.trust === "stated" && i === 1;
      return {
        id: `${part.is}${part.at}`,
        d: bend(spotOf(part), spotOf({ is: "knot", at })),
        group: groupOf(part),
        cloth: solid(part) && !stated ? "solid" : "stitched",
        last: false,
      };
    }),
  );
  const outward = cut.groups.flatMap(({ top }, group): Stretch[] => {
    const end = people[group];
    if (top === undefined || end === undefined) return [];
    const cloth = solid(top) ? "solid" : "stitched";
    return [{ id: `person${group}`, d: bend(spotOf(top), end), group, cloth, last: true }];
  });
  return [...inward, ...outward];
}

/** In the room between the two, from the threads of either. */
function cutsOf(
  { cuts, groups }: Grouped,
  rows: ReadonlyMap<number, number>,
  people: readonly Spot[],
  width: number,
) {
  const left = width * 0.58;
  return cuts.map(({ from, between: [upper, lower] }) => {
    const last = Math.max(0, ...(groups[upper]?.threads ?? []).map((at) => rows.get(at) ?? 0));
    const next = Math.min(...(groups[lower]?.threads ?? [0]).map((at) => rows.get(at) ?? 0));
    const at = { x: width * 0.66, y: (last + next) / 2 };
    const [above, below] = [people[upper]?.y ?? 0, people[lower]?.y ?? 0];
    return { from, at, d: `${bend({ x: left, y: above }, at)}${bend({ x: left, y: below }, at)}` };
  });
}

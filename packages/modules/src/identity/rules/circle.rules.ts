// Who changes when people are run again by other rules: as they were, against how they fall out.

export type Placed = {
  readonly fp: string;
  /** The person it was part of, and what it is part of by the new run. */
  readonly person: string;
  readonly root: string;
  /** An identifier; a lane is none. */
  readonly named: boolean;
};

export type PersonChange = {
  readonly person: string;
  readonly parts: number;
  readonly joins: readonly string[];
  readonly loses: number;
  readonly gains: number;
};

const countNamed = (nodes: readonly Placed[]): number => nodes.filter((node) => node.named).length;

/** The part that most of a person stays in. */
function mainPart(parts: ReadonlyMap<string, readonly Placed[]>): string {
  const [most] = [...parts].sort(
    ([x, xs], [y, ys]) => countNamed(ys) - countNamed(xs) || ys.length - xs.length || (x < y ? -1 : 1),
  );
  return most?.[0] ?? "";
}

/** Those who would not be who they are. */
export function changesOf(nodes: readonly Placed[]): PersonChange[] {
  const after = Map.groupBy(nodes, (node) => node.root);
  return [...Map.groupBy(nodes, (node) => node.person)].flatMap(([person, mine]) => {
    const parts = Map.groupBy(mine, (node) => node.root);
    const joins = new Set(
      [...parts.keys()].flatMap((root) => (after.get(root) ?? []).map((node) => node.person)),
    );
    joins.delete(person);
    if (parts.size === 1 && joins.size === 0) return [];
    const main = mainPart(parts);
    const stays = after.get(main) ?? [];
    return [
      {
        person,
        parts: parts.size,
        joins: [...joins].sort(),
        loses: countNamed(mine.filter((node) => node.root !== main)),
        gains: countNamed(stays.filter((node) => node.person !== person)),
      },
    ];
  });
}

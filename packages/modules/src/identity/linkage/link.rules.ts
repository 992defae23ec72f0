// Probable matches of a table, or between two: unattended, from the values alone. They only suggest.

import { everyPair } from "./blocking.rules.ts";
import { type Blocks, eachPair } from "./candidates.rules.ts";
import { prepareRecords, type RawColumn, type Records } from "./columns.rules.ts";
import { assignOneToOne, chooseThreshold, gather, type Scored } from "./groups.rules.ts";
import { type Kept, keepModel, type Term } from "./kept.rules.ts";
import { tellingColumns } from "./telling.rules.ts";
import { crosses, type Model, train } from "./train.rules.ts";
import { type Waterfall, type Weigher, weigher } from "./weights.rules.ts";

export type Linked = {
  readonly model: Model;
  readonly everyPair: boolean;
  readonly oneToOne: boolean;
  readonly threshold: number;
  readonly expectedF1: number;
  /** Pairs worth a look, believed or not, by the caller's rows. */
  readonly weighed: readonly Scored[];
  /** The suggested pairs. */
  readonly pairs: readonly Scored[];
  /** For each row the key of its group: the least key among its members, so it stays when rows move or come. */
  readonly groups: readonly string[];
  explain(a: number, b: number): Waterfall;
  /** The model, put away for pairs that come later. */
  keep(): { readonly kept: Kept; readonly terms: readonly Term[] };
};

const WORTH_A_LOOK = -10;

/** Weighs what the rules of blocking find; pairs inside one of two files are kept apart. */
function weighAll(records: Records, blocks: Blocks, weigh: Weigher): { across: Scored[]; inside: Scored[] } {
  const [across, inside]: [Scored[], Scored[]] = [[], []];
  eachPair(records, blocks, (a, b) => {
    if (!weigh.mayReach(a, b, WORTH_A_LOOK)) return;
    const bits = weigh.bits(a, b);
    if (bits < WORTH_A_LOOK) return;
    (crosses(records, a, b) ? across : inside).push({ a, b, bits });
  });
  return { across, inside };
}

/** Two files that repeat nobody inside themselves: then a row has one counterpart at most. */
function repeatsNobody(records: Records, inside: readonly Scored[], across: readonly Scored[]): boolean {
  if (records.split >= records.size) return false;
  const sure = (pairs: readonly Scored[]): number => pairs.filter((pair) => pair.bits > 3).length;
  return sure(inside) <= 0.02 * Math.max(10, sure(across));
}

function pairsIn(groups: readonly number[][], records: Records, bits: ReadonlyMap<number, number>): Scored[] {
  return groups.flatMap((rows) =>
    rows.flatMap((one, index) =>
      rows.slice(index + 1).flatMap((other) => {
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        return crosses(records, a, b) ? [{ a, b, bits: bits.get(a * records.size + b) ?? WORTH_A_LOOK }] : [];
      }),
    ),
  );
}

function groupKeys(groups: readonly number[][], order: Int32Array, keyOf: (row: number) => string): string[] {
  const keys = Array.from(order, (_, row) => keyOf(row));
  for (const group of groups) {
    const members = group.map((row) => order[row] as number);
    const [least = ""] = members.map(keyOf).sort();
    for (const row of members) keys[row] = least;
  }
  return keys;
}

/** `split`: rows before it are one file, the others another. `keyOf` names a row for good. */
export function link(
  raws: readonly RawColumn[],
  split?: number,
  keyOf: (row: number) => string = String,
): Linked {
  const { records, order } = prepareRecords(tellingColumns(raws), split);
  const { model, blocks } = train(records);
  const weigh = weigher(records, model);
  const { across, inside } = weighAll(records, blocks, weigh);
  const { bits: threshold, expectedF1 } = chooseThreshold(across, model.coverage);
  const oneToOne = repeatsNobody(records, inside, across);
  const all = oneToOne ? across : across.concat(inside);
  const groups = oneToOne
    ? assignOneToOne(across, threshold).map(({ a, b }) => [a, b])
    : gather(all, threshold);
  const bits = new Map(all.map((pair) => [pair.a * records.size + pair.b, pair.bits]));
  const back = ({ a, b, bits: weight }: Scored): Scored => ({
    a: order[a] as number,
    b: order[b] as number,
    bits: weight,
  });
  const place = new Int32Array(records.size);
  order.forEach((row, index) => {
    place[row] = index;
  });
  return {
    model,
    everyPair: everyPair(records),
    oneToOne,
    threshold,
    expectedF1,
    weighed: across.map(back),
    pairs: pairsIn(groups, records, bits).map(back),
    groups: groupKeys(groups, order, keyOf),
    keep: () => keepModel(records, model, threshold),
    explain: (a, b) => weigh.explain(place[a] as number, place[b] as number),
  };
}

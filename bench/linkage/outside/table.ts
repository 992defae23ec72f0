// npm run bench -- linkage --outside [--only TEXT] [--seeds 1,2,3] [--held | --seen]: a line a world, over several seeds.
import { link, rawColumn } from "@somlos/modules/identity";
import { oracle, scorePairs } from "../score.ts";
import type { World } from "../worlds.ts";
import { type Outside, outside } from "./plans.ts";

type Judged = {
  readonly f1: number;
  readonly best: number;
  readonly said: number;
  readonly expected: number;
};

function judge({ head, rows, labels, split = rows.length }: World): Judged {
  const columns = head.map((name, at) =>
    rawColumn(
      name,
      rows.map((row) => row[at] ?? ""),
    ),
  );
  const linked = link(columns, split);
  return {
    f1: scorePairs(linked.pairs, labels, split).f1,
    best: oracle(linked.weighed, labels, split).f1,
    said: linked.pairs.length,
    expected: linked.expectedF1,
  };
}

const three = (share: number): string => share.toFixed(3);
const meanOf = (all: readonly Judged[], of: (each: Judged) => number): number =>
  all.reduce((sum, each) => sum + of(each), 0) / all.length;

/** A file in which nobody stands twice has no F1: there it is how many pairs are suggested. */
function line(world: Outside, all: readonly Judged[]): string {
  const [f1, best, expected] = [
    meanOf(all, (each) => each.f1),
    meanOf(all, (each) => each.best),
    meanOf(all, (each) => each.expected),
  ];
  const worst = Math.min(...all.map((each) => each.f1));
  return `${world.held ? "held out" : "seen    "} | ${world.name.padEnd(44)} | ${three(f1)} | ${three(worst)} | ${three(best)} | ${three(best - f1)} | ${three(expected)} | ${all.map((each) => each.said).join(" ")}`;
}

type Asked = {
  readonly only?: string | undefined;
  readonly seeds?: string | undefined;
  readonly held?: boolean | undefined;
  readonly seen?: boolean | undefined;
};

export function tableOfOutside({ only, seeds = "1,2,3", held = false, seen = false }: Asked): void {
  console.log(
    "         | world | F1 | worst seed | F1 of the best threshold | gap | expected F1 | suggested",
  );
  const gaps: number[] = [];
  for (const world of outside(only).filter((each) => held === seen || each.held === held)) {
    const all = seeds.split(",").map((seed) => judge(world.at(Number(seed))));
    console.log(line(world, all));
    // Where nobody stands twice the gap is all or nothing: those are read by the last figure.
    if (!world.name.startsWith("nobody")) gaps.push(meanOf(all, (each) => Math.max(0, each.best - each.f1)));
  }
  console.log(`mean gap ${three(gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length))}`);
}

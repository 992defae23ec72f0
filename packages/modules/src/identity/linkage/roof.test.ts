import { expect, test } from "vitest";
import { outside } from "../../../../../bench/linkage/outside/plans.ts";
import { scorePairs } from "../../../../../bench/linkage/score.ts";
import type { World } from "../../../../../bench/linkage/worlds.ts";
import { rawColumn } from "./columns.rules.ts";
import { type Linked, link } from "./link.rules.ts";

function world(name: string, seed: number): World {
  const [found] = outside(name);
  if (found === undefined) throw new Error(`there is no world ${name}`);
  return found.at(seed);
}

const linked = ({ head, rows, split }: World): Linked =>
  link(
    head.map((column, at) =>
      rawColumn(
        column,
        rows.map((row) => row[at] ?? ""),
      ),
    ),
    split,
  );

test("Families and twins are nobody twice, also where given names are missing; what tells them apart is learned", () => {
  const { pairs, model } = linked(world("nobody twice among families", 4));
  expect(pairs.length).toBeLessThanOrEqual(1);
  const { roof, lambda } = model.rates;
  expect(roof?.share).toBeGreaterThan(20 * lambda);
});

test("Among families and twins those who stand twice are found, as well as any threshold could", () => {
  const made = world("families and twins, French", 4);
  expect(scorePairs(linked(made).pairs, made.labels, made.labels.length).f1).toBeGreaterThan(0.94);
});

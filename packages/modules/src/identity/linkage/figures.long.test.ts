import { expect, test } from "vitest";
import { columnsOf, labelsOf, shippedTasks } from "../../../../../bench/linkage/linkage.ts";
import { scorePairs } from "../../../../../bench/linkage/score.ts";
import { link } from "./link.rules.ts";

const FLOORS: Readonly<Record<string, number>> = {
  FEBRL1: 0.99,
  FEBRL2: 0.98,
  FEBRL4: 0.9965,
  fake_1000: 0.84,
};

test("Four public files reach their figures unattended", () => {
  for (const task of shippedTasks()) {
    const { columns, split } = columnsOf(task);
    const got = scorePairs(link(columns, split).pairs, labelsOf(task), split);
    expect(got.f1, task.name).toBeGreaterThanOrEqual(FLOORS[task.name] as number);
  }
});

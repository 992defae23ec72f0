import { expect, test } from "vitest";
import { columnsOf, labelsOf, shippedTasks } from "../../../../../bench/linkage/linkage.ts";
import { scorePairs, truePairs } from "../../../../../bench/linkage/score.ts";
import { link } from "./link.rules.ts";

test("A public file reaches its figure unattended; other labels change the score and no match", () => {
  const task = shippedTasks().find(({ name }) => name === "fake_1000");
  if (task === undefined) throw new Error("fake_1000 is missing");
  const [sheet] = task.files;
  const at = sheet.head.indexOf("cluster");
  const shuffled = sheet.rows.map((row, index) =>
    row.map((cell, column) => (column === at ? String(index % 250) : cell)),
  );
  const lied = { ...task, files: [{ head: sheet.head, rows: shuffled }] as const };
  const [honest, other] = [columnsOf(task), columnsOf(lied)];
  expect(other).toEqual(honest);
  const { pairs } = link(other.columns, other.split);
  expect(pairs).toEqual(link(honest.columns, honest.split).pairs);
  expect(scorePairs(pairs, labelsOf(task), other.split).f1).toBeGreaterThanOrEqual(0.84);
  expect(scorePairs(pairs, labelsOf(lied), other.split).f1).toBeLessThan(0.1);
  expect(truePairs(["a", "a", "b", "", ""], 5)).toBe(1);
});

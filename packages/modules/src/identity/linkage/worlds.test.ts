import { expect, test } from "vitest";
import { scorePairs } from "../../../../../bench/linkage/score.ts";
import { type World, worlds } from "../../../../../bench/linkage/worlds.ts";
import { rawColumn } from "./columns.rules.ts";
import { type Linked, link } from "./link.rules.ts";

function world(name: string): World {
  const [found] = worlds(name);
  if (found === undefined) throw new Error(`there is no world ${name}`);
  return found;
}

const linked = ({ head, rows }: World): Linked =>
  link(
    head.map((column, at) =>
      rawColumn(
        column,
        rows.map((row) => row[at] ?? ""),
      ),
    ),
  );

const f1Of = (made: World): number => scorePairs(linked(made).pairs, made.labels, made.labels.length).f1;

test("Two thousand strangers with common names and mails made of them are two thousand people", () => {
  const made = world("strangers, names and mails");
  const { pairs, model } = linked(made);
  expect(pairs.length).toBeLessThanOrEqual(2);
  // Why: the mail says what the name said already.
  const mail = model.columns.findIndex(({ name }) => name === "email");
  const on = model.rates.leans[mail]?.on.map((at) => model.columns[at]?.name) ?? [];
  expect([...on].sort()).toEqual(["first_name", "last_name"]);
});

test("Strangers with every column filled, and families under one roof, are nobody twice", () => {
  expect(linked(world("strangers, wide")).pairs.length).toBeLessThanOrEqual(2);
  expect(linked(world("families, nobody twice")).pairs.length).toBeLessThanOrEqual(5);
});

test("People who stand twice among families, or with little but a name and a mail, are found all the same", () => {
  expect(f1Of(world("families, 20 % twice"))).toBeGreaterThan(0.93);
  expect(f1Of(world("names and mails, 10 % twice"))).toBeGreaterThan(0.7);
});

test("Very few and very many doubles, movers and companies are found near the best a threshold could do", () => {
  expect(f1Of(world("wide, 0.3 % twice"))).toBeGreaterThan(0.95);
  expect(f1Of(world("wide, 50 % twice"))).toBeGreaterThan(0.98);
  expect(f1Of(world("many movers"))).toBeGreaterThan(0.97);
  expect(f1Of(world("companies without number"))).toBeGreaterThan(0.9);
});

test("In a bar that columns share, a changed field changes that bar only, and its parts add up", () => {
  const made = world("strangers, names and mails");
  const found = linked(made);
  const fall = found.explain(0, 1);
  const shared = fall.bars.find((bar) => bar.columns.includes("email"));
  expect([...(shared?.columns ?? [])].sort()).toEqual(["email", "first_name", "last_name"]);
  for (const bar of fall.bars)
    expect(bar.parts.reduce((sum, part) => sum + part.bits, 0)).toBeCloseTo(bar.bits, 9);
});

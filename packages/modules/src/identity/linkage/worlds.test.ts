import { expect, test } from "vitest";
import { outside } from "../../../../../bench/linkage/outside/plans.ts";
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

test("A mail made of a name speaks for itself in its own bar; that the name said it already is said together", () => {
  const made = world("strangers, names and mails");
  const found = linked(made);
  const { start, bars, together, bits } = found.explain(0, 1);
  expect(bars.map((bar) => bar.column)).toEqual(["first_name", "last_name", "email"]);
  expect(bars.reduce((sum, bar) => sum + bar.bits, start + together.bits)).toBeCloseTo(bits, 9);
});

test("Forty columns that say nothing of people, beside those that do, take nothing from what is found and make up nobody", () => {
  const [few, nobody] = ["few among forty columns of noise", "nobody twice among forty columns"].map(
    (name) => {
      const [plan] = outside(name);
      if (plan === undefined) throw new Error(`there is no plan ${name}`);
      return plan.at(1);
    },
  ) as [World, World];
  expect(few.head.length).toBeGreaterThan(40);
  expect(f1Of(few)).toBeGreaterThan(0.97);
  expect(linked(few).model.columns.filter(({ name }) => /_\d$/.test(name))).toEqual([]);
  expect(linked(nobody).pairs.length).toBeLessThanOrEqual(2);
});

/** The same file with no more than so many who stand in it twice. */
function withTwice({ head, rows, labels }: World, most: number): World {
  const seen = new Map<string, number>();
  let twice = 0;
  const kept = [...rows.keys()].filter((at) => {
    const times = seen.get(labels[at] as string) ?? 0;
    seen.set(labels[at] as string, times + 1);
    return times === 0 || (times === 1 && twice++ < most);
  });
  return {
    name: `${most} twice`,
    head,
    rows: kept.map((at) => rows[at] as readonly string[]),
    labels: kept.map((at) => labels[at] as string),
  };
}

test("Where one or two stand twice in a wide file no column that speaks of people is lost, and they alone are found", () => {
  const [plan] = outside("few among forty columns of noise");
  if (plan === undefined) throw new Error("there is no such plan");
  for (const most of [1, 2]) {
    const few = withTwice(plan.at(1), most);
    const found = linked(few);
    expect(found.model.columns.map(({ name }) => name)).toEqual(
      few.head.filter((name) => !/_\d$/.test(name)),
    );
    expect(f1Of(few)).toBe(1);
  }
});

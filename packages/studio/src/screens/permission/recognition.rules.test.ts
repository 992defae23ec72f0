import { expect, test } from "vitest";
import { type Counted, daysBack, findingOf, rowsOf, toldOf } from "./recognition.rules.ts";

const days = daysBack("2026-11-28", 3);
const count = (
  day: string,
  channel: Counted["channel"],
  recognised: number,
  unknown: number,
  hushed = 0,
  told = 0,
) => ({
  ...{ day, channel, recognised, unknown, hushed, told },
  rate: recognised / (recognised + unknown + hushed),
});

test("days run to the last one, over the turn of a month", () => {
  expect(daysBack("2026-03-02", 3)).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
});

test("a day on which nothing came stays as a gap, and channels without anything are left out", () => {
  const [row, ...rest] = rowsOf([count("2026-11-28", "web", 3, 1)], days, 1);
  expect(rest).toEqual([]);
  expect(row?.columns.map(({ all }) => all)).toEqual([0, 0, 4]);
  expect(row?.total.rate).toBe(0.75);
});

test("who chose to be unknown counts as not recognised, and is told apart", () => {
  const [row] = rowsOf([count("2026-11-27", "store", 1, 1, 2)], days, 1);
  expect(row?.total).toEqual({ recognised: 1, unknown: 1, hushed: 2, all: 4, rate: 0.25 });
});

test("several days in one column are counted together, not averaged", () => {
  const items = [count("2026-11-26", "web", 1, 0), count("2026-11-27", "web", 0, 9)];
  const [row] = rowsOf(items, daysBack("2026-11-27", 2), 2);
  expect(row?.columns).toEqual([{ from: "2026-11-26", recognised: 1, unknown: 9, hushed: 0, all: 10 }]);
});

test("the finding names the channel that misses most, but none that had too little to tell", () => {
  const items = [
    count("2026-11-28", "web", 10, 90),
    count("2026-11-28", "till", 80, 20),
    count("2026-11-28", "social", 0, 3),
  ];
  const finding = findingOf(rowsOf(items, days, 1));
  expect(finding?.least?.channel).toBe("web");
  expect(finding?.rate).toBeCloseTo(90 / 203);
  expect(findingOf([])).toBeUndefined();
  expect(findingOf(rowsOf([count("2026-11-28", "web", 10, 90)], days, 1))?.least).toBeUndefined();
});

test("what a file or a system told of makes no rate better: it is counted beside it", () => {
  const items = [count("2026-11-28", "web", 1, 3), count("2026-11-28", "import", 0, 0, 0, 9000)];
  const rows = rowsOf(items, days, 1);
  expect(rows.map(({ channel }) => channel)).toEqual(["web"]);
  expect(findingOf(rows)?.rate).toBe(0.25);
  expect(toldOf(items)).toBe(9000);
});

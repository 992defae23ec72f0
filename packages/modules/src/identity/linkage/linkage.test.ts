import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { prepareRecords, type RawColumn, rawColumn } from "./columns.rules.ts";
import { dateKind, isDate } from "./kinds/date.rules.ts";
import { kinds } from "./kinds/kinds.rules.ts";
import { nameKind } from "./kinds/name.rules.ts";
import { link } from "./link.rules.ts";
import { train } from "./train.rules.ts";
import { weigher } from "./weights.rules.ts";

type Rows = readonly (readonly string[])[];
const HEAD = ["first_name", "surname", "dob", "city", "email"];
const fake: Rows = readFileSync(
  new URL("../../../../../fixtures/linkage/fake_1000.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(",").slice(1, 6));
const columns = (rows: Rows): RawColumn[] =>
  HEAD.map((name, at) =>
    rawColumn(
      name,
      rows.map((row) => row[at] ?? ""),
    ),
  );
const some = fake.slice(0, 300);
const levelOf = (kind: typeof nameKind, one: string, other: string): string =>
  kind.levels[kind.compare(kind.prepare(kind.normalise(one)), kind.prepare(kind.normalise(other)))] ?? "";

test("Åse is Aase, Søren is Sören, Bob is Robert, Kalle is Karl, a slip of the finger is one character", () => {
  expect(levelOf(nameKind, "Åse", "Aase")).toBe("same spelled otherwise");
  expect(levelOf(nameKind, "Søren", "Soeren")).toBe("same spelled otherwise");
  expect(levelOf(nameKind, "Søren", "Sören")).toBe("same");
  expect(levelOf(nameKind, "Bob", "Robert")).toBe("nickname, initial or part");
  expect(levelOf(nameKind, "Kalle", "Karl")).toBe("nickname, initial or part");
  for (const [full, short] of [
    "Katarina Kajsa",
    "Lars Lasse",
    "Fredrik Figge",
    "Birgitte Gitte",
    "Margrethe Grethe",
    "William Bill",
    "Elizabeth Betty",
  ].map((two) => two.split(" ")))
    expect(levelOf(nameKind, full ?? "", short ?? "")).toBe("nickname, initial or part");
  for (const [one, other] of ["Lars Karl", "Anna Ida", "Bill Bob", "Lena Lisa"].map((two) => two.split(" ")))
    expect(levelOf(nameKind, one ?? "", other ?? "")).not.toBe("nickname, initial or part");
  expect(levelOf(nameKind, "Petersen", "Petresen")).toBe("one character");
  expect(levelOf(nameKind, "Petersen", "Lindqvist")).toBe("different");
});

test("A date is one date in every format, and a day that changed places with the month is seen", () => {
  for (const text of ["1980-03-21", "19800321", "21.03.1980", "21/3/1980", "21 mars 1980", "March 21, 1980"])
    expect(dateKind.normalise(text)).toBe("19800321");
  expect(levelOf(dateKind, "1980-03-04", "1980-04-03")).toBe("day and month changed places");
});

test("A month is known by its name in many languages, whole or short, and a year by its last two figures", () => {
  for (const text of [
    "21 marca 1980",
    "21. maaliskuuta 1980",
    "21. März 1980",
    "21.03.80",
    "21 Mart 1980",
    "21 de marzo de 1980",
    "1980. március 21.",
    "1980. 03. 21.",
    "21-MAR-80",
    "den 21:a mars 1980",
    "March 21st, 1980",
    "80-03-21",
    "1980年3月21日",
    "21 марта 1980 г.",
  ])
    expect(dateKind.normalise(text), text).toBe("19800321");
  expect(dateKind.normalise("21 marraskuuta 1980")).toBe("19801121");
  expect(dateKind.normalise("5. Mai 2004")).toBe(dateKind.normalise("5 maja 04"));
  for (const text of ["12 Elm 1980", "(08) 12-3456", "12 34 56", "1980", "21 march", "1.5.1"])
    expect(isDate(text), text).toBe(false);
});

test("A column that writes the month first is read so, also where day and month are in doubt", () => {
  const born = (texts: readonly string[]): string[] =>
    prepareRecords([rawColumn("born", texts)]).records.columns.flatMap(({ kind, values }) => [
      kind.name,
      ...values.map((value) => value.text).sort(),
    ]);
  expect(born(["03/04/1980", "12/25/1975", "07/30/1990"])).toEqual([
    "date, month first",
    "19751225",
    "19800304",
    "19900730",
  ]);
  expect(born(["03/04/1980", "25/12/1975", "30/07/1990"])).toEqual([
    "date",
    "19751225",
    "19800403",
    "19900730",
  ]);
  expect(born(["1980-03-04", "1975-12-25"])).toEqual(["date", "19751225", "19800304"]);
});

test("Comparing is the same from either side, for every kind", () => {
  const word = fc.stringMatching(/^[a-eåø0-3 @.]{0,12}$/);
  for (const kind of kinds)
    fc.assert(
      fc.property(word, word, (one, other) => levelOf(kind, one, other) === levelOf(kind, other, one)),
      { seed: 1, numRuns: 400 },
    );
});

test("The bars of a pair add up to its weight, and a changed field changes its own bar only", () => {
  const { records } = prepareRecords(columns(some));
  const { model } = train(records);
  const weigh = weigher(records, model);
  let changed = 0;
  for (let a = 0; a < 40; a++) {
    const fall = weigh.explain(a, a + 1);
    const added = fall.bars.reduce((sum, bar) => sum + bar.bits, fall.start + fall.together.bits);
    expect(added).toBeCloseTo(weigh.bits(a, a + 1), 9);
    expect(weigh.explain(a + 1, a).bits).toBeCloseTo(fall.bits, 9);
    records.columns.forEach((column) => {
      const before = column.cells[a] as number;
      column.cells[a] = column.cells[a + 1] as number;
      const now = weigh.explain(a, a + 1);
      column.cells[a] = before;
      const moved = now.bars.filter((bar, at) => bar.bits !== fall.bars[at]?.bits);
      changed += moved.length;
      for (const bar of moved) expect(bar.column).toBe(column.name);
    });
  }
  expect(changed).toBeGreaterThan(40);
});

test("What is learned never gets less likely inside a round", () => {
  const { rounds } = train(prepareRecords(columns(some)).records).model;
  expect(rounds.some((round) => round.length > 3)).toBe(true);
  for (const round of rounds)
    round.forEach((likelihood, at) => {
      expect(likelihood).toBeGreaterThanOrEqual((round[at - 1] ?? -Infinity) - 1e-6);
    });
});

test("The order of a file changes neither pairs nor the ids of groups", () => {
  const moved = some.map((_, at) => (at * 7) % some.length);
  const key = (row: number): string => `row ${String(row).padStart(4, "0")}`;
  const plain = link(columns(some), undefined, key);
  const other = link(columns(moved.map((row) => some[row] ?? [])), undefined, (row) =>
    key(moved[row] as number),
  );
  // A row that is word for word another may stand in its place.
  const groupsOf = (linked: typeof plain, place: (row: number) => number): string[] =>
    linked.groups.map((group, row) => `${place(row)} ${group}`).sort();
  expect(plain.pairs.length).toBeGreaterThan(300);
  expect(groupsOf(other, (row) => moved[row] as number)).toEqual(groupsOf(plain, (row) => row));
});

test("Given name and surname in each other's place are found without being told", () => {
  const crossed = some.map((row, at) => (at % 4 === 0 ? [row[1], row[0], ...row.slice(2)].map(String) : row));
  const { model } = train(prepareRecords(columns(crossed)).records);
  expect(model.swaps.map((swap) => swap.map((at) => model.columns[at]?.name))).toEqual([
    ["first_name", "surname"],
  ]);
});

test("A table of nobody twice, of one row or of none suggests nothing", () => {
  const drawn = fc.sample(fc.stringMatching(/^[a-z]{8}$/), { seed: 3, numRuns: 180 });
  const strangers = Array.from({ length: 60 }, (_, at) =>
    [drawn[at], drawn[at + 60], "", "", `${drawn[at + 120]}@x.dk`].map(String),
  );
  expect(link(columns(strangers)).pairs).toEqual([]);
  expect(link(columns(strangers.slice(0, 1))).pairs).toEqual([]);
  expect(link([]).pairs).toEqual([]);
});

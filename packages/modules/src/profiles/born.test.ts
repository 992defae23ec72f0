import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { birthIn, birthNames } from "./births.rules.ts";
import { bornOfWords, type RecordWord } from "./born.rules.ts";
import { fitsKind } from "./valid.rules.ts";

const SAID = Date.UTC(2026, 5, 1);
const latest = (value: unknown, name = "birthday") => birthIn(name, value, SAID)?.to;

describe("one word about when somebody was born", () => {
  it("is the day that it names, however people write it", () => {
    for (const day of [
      ...[
        "2012-02-20",
        "20120220",
        20120220,
        "20/02/2012",
        "2012-02-20T00:00:00Z",
        "2012-20-02",
        "20.2.2012",
      ],
      ...["20 februari 2012", "Feb 20, 2012", "20. helmikuuta 2012"],
    ])
      expect([day, latest(day)]).toEqual([day, "2012-02-20"]);
  });

  it("that can be read in two ways is the younger of them, if that day has been", () => {
    expect(latest("03/02/2012")).toBe("2012-03-02");
    expect(latest("05/12/2025")).toBe("2025-12-05");
    expect(latest("07/05/2026")).toBe("2026-05-07");
    expect(latest("01/02/08")).toBe("2008-02-01");
    expect(latest("20/02/12")).toBe("2020-02-12");
    expect(latest("20 feb 12")).toBe("2020-02-12");
    expect(latest("01/02/80", "dob")).toBe("1980-02-01");
    expect(latest("2012-02-20T23:00:00.000Z")).toBe("2012-02-21"); // midnight where they were born
    expect(latest("4 xyzember 2012")).toBe("2012-12-04");
  });

  it("is the end of a year, and a birthday that is still to come this year", () => {
    expect([latest(2012, "birthYear"), latest("2012", "birth_year"), latest("2012")]).toEqual([
      ...["2012-12-31", "2012-12-31", "2012-12-31"],
    ]);
    expect([
      latest(12, "age"),
      latest("12", "age"),
      latest("13-17", "age"),
      latest("under 18", "age"),
    ]).toEqual([...["2014-06-01", "2014-06-01", "2013-06-01", "2009-06-01"]]);
  });

  it("that names no year, or nothing that can be, tells nothing", () => {
    for (const [name, value] of [
      ...([
        ["birthday", "02-29"],
        ["birthday", "2050-01-01"],
        ["dob", "hej"],
        ["dob", ""],
        ["dob", {}],
      ] as const),
      ...([
        ["birthYear", 3000],
        ["birthYear", "x"],
        ["age", "old"],
        ["age", -1e9],
        ["age", true],
      ] as const),
    ])
      expect([name, value, latest(value, name)]).toEqual([name, value, undefined]);
  });

  it("is understood whenever it is a fact that names a year", () => {
    for (const value of ["1980-02-03", "19800203", "3/2/1980", "3 mars 1980", "1/2/12"])
      expect([value, fitsKind("birthday", value, SAID), latest(value) !== undefined]).toEqual([
        value,
        true,
        true,
      ]);
  });
});

let keys = 0;
const word = (value: unknown, more: Partial<RecordWord> = {}): RecordWord => ({
  ...{ name: "birthday", value, at: SAID, key: String(++keys), origin: "proven", sourceId: 1, rule: 1 },
  ...{ record: "a", ...more },
});
const day = (...words: RecordWord[]) => bornOfWords(words)?.day;

describe("everything that was said of somebody", () => {
  it("is corrected by the same record, by a colleague, and by the person, whose word no later telling undoes", () => {
    const child = word("2015-01-01");
    expect(day(child, word("1980-05-05", { at: SAID + 1 }))).toBe("1980-05-05");
    expect(day(child, word(null, { at: SAID + 1 }))).toBeUndefined();
    const corrected = [child, word("1980-05-05", { origin: "person", record: "b", at: SAID + 1 })];
    expect(day(...corrected)).toBe("1980-05-05");
    expect(day(...corrected, word("2015-01-01", { at: SAID + 9 }))).toBe("1980-05-05");
    expect(day(child, word("1980-05-05", { origin: "staff", record: "b", at: SAID - 1 }))).toBe("1980-05-05");
  });

  it("of two records is the youngest, whichever was told last", () => {
    const child = word("2015-01-01", { record: "child" });
    const parent = word("1980-05-05", { record: "parent", at: SAID + 5 });
    expect([day(child, parent), day(parent, child)]).toEqual(["2015-01-01", "2015-01-01"]);
  });

  it("counts a browser's word only where nobody better told, and what was taken back not at all", () => {
    const stated = word("2015-01-01", { origin: "stated", record: "tablet", at: SAID + 5 });
    expect(day(stated)).toBe("2015-01-01");
    expect(day(stated, word("1980-05-05"))).toBe("1980-05-05");
    expect(day(word("2015-01-01"), word(null, { origin: "person", record: "b" }))).toBe("2015-01-01"); // no age is said instead
    expect(day()).toBeUndefined();
  });

  it("goes by the exact word where a vague one says no other", () => {
    const exact = word("2008-03-01");
    expect(day(exact, word(18, { name: "age" }))).toBe("2008-03-01");
    expect(day(exact, word(12, { name: "age" }))).toBe("2014-06-01");
  });
});

it("an index finds all of these names", async () => {
  for (const file of ["migrations/020-births.sql", "born.store.ts"]) {
    const text = await readFile(new URL(file, import.meta.url), "utf8");
    expect(/name in \(([^)]*)\)/.exec(text)?.[1]?.replaceAll("'", "").split(", ")).toEqual([...birthNames]);
  }
});

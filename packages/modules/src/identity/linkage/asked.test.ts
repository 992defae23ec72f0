// npm run bench -- linkage --file …: whatever file is given, it is read as it was meant or refused with a code and a reason.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { columnsOf, labelsOf, type Task } from "../../../../../bench/linkage/linkage.ts";
import { scorePairs, truePairs } from "../../../../../bench/linkage/score.ts";
import { decodeSheet, parseSheet, readSheet } from "../../../../../bench/linkage/table.ts";
import { rawColumn } from "./columns.rules.ts";
import { link } from "./link.rules.ts";

const folder = mkdtempSync(join(tmpdir(), "linkage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = [
  ["id", "who", "name", "town"],
  ["1", "a", "Åsa Lind", "Malmö"],
  ["2", "b", 'Bo "Bosse" Ek', "Lund"],
  ["3", "a", "Aasa; Lind", ""],
];
const cell = (text: string, mark: string): string =>
  text.includes(mark) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
const written = (mark: string, end = "\n"): string =>
  ROWS.map((row) => row.map((each) => cell(each, mark)).join(mark)).join(end) + end;
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

test("However a table is written down, it is read as the same table", () => {
  const ways: Record<string, Uint8Array> = {
    comma: Buffer.from(written(",")),
    semicolon: Buffer.from(written(";", "\r\n")),
    tab: Buffer.from(written("\t", "\r")),
    pipe: Buffer.from(written("|")),
    "with its mark": Buffer.from(`\ufeff${written(",")}`),
    "UTF-16": utf16(`\ufeff${written(";")}`),
    "UTF-16 the other way round": Buffer.from(utf16(`\ufeff${written(";")}`)).swap16(),
    "UTF-16 without its mark": utf16(written("\t")),
    "Latin-1": Buffer.from(written(";"), "latin1"),
    "with its mark said": Buffer.from(`sep=;\n${written(";")}`),
    "with a title": Buffer.from(`Customers of the year\n\n${written(";")}`),
  };
  const [head, ...rows] = ROWS;
  for (const [way, bytes] of Object.entries(ways))
    expect(parseSheet(decodeSheet(bytes)), way).toEqual({ head, rows });
});

test("A column without a name, and one that is there twice, can be told apart", () => {
  expect(parseSheet(",name,name,\n1,a,b,c\n").head).toEqual(["column 1", "name", "name (2)", "column 4"]);
});

test("What is no table is refused with a code and what to do", () => {
  const file = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  expect(() => readSheet(join(folder, "none.csv"))).toThrow(/^linkage\.no_file: .*give the path/);
  expect(() => readSheet(folder)).toThrow(/^linkage\.no_file: /);
  expect(() => readSheet(file("workbook.csv", "PK\u0003\u0004"))).toThrow(
    /^linkage\.not_text: .*save it as CSV/,
  );
  expect(() => readSheet(file("zeros.csv", new Uint8Array([65, 0, 0, 0, 66])))).toThrow(
    /^linkage\.not_text: /,
  );
  expect(() => readSheet(file("empty.csv", ""))).toThrow(/^linkage\.no_rows: /);
  expect(() => readSheet(file("head.csv", "a,b\n"))).toThrow(/^linkage\.no_rows: /);
  expect(() => readSheet(file("open.csv", 'a,b\n1,"x\n2,y\n'))).toThrow(/^linkage\.open_quote: .*line 2 /);
});

const sheet = (...rows: string[]) => parseSheet(`${rows.join("\n")}\n`);
const task = (files: Task["files"], truth: string, more: Partial<Task> = {}): Task => ({
  name: "asked",
  files,
  truth,
  map: {},
  ignore: [],
  ...more,
});

test("The truth is a column, a pattern, or a file of pairs with a head or without, whichever side comes first", () => {
  const one = sheet("key,name", "A1,Bo", "A2,Eva", "A3,Per");
  const two = sheet("nr,name", "B1,Bo", "B2,Ewa", "B3,Ulla");
  const list = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  for (const truth of [
    list("pairs.csv", "left,right\nA1,B1\nA2,B2\n"),
    list("turned.csv", "B1,A1\nB2,A2\n"),
    list("judged.csv", "l,r,label\nA1,B1,1\nA3,B3,0\nA2,B2,1\n"),
  ]) {
    const asked = task([one, two], truth);
    expect(columnsOf(asked).left).toEqual([["key"], ["nr"]]);
    const labels = labelsOf(asked);
    expect(truePairs(labels, 3)).toBe(2);
    const pairs = [
      { a: 0, b: 3, bits: 1 },
      { a: 4, b: 1, bits: 1 },
      { a: 2, b: 5, bits: 1 },
    ];
    expect(scorePairs(pairs, labels, 3)).toMatchObject({ precision: 2 / 3, recall: 1 });
  }
  expect(() => labelsOf(task([one, two], list("other.csv", "x,y\nQ1,Q2\n")))).toThrow(/^linkage\.no_truth: /);
  const ids = sheet("rec,name", "rec-1-org,Bo", "rec-1-dup-0,Bo", "rec-12-org,Eva");
  expect(labelsOf(task([ids], "rec-(\\d+)-"))).toEqual(["1", "1", "12"]);
  expect(() => labelsOf(task([ids], "("))).toThrow(/^linkage\.bad_truth: /);
  expect(() => labelsOf(task([ids], "cluster"))).toThrow(/^linkage\.no_truth: .*rec, name/);
  const [swedish, english] = [sheet("vem,namn", "1,Bo"), sheet("who,name", "1,Bo", "2,Eva")];
  const mapped = task([english, swedish], "who", { map: { vem: "who", namn: "name" } });
  expect(labelsOf(mapped)).toEqual(["1", "2", "1"]);
  expect(columnsOf(mapped).columns.map(({ name }) => name)).toEqual(["name"]);
});

test("A column that counts the rows takes no part whatever it is called, and one with nothing to tell is refused", () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${1000 + at},Bo ${at % 7},g${at % 15}`);
  expect(columnsOf(task([sheet("Löpnr,namn,grupp", ...rows)], "grupp")).left).toEqual([["Löpnr", "grupp"]]);
  expect(() => columnsOf(task([sheet("who,land", "a,SE", "a,SE")], "who"))).toThrow(
    /^linkage\.nothing_to_compare: /,
  );
});

test("Of a file with more columns than fit, those that tell most are compared and the doubles are found", () => {
  const people = Array.from({ length: 120 }, (_, at) => at % 90);
  const idle = Array.from({ length: 45 }, (_, at) =>
    rawColumn(
      `idle ${at}`,
      people.map((_, row) => `${(row * (at + 3)) % 3}`),
    ),
  );
  const name = (n: number): string => `${"abcdefghij"[n % 10]}${"lmnoprstuv"[Math.floor(n / 10)]}anna`;
  const telling = [
    rawColumn("name", people.map(name)),
    rawColumn(
      "mail",
      people.map((n) => `${name(n)}@x.se`),
    ),
    rawColumn(
      "born",
      people.map((n) => `${1940 + (n % 60)}-0${1 + (n % 9)}-1${n % 10}`),
    ),
  ];
  const { model, pairs } = link([...idle, ...telling]);
  expect(model.columns).toHaveLength(32);
  expect(model.columns.slice(-3).map((column) => column.name)).toEqual(["name", "mail", "born"]);
  expect(pairs.map(({ a, b }) => Math.abs(a - b))).toEqual(Array.from({ length: 30 }, () => 90));
});

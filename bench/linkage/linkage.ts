// npm run bench -- linkage [--explain] [--million [--rows 1000000]]: how well probable matches are found unattended.
// npm run bench -- linkage --file FILE.csv [--file2 OTHER.csv] --truth COLUMN_OR_PATTERN [--map theirs=ours,…] [--ignore a,b]
// --truth: a column, `column/pattern/` (what the first group of the pattern takes out of it), or `pattern` with one
// group, looked for in every column. The column of the truth, and one whose values are all different and only number
// the rows, take no part in the linking.
import { parseArgs } from "node:util";
import { type Linked, link, rawColumn } from "@somlos/modules/identity";
import { oracle, scorePairs } from "./score.ts";
import { readSheet, type Sheet } from "./table.ts";

const FIXTURES = new URL("../../fixtures/linkage/", import.meta.url);
const percent = (share: number): string => share.toFixed(4);

export type Task = {
  readonly name: string;
  readonly files: readonly [Sheet] | readonly [Sheet, Sheet];
  readonly truth: string;
  readonly map: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
};

type Truth = { readonly column: string; of(row: readonly string[]): string };

/** Where the labels of a file are. */
export function truthOf(sheet: Sheet, wanted: string): Truth {
  const [, named = "", inside = ""] = /^([^/]+)\/(.*)\/$/.exec(wanted) ?? [];
  const pattern =
    inside === "" ? (sheet.head.includes(wanted) ? undefined : new RegExp(wanted)) : new RegExp(inside);
  const found = pattern === undefined ? wanted : named || columnLike(sheet, pattern);
  const at = sheet.head.indexOf(found);
  if (at < 0) throw new Error(`No column ${found || wanted}; there are ${sheet.head.join(", ")}`);
  const read = (text: string): string => {
    const match = pattern?.exec(text);
    return pattern === undefined ? text : (match?.[1] ?? match?.[0] ?? "");
  };
  return { column: found, of: (row) => read(row[at] ?? "") };
}

const columnLike = (sheet: Sheet, pattern: RegExp): string =>
  sheet.head.find((_, at) => sheet.rows.slice(0, 50).every((row) => pattern.test(row[at] ?? ""))) ?? "";

/** A column that only numbers the rows: all different, and named like it. */
function numbersRows(sheet: Sheet, at: number): boolean {
  const name = sheet.head[at] ?? "";
  const values = new Set(sheet.rows.map((row) => row[at] ?? ""));
  return (
    values.size === sheet.rows.length &&
    (name === "" || /^(unique_?id|id|index|rec(ord)?_?id|row_?(id|nr|number)?|#)$/i.test(name))
  );
}

/** The columns both files have, without the truth and what numbers the rows. */
export function columnsOf(task: Task) {
  const truths = task.files.map((file) => truthOf(file, task.truth));
  const heads = task.files.map((file) => file.head.map((name) => task.map[name] ?? name));
  const out = new Set([...task.ignore, ...truths.map((truth) => task.map[truth.column] ?? truth.column)]);
  const [head = []] = heads;
  const used = head.filter(
    (name) =>
      !out.has(name) &&
      heads.every((each) => each.includes(name)) &&
      !task.files.every((file, index) => numbersRows(file, heads[index]?.indexOf(name) ?? -1)),
  );
  const columns = used.map((name) =>
    rawColumn(
      name,
      task.files.flatMap((file, index) => {
        const at = heads[index]?.indexOf(name) ?? -1;
        return file.rows.map((row) => row[at] ?? "");
      }),
    ),
  );
  return { columns, split: task.files[0].rows.length };
}

export const labelsOf = (task: Task): string[] =>
  task.files.flatMap((file) => {
    const truth = truthOf(file, task.truth);
    return file.rows.map((row) => truth.of(row));
  });

function explain(linked: Linked): void {
  const { model } = linked;
  console.log(`  kinds: ${model.columns.map(({ name, kind }) => `${name} ${kind}`).join(", ")}`);
  const rules = linked.everyPair ? "every pair" : model.rules.map((rule) => rule.name).join(" | ");
  console.log(`  blocking (${model.pairs} pairs, coverage about ${percent(model.coverage)}): ${rules}`);
  console.log(
    `  columns that change places: ${model.swaps.map((swap) => swap.map((at) => model.columns[at]?.name).join(" and ")).join("; ") || "none"}`,
  );
  const sure = linked.pairs.reduce(
    (least, pair) => (pair.bits < least.bits ? pair : least),
    linked.pairs[0] ?? { a: 0, b: 1, bits: 0 },
  );
  const fall = linked.explain(sure.a, sure.b);
  console.log(`  weakest suggestion: start ${fall.start.toFixed(1)}`);
  for (const bar of fall.bars)
    console.log(`    ${bar.columns.join(" + ")}: ${bar.level} ${bar.bits.toFixed(1)}`);
  console.log(`    together ${fall.bits.toFixed(1)} bits`);
}

function report(task: Task, withWhy: boolean): void {
  const { columns, split } = columnsOf(task);
  const started = performance.now();
  // Labels are read after this line only.
  const linked = link(columns, split);
  const seconds = (performance.now() - started) / 1000;
  const labels = labelsOf(task);
  const got = scorePairs(linked.pairs, labels, split);
  const best = oracle(linked.weighed, labels, split);
  console.log(
    `${task.name}: precision ${percent(got.precision)} recall ${percent(got.recall)} F1 ${percent(got.f1)}` +
      ` · oracle threshold F1 ${percent(best.f1)} at ${best.bits.toFixed(1)} bits, gap ${percent(best.f1 - got.f1)}` +
      ` · own threshold ${linked.threshold.toFixed(1)}, expected F1 ${percent(linked.expectedF1)}${linked.oneToOne ? ", one to one" : ""}` +
      ` · ${labels.length} rows, ${Math.round(labels.length / seconds)} rows/s`,
  );
  if (withWhy) explain(linked);
}

export function shippedTasks(): Task[] {
  const sheet = (name: string): Sheet => readSheet(new URL(name, FIXTURES));
  const febrl = "rec_id/^rec-(\\d+)-/";
  const task = (name: string, files: Task["files"], truth: string): Task => ({
    name,
    files,
    truth,
    map: {},
    ignore: [],
  });
  return [
    task("FEBRL1", [sheet("dataset1.csv")], febrl),
    task("FEBRL2", [sheet("dataset2.csv")], febrl),
    task("FEBRL4", [sheet("dataset4a.csv"), sheet("dataset4b.csv")], febrl),
    task("fake_1000", [sheet("fake_1000.csv")], "cluster"),
  ];
}

const options = {
  file: { type: "string" },
  file2: { type: "string" },
  truth: { type: "string" },
  map: { type: "string" },
  ignore: { type: "string" },
  explain: { type: "boolean" },
  million: { type: "boolean" },
  rows: { type: "string" },
} as const;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.million) return (await import("./million.ts")).million(Number(values.rows ?? 1_000_000));
  if (values.file === undefined) {
    for (const task of shippedTasks()) report(task, values.explain ?? false);
    return;
  }
  if (values.truth === undefined) throw new Error("--truth says where the labels are: a column or a pattern");
  const first = readSheet(values.file);
  const map = Object.fromEntries(
    (values.map ?? "")
      .split(",")
      .filter(Boolean)
      .map((each) => each.split("=")),
  );
  const files: Task["files"] = values.file2 === undefined ? [first] : [first, readSheet(values.file2)];
  const ignore = (values.ignore ?? "").split(",").filter(Boolean);
  report({ name: values.file, files, truth: values.truth, map, ignore }, values.explain ?? false);
}

// npm run bench -- linkage [--explain]: how well probable matches are found unattended in the files that are shipped.
// npm run bench -- linkage --worlds [--only TEXT] [--explain]: the same in made-up files of many kinds.
// npm run bench -- linkage --outside [--only TEXT] [--seeds 1,2,3] [--held | --seen]: a table of files of other kinds still.
// npm run bench -- linkage --million [--rows 1000000]: time and memory.
// npm run bench -- linkage --file FILE.csv [--file2 OTHER.csv] --truth COLUMN_OR_PATTERN [--map theirs=ours,…] [--ignore a,b]
// --truth: a column, `column/pattern/` (what the first group of the pattern takes out of it), or `pattern` with one
// group, looked for in every column. The column of the truth, and one whose values are all different and only number
// the rows, take no part in the linking.
import { parseArgs } from "node:util";
import { rawColumn } from "@somlos/modules/identity";
import { type Asked, report } from "./report.ts";
import { Misasked, readSheet, type Sheet } from "./table.ts";
import { type World, worlds } from "./worlds.ts";

const FIXTURES = new URL("../../fixtures/linkage/", import.meta.url);

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
    inside === "" ? (sheet.head.includes(wanted) ? undefined : patternOf(wanted)) : patternOf(inside);
  const found = pattern === undefined ? wanted : named || columnLike(sheet, pattern);
  const at = sheet.head.indexOf(found);
  if (at < 0)
    throw new Misasked(
      `--truth: no column is called ${found || wanted}, and none looks like it; there are ${sheet.head.join(", ")}`,
    );
  const read = (text: string): string => {
    const match = pattern?.exec(text);
    return pattern === undefined ? text : (match?.[1] ?? match?.[0] ?? "");
  };
  return { column: found, of: (row) => read(row[at] ?? "") };
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new Misasked(`--truth: ${text} is neither a column nor a pattern`);
  }
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
  if (columns.length === 0)
    throw new Misasked(
      `Nothing to compare: columns in common are needed besides the truth, and --map names them; there are ${heads.map((each) => each.join(", ")).join(" | ")}`,
    );
  return { columns, split: task.files[0].rows.length };
}

export const labelsOf = (task: Task): string[] =>
  task.files.flatMap((file) => {
    const truth = truthOf(file, task.truth);
    return file.rows.map((row) => truth.of(row));
  });

const asked = (task: Task): Asked => ({ name: task.name, ...columnsOf(task), labels: () => labelsOf(task) });

const ofWorld = (world: World): Asked => ({
  name: world.name,
  columns: world.head.map((name, at) =>
    rawColumn(
      name,
      world.rows.map((row) => row[at] ?? ""),
    ),
  ),
  split: world.rows.length,
  labels: () => world.labels,
});

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
  worlds: { type: "boolean" },
  outside: { type: "boolean" },
  seeds: { type: "string" },
  held: { type: "boolean" },
  seen: { type: "boolean" },
  only: { type: "string" },
  rows: { type: "string" },
} as const;

type Values = { readonly [option in "file2" | "truth" | "map" | "ignore"]?: string | undefined };
const listOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** `theirs=ours`: names of columns of either file, as the linking shall know them. */
function mapOf(text: string | undefined, files: Task["files"]): Record<string, string> {
  const pairs = listOf(text).map((each): [string, string] => {
    const [theirs = "", ours = ""] = each.split("=").map((name) => name.trim());
    if (theirs === "" || ours === "")
      throw new Misasked(`--map wants theirs=ours, with commas between; "${each}" is not that`);
    if (!files.some((file) => file.head.includes(theirs)))
      throw new Misasked(
        `--map names a column ${theirs}; there are ${files.flatMap((file) => file.head).join(", ")}`,
      );
    return [theirs, ours];
  });
  return Object.fromEntries(pairs);
}

function fileTask(file: string, values: Values): Task {
  if (values.truth === undefined)
    throw new Misasked("--truth says where the labels are: a column or a pattern");
  const files: Task["files"] =
    values.file2 === undefined ? [readSheet(file)] : [readSheet(file), readSheet(values.file2)];
  const ignore = listOf(values.ignore);
  return { name: file, files, truth: values.truth, map: mapOf(values.map, files), ignore };
}

export async function run(args: readonly string[]): Promise<void> {
  try {
    await answer(args);
  } catch (error) {
    if (!(error instanceof Misasked) && !(error instanceof TypeError && "code" in error)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function answer(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.million) return (await import("./million.ts")).million(Number(values.rows ?? 1_000_000));
  const why = values.explain ?? false;
  if (values.outside) return (await import("./outside/table.ts")).tableOfOutside(values);
  if (values.worlds) {
    for (const world of worlds(values.only)) report(ofWorld(world), why);
    return;
  }
  if (values.file === undefined) {
    for (const task of shippedTasks()) report(asked(task), why);
    return;
  }
  report(asked(fileTask(values.file, values)), true);
}

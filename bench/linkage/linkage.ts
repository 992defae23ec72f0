// npm run bench -- linkage [--explain]: how well probable matches are found unattended in the files that are shipped.
// npm run bench -- linkage --worlds [--only TEXT] [--explain]: the same in made-up files of many kinds.
// npm run bench -- linkage --outside [--only TEXT] [--seeds 1,2,3] [--held | --seen]: a table of files of other kinds still.
// npm run bench -- linkage --million [--rows 1000000]: time and memory.
// npm run bench -- linkage --file FILE.csv [--file2 OTHER.csv] --truth COLUMN_OR_PATTERN [--map theirs=ours,…] [--ignore a,b]
// --truth: a column, `column/pattern/` (what the first group of the pattern takes out of it), `pattern` with one group,
// looked for in every column, or a file of pairs (its first two columns are ids of rows; of a third, 0 says no pair).
// The column of the truth, and one that only numbers the rows, take no part in the linking.
import { parseArgs } from "node:util";
import { rawColumn } from "@somlos/modules/identity";
import { type Asked, report } from "./report.ts";
import { type Truth, truePairs } from "./score.ts";
import { Misasked, MOST_ROWS, readSheet, type Sheet } from "./table.ts";
import { headsIn, type Known, truthIn } from "./truth.ts";
import { type World, worlds } from "./worlds.ts";

const FIXTURES = new URL("../../fixtures/linkage/", import.meta.url);

export type Task = {
  readonly name: string;
  readonly files: readonly [Sheet] | readonly [Sheet, Sheet];
  readonly truth: string;
  readonly map: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
};

const NUMBERS = /^(unique_?id|id|index|column \d+|rec(ord)?_?id|row_?(id|nr|number)?|#)$/i;
const SOME = 20;

/** Whole numbers, all different and close together: they count rows, whatever the column is called. */
function counts(values: ReadonlySet<string>): boolean {
  if (values.size < SOME) return false;
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (!/^\d{1,9}$/.test(value)) return false;
    least = Math.min(least, Number(value));
    most = Math.max(most, Number(value));
  }
  return most - least < 2 * values.size;
}

/** A column that only numbers the rows: all different, and named like it or counting. */
function numbersRows(sheet: Sheet, at: number): boolean {
  const values = new Set(sheet.rows.map((row) => row[at] ?? ""));
  return values.size === sheet.rows.length && (NUMBERS.test(sheet.head[at] ?? "") || counts(values));
}

const knownOf = (task: Task): Known => truthIn(task.files, task.truth, task.map);

/** The columns both files have, without the truth and what numbers the rows; and the names of those that take no part. */
export function columnsOf(task: Task) {
  const heads = task.files.map((file) => file.head.map((name) => task.map[name] ?? name));
  const truths = knownOf(task).columns.map((column) => task.map[column] ?? column);
  const out = new Set([...task.ignore, ...truths]);
  const placeIn = (index: number, name: string): number => heads[index]?.indexOf(name) ?? -1;
  const [head = []] = heads;
  const used = head.filter(
    (name) =>
      !out.has(name) &&
      heads.every((each) => each.includes(name)) &&
      !task.files.every((file, index) => numbersRows(file, placeIn(index, name))),
  );
  const columns = used.map((name) =>
    rawColumn(
      name,
      task.files.flatMap((file, index) => {
        const at = placeIn(index, name);
        return file.rows.map((row) => row[at] ?? "");
      }),
    ),
  );
  if (!columns.some(({ texts }) => texts.filter((text) => text !== "").length > 1))
    throw new Misasked(
      "nothing_to_compare",
      `besides the truth a column in common is needed whose values differ, and --map names them alike; there are ${task.files.map(headsIn).join(" | ")}`,
    );
  const left = heads.map((each) => each.filter((name) => !used.includes(name)));
  return { columns, left, split: task.files[0].rows.length };
}

export const labelsOf = (task: Task): Truth => knownOf(task).labels();

function asked(task: Task): Asked {
  const { columns, split, left } = columnsOf(task);
  return { name: task.name, columns, split, left, labels: () => labelsOf(task) };
}

const ofWorld = (world: World): Asked => ({
  name: world.name,
  columns: world.head.map((name, at) =>
    rawColumn(
      name,
      world.rows.map((row) => row[at] ?? ""),
    ),
  ),
  split: world.rows.length,
  left: [],
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

function mustHave(option: string, name: string, files: Task["files"]): void {
  if (files.some((file) => file.head.includes(name))) return;
  throw new Misasked(
    "no_column",
    `${option} names a column ${name}; there are ${files.map(headsIn).join(" | ")}`,
  );
}

/** `theirs=ours`: names of columns of either file, as the linking shall know them. */
function mapOf(text: string | undefined, files: Task["files"]): Record<string, string> {
  const pairs = listOf(text).map((each): [string, string] => {
    const [theirs = "", ours = ""] = each.split("=").map((name) => name.trim());
    if (theirs === "" || ours === "")
      throw new Misasked("bad_map", `--map wants theirs=ours, with commas between; "${each}" is not that`);
    mustHave("--map", theirs, files);
    return [theirs, ours];
  });
  return Object.fromEntries(pairs);
}

function fileTask(file: string, values: Values): Task {
  if (values.truth === undefined)
    throw new Misasked(
      "no_truth",
      "--truth says where the labels are: a column, a pattern, or a file of pairs",
    );
  const files: Task["files"] =
    values.file2 === undefined ? [readSheet(file)] : [readSheet(file), readSheet(values.file2)];
  const ignore = listOf(values.ignore);
  const map = mapOf(values.map, files);
  for (const name of ignore) if (!Object.values(map).includes(name)) mustHave("--ignore", name, files);
  return { name: file, files, truth: values.truth, map, ignore };
}

/** Labels that say of no two rows that they are one would make every figure 0 or 1 whatever is found. */
function withTruePairs(task: Task): Asked {
  const found = asked(task);
  if (truePairs(found.labels(), found.split) === 0)
    throw new Misasked(
      "no_true_pair",
      `--truth ${task.truth} says of no two rows${found.left.length > 1 ? " of the two files" : ""} that they are one; give the column or the pattern in which they are alike`,
    );
  return found;
}

function rowsIn(text: string | undefined): number {
  const rows = Number(text ?? 1_000_000);
  if (Number.isInteger(rows) && rows >= 1000 && rows < MOST_ROWS) return rows;
  throw new Misasked("bad_rows", `--rows wants a whole number from 1000 to ${MOST_ROWS - 1}`);
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
  if (values.million) return (await import("./million.ts")).million(rowsIn(values.rows));
  const why = values.explain ?? false;
  if (values.outside) return (await import("./outside/table.ts")).tableOfOutside(values);
  if (values.worlds) {
    for (const world of worlds(values.only)) report(ofWorld(world), why);
    return;
  }
  if (values.file !== undefined) return report(withTruePairs(fileTask(values.file, values)), true);
  if (values.file2 !== undefined || values.truth !== undefined)
    throw new Misasked("no_file", "--file names the file, or the first of two");
  for (const task of shippedTasks()) report(asked(task), why);
}

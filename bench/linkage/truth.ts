// Where the labels of a file are: a column of it, what a pattern takes out of one, or a list of pairs beside it.
import { pairKey, type Truth } from "./score.ts";
import { Misasked, readSheet, type Sheet } from "./table.ts";

export type Names = Readonly<Record<string, string>>;
type Labels = { readonly column: string; of(row: readonly string[]): string };

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new Misasked("bad_truth", `--truth: ${text} is neither a column, a file of pairs nor a pattern`);
  }
}

const columnLike = (sheet: Sheet, pattern: RegExp): string =>
  sheet.head.find((_, at) => sheet.rows.slice(0, 50).every((row) => pattern.test(row[at] ?? ""))) ?? "";

/** What a file has, in words; a head of one name was mostly parted by another mark. */
export const headsIn = ({ head }: Sheet): string =>
  head.length === 1
    ? `only one column, "${(head[0] ?? "").slice(0, 80)}" (columns are parted by comma, semicolon, tab or |)`
    : head
        .slice(0, 40)
        .map((name) => name.slice(0, 40))
        .join(", ");

/** A name as the file writes it, or as --map makes it. */
const placeOf = (sheet: Sheet, name: string, map: Names): number =>
  sheet.head.includes(name) ? sheet.head.indexOf(name) : sheet.head.findIndex((own) => map[own] === name);

/** Labels in a column: `column`, `column/pattern/`, or a pattern looked for in every column. */
function labelsIn(sheet: Sheet, wanted: string, map: Names): Labels {
  const [, named = "", inside = ""] = /^([^/]+)\/(.*)\/$/.exec(wanted) ?? [];
  const plain = inside === "" && placeOf(sheet, wanted, map) >= 0;
  const pattern = plain ? undefined : patternOf(inside === "" ? wanted : inside);
  const found = pattern === undefined ? wanted : named || columnLike(sheet, pattern);
  const at = placeOf(sheet, found, map);
  if (at < 0)
    throw new Misasked(
      "no_truth",
      `--truth: no column is called ${found || wanted}, and none looks like it; name one of ${headsIn(sheet)}`,
    );
  const read = (text: string): string => {
    const match = pattern?.exec(text);
    return pattern === undefined ? text : (match?.[1] ?? match?.[0] ?? "");
  };
  return { column: sheet.head[at] ?? "", of: (row) => read(row[at] ?? "") };
}

/** `columns`: for each file the column that takes no part in the linking, for the truth is in it. */
export type Known = { readonly columns: readonly string[]; labels(): Truth };

type Ids = { readonly at: number; readonly rows: ReadonlyMap<string, number> };

/** The column of a file in which these values stand, each once; how many do. */
function idsOf(sheet: Sheet, values: readonly string[]): Ids & { readonly found: number } {
  const options = sheet.head.map((_, at) => {
    const rows = new Map(sheet.rows.map((row, index) => [row[at] ?? "", index]));
    const found = values.filter((value) => rows.has(value)).length;
    return { at, rows, found: rows.size === sheet.rows.length ? found : 0 };
  });
  return options.reduce((best, each) => (each.found > best.found ? each : best));
}

const ENOUGH = 0.5;
const NO = /^(0|0\.0|false|no|n)$/i;
const YES_OR_NO = /^(0|1|0\.0|1\.0|true|false|yes|no|y|n)$/i;

/** Rows of a list of pairs: the head too, for it may have none; of a third column that says yes or no, those with yes. */
function listed({ head, rows }: Sheet): (readonly string[])[] {
  const judged = rows.every((row) => YES_OR_NO.test(row[2] ?? ""));
  return [head, ...rows.filter((row) => !judged || !NO.test(row[2] ?? ""))];
}

type Read = { readonly order: readonly number[]; readonly ids: readonly Ids[]; readonly found: number };

/** Which file each side of the list is of, by where its ids stand. */
function sidesOf(files: readonly Sheet[], pairs: readonly (readonly string[])[]): Read {
  const ways =
    files.length === 1
      ? [[0, 0]]
      : [
          [0, 1],
          [1, 0],
        ];
  const read = ways.map((order) => {
    const ids = order.map((file, side) =>
      idsOf(
        files[file] as Sheet,
        pairs.map((pair) => pair[side] ?? ""),
      ),
    );
    return { order, ids, found: Math.min(...ids.map((each) => each.found)) };
  });
  return read.reduce((most, each) => (each.found > most.found ? each : most));
}

/** The pairs of a list by the places of their rows, those of the second file after those of the first. */
function pairsIn(files: readonly Sheet[], list: Sheet, name: string): Known {
  const pairs = listed(list);
  const { order, ids, found } = sidesOf(files, pairs);
  if (found < ENOUGH * pairs.length)
    throw new Misasked(
      "no_truth",
      `--truth: ${name} lists ${list.rows.length} pairs, but no column has their ids; its first two columns must be ids of rows`,
    );
  const placeOfRow = (pair: readonly string[], side: number): number =>
    (ids[side]?.rows.get(pair[side] ?? "") ?? Number.NaN) +
    (order[side] === 1 ? (files[0]?.rows.length ?? 0) : 0);
  const truth = new Set<string>();
  for (const pair of pairs) {
    const [a, b] = [placeOfRow(pair, 0), placeOfRow(pair, 1)];
    if (!Number.isNaN(a + b) && a !== b) truth.add(pairKey(a, b));
  }
  const columns = files.map((file, at) => file.head[ids[order.indexOf(at)]?.at ?? 0] ?? "");
  return { columns, labels: () => truth };
}

const isFile = (wanted: string): boolean => /\.(csv|tsv|txt|psv)$/i.test(wanted);

/** `--truth`, read in these files. */
export function truthIn(files: readonly Sheet[], wanted: string, map: Names): Known {
  if (isFile(wanted) && files.every((file) => placeOf(file, wanted, map) < 0))
    return pairsIn(files, readSheet(wanted), wanted);
  const found = files.map((file) => labelsIn(file, wanted, map));
  return {
    columns: found.map(({ column }) => column),
    labels: () => files.flatMap((file, at) => file.rows.map((row) => found[at]?.of(row) ?? "")),
  };
}

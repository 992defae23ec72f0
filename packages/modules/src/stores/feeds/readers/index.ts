// The kinds of files a feed may come in: tables (CSV, TSV, JSON Lines) and XML. Each gives its rows in portions from any place on.
import { Refusal } from "@somlos/contract";
import { type Place, pathOf, type Row, readBeginning, readers, type Seen } from "../../../events/index.ts";
import { type Columns, columnsOf } from "../columns.rules.ts";
import { type ItemPlace, readItems } from "./xml.reader.ts";

const PORTION = 2000;
const HEAD = 512;

export type FileSeen =
  | { readonly kind: "table"; readonly seen: Seen; readonly start: Place }
  | { readonly kind: "xml"; readonly bytes: number; readonly encoding: string; readonly start: ItemPlace };
type Weighed = Pick<Seen, "reader" | "bytes" | "encoding" | "damaged" | "hash">;

export type Portion = {
  readonly rows: readonly Row[];
  /** Where it begins, and where reading goes on after it. */
  readonly from: unknown;
  readonly next: unknown;
  readonly share: number;
  /** What the columns of a row mean. */
  readonly columns: (row: Row) => Columns;
};

const XML = /^(?:\uFEFF)?\s*<(\?xml|!--|rss|feed|channel)/;
/** XML is told by its first bytes; whatever else it is, the file itself tells. */
export async function look(home: string, id: string, weighed: Weighed): Promise<FileSeen> {
  const path = pathOf(home, id);
  if (weighed.reader === "csv" && XML.test((await readBeginning(path, HEAD)).toString("utf8"))) {
    const { bytes, encoding } = weighed;
    return { kind: "xml", bytes, encoding, start: { items: 0 } };
  }
  if (weighed.reader === "parquet") throw new Refusal("imports.file_not_readable");
  const seen = await readers[weighed.reader].look(path, weighed, {});
  return { kind: "table", seen, start: seen.start };
}

/** From a place on, some two thousand rows at once. */
export async function* readPortions(
  home: string,
  id: string,
  file: FileSeen,
  from: Place | ItemPlace,
): AsyncGenerator<Portion> {
  const path = pathOf(home, id);
  if (file.kind === "xml") yield* inItems(path, file, from as ItemPlace);
  else yield* inRows(path, file.seen, from as Place);
}

async function* inRows(path: string, seen: Seen, start: Place): AsyncGenerator<Portion> {
  const known = columnsOf(seen.columns);
  const columns = () => known;
  let [rows, from]: [Row[], Place] = [[], start];
  for await (const part of readers[seen.reader].read(path, seen, start)) {
    rows.push(...part.rows);
    if (rows.length < PORTION) continue;
    yield { rows, from, next: part.next, share: Math.min(1, part.next.at / seen.end), columns };
    [rows, from] = [[], part.next];
  }
  if (rows.length > 0) yield { rows, from, next: { at: seen.end, line: -1 }, share: 1, columns };
}

async function* inItems(
  path: string,
  file: Extract<FileSeen, { kind: "xml" }>,
  start: ItemPlace,
): AsyncGenerator<Portion> {
  // Items name what they have: two with the same names are read alike.
  const known = new Map<string, Columns>();
  const columns = (row: Row): Columns => {
    const names = "values" in row ? Object.keys(row.values) : [];
    const key = names.join("\n");
    const found = known.get(key) ?? columnsOf(names.filter((name) => !name.startsWith("product_detail.")));
    known.set(key, found);
    return found;
  };
  let from = start;
  for await (const { rows, items, share } of readItems(path, file, start.items)) {
    const next = { items };
    yield { rows, from, next, share: Math.min(1, share), columns };
    from = next;
  }
}

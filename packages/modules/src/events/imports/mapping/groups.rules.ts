// Several rows → one event: an order of its lines. What does not fit into one event follows in further ones.
import { hash } from "node:crypto";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import type { RowRefusal } from "@somlos/contract/rooms/imports-refusals";
import { BadRow } from "./bad-row.rules.ts";
import { type Decimal, negative, readDecimal, times, toJson } from "./decimal.rules.ts";
import { type Cells, type Json, makeFields } from "./fields.rules.ts";
import { type Ids, makeIds, placeIds } from "./ids.rules.ts";
import { isCurrency, placesOf, toMinorRounded } from "./money.rules.ts";
import { contextOf, type File, keyOf, makeTime, makeVariant, shortHash } from "./rows.rules.ts";

/** One row, mapped, on its way to the rows it belongs with. */
export type Line = {
  readonly line: number;
  readonly key: string;
  readonly name: string;
  readonly at: number | null;
  readonly ids: Ids;
  readonly fields: Json;
  readonly product: Json;
  /** The line's amount in minor units. */
  readonly amount: number | null;
  readonly own: readonly string[] | null;
  /** Fingerprint of the whole row: repeated lines are kept and counted. */
  readonly same: string;
};

type GroupBy = NonNullable<Mapping["groupBy"]>;

/** A function from rows to lines. Throws BadRow for a row that is left out. */
export function makeLine(mapping: Mapping, groupBy: GroupBy): (cells: Cells, line: number) => Line {
  const timeOf = makeTime(mapping);
  const idsOf = makeIds(mapping.ids);
  const variantOf = makeVariant(mapping);
  const write = makeFields(mapping.fields, mapping.read);
  const writeLine = makeFields(groupBy.lines, mapping.read);
  const hashed = { text: "", key: "" };
  return (cells, line) => {
    const { name, turn } = variantOf(cells);
    const key = keyOf(cells, groupBy.columns);
    const fields: Json = {};
    const product: Json = {};
    write(cells, fields);
    writeLine(cells, product);
    return {
      line,
      key: keyHash(hashed, name, key),
      name,
      at: timeOf(cells) ?? null,
      ids: idsOf(cells),
      fields,
      amount: sumUp(groupBy, product, turn),
      product,
      own: mapping.messageId === undefined ? null : keyOf(cells, mapping.messageId),
      same: hash("sha1", JSON.stringify(cells), "base64url").slice(0, 16),
    };
  };
}

/** Lines of a group mostly stand together: the last hash is kept. */
function keyHash(last: { text: string; key: string }, name: string, key: readonly string[]): string {
  const text = JSON.stringify([name, ...key]);
  if (text !== last.text) {
    last.text = text;
    last.key = shortHash(name, ...key);
  }
  return last.key;
}

function sumUp({ sum }: GroupBy, product: Json, turn: boolean): number | null {
  if (sum === undefined) return null;
  const price = decimalIn(product, sum.price);
  const quantity = decimalIn(product, sum.quantity);
  if (price === undefined || quantity === undefined || !isCurrency(sum.currency))
    throw new BadRow("imports.row_money_bad", price === undefined ? sum.price : sum.quantity);
  const count = turn ? negative(quantity) : quantity;
  const minor = toMinorRounded(times(price, count), sum.currency);
  if (minor === undefined) throw new BadRow("imports.row_money_bad", sum.price);
  product[sum.quantity] = toJson(count);
  product["amount_minor"] = minor;
  if (product["currency"] === sum.currency) delete product["currency"]; // the event says it once
  return minor;
}

function decimalIn(product: Json, field: string): Decimal | undefined {
  const value = product[field];
  return typeof value === "number" || typeof value === "string" ? readDecimal(String(value), ".") : undefined;
}

export type LeftOut = { readonly line: number; readonly code: RowRefusal; readonly detail?: string };
export type Folded = {
  readonly messages: readonly Json[];
  readonly leftOut: readonly LeftOut[];
  readonly sameLines: number;
};

/** The events of the lines of one group, in the order of the file. A line that names somebody else is left out. */
export function foldGroup(mapping: Mapping, groupBy: GroupBy, file: File, lines: readonly Line[]): Folded {
  const ids: Ids = {};
  const fields: Json = {};
  const leftOut: LeftOut[] = [];
  const kept: Line[] = [];
  for (const line of lines) {
    const other = Object.entries(line.ids).find(
      ([kind, value]) => (ids[kind as keyof Ids] ?? value) !== value,
    );
    if (other !== undefined) {
      leftOut.push({ line: line.line, code: "imports.row_disagrees", detail: other[0] });
      continue;
    }
    Object.assign(ids, line.ids);
    for (const [name, value] of Object.entries(line.fields)) fields[name] ??= value;
    kept.push(line);
  }
  const sameLines = kept.length - new Set(kept.map((line) => line.same)).size;
  return { messages: makeEvents({ mapping, groupBy, file, ids, fields, lines: kept }), leftOut, sameLines };
}

type Group = {
  readonly mapping: Mapping;
  readonly groupBy: GroupBy;
  readonly file: File;
  readonly ids: Ids;
  readonly fields: Json;
  readonly lines: readonly Line[];
};

function makeEvents(group: Group): Json[] {
  const { mapping, groupBy, file, ids, lines } = group;
  const [first] = lines;
  if (first === undefined) return [];
  const at = firstTime(lines);
  const id = `group ${first.own === null ? shortHash(file.hash, first.name, first.key) : shortHash(first.name, ...first.own)}`;
  const moreName = groupBy.moreName ?? `${first.name}, more lines`;
  const parts = partsOf(lines, JSON.stringify(group.fields).length);
  return parts.map((part, i) => {
    const isFirst = i === 0;
    const own: Json = isFirst ? { ...group.fields } : {};
    const context = contextOf(mapping, part[0]?.line ?? 0);
    const message: Json = {
      messageId: isFirst ? id : `${id} ${i + 1}`,
      type: "track",
      event: isFirst ? first.name : moreName,
      ...(at !== undefined && { timestamp: at }),
    };
    placeIds(ids, "track", message, context, own);
    total(group, own, isFirst);
    if (parts.length > 1) Object.assign(own, { part: i + 1, parts: parts.length });
    return { ...message, context, properties: { ...own, products: part.map((line) => line.product) } };
  });
}

/** The earliest time of some lines. */
function firstTime(lines: readonly Line[]): string | undefined {
  const times = lines.map((line) => line.at).filter((at) => at !== null);
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}

/** The totals of the whole, in the first part; every part says the currency of its prices. */
function total({ groupBy, lines }: Group, own: Json, isFirst: boolean): void {
  if (groupBy.sum !== undefined) own["currency"] = groupBy.sum.currency;
  if (!isFirst) return;
  own["line_count"] = lines.length;
  if (groupBy.sum === undefined) return;
  const { currency } = groupBy.sum;
  const minor = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
  own["total_minor"] = minor;
  own["total"] = toJson({ units: BigInt(minor), scale: placesOf(currency) });
}

const PART_BYTES = 26 * 1024;
const LEAST_BYTES = 4 * 1024;
const PART_KEYS = 1500;

/** Lines in portions that fit into an event of 32 kB with 2,000 keys. */
function partsOf(lines: readonly Line[], baseBytes: number): Line[][] {
  const room = Math.max(LEAST_BYTES, PART_BYTES - baseBytes);
  const parts: Line[][] = [[]];
  let bytes = 0;
  let keys = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line.product)) + 1;
    const count = Object.keys(line.product).length + 1;
    if ((bytes + size > room || keys + count > PART_KEYS) && bytes > 0) {
      parts.push([]);
      bytes = 0;
      keys = 0;
    }
    parts.at(-1)?.push(line);
    bytes += size;
    keys += count;
  }
  return parts;
}

// Parquet: columns of some thousand rows at a time, so that the memory depends on the slice and not on the file.
import { Refusal } from "@somlos/contract";
import {
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { nameColumns } from "../columns.rules.ts";
import { openFile } from "../pieces.ts";
import type { Reader, Row, Seen, Values } from "../reader.ts";

const SLICE_BYTES = 24 * 1024 * 1024;
/** What a decoded value costs beside its own bytes. */
const VALUE_BYTES = 24;
const MOST_PAGE_BYTES = 256 * 1024 * 1024;
const MOST_CHUNK_BYTES = 1024 * 1024 * 1024;
const ROWS_AT_ONCE = 1000;

/** A page that unpacks into more than a piece of memory is refused before it is unpacked. */
const guarded: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([name, unpack]) => [
    name,
    (input: Uint8Array, length: number) => {
      if (length > MOST_PAGE_BYTES) throw new Refusal("imports.file_broken");
      return unpack(input, length);
    },
  ]),
);

type Opened = { readonly file: AsyncBuffer; readonly metadata: FileMetaData; close(): Promise<void> };

async function open(path: string): Promise<Opened> {
  const handle = await openFile(path);
  try {
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      async slice(start, end = size) {
        if (start < 0 || end > size || end - start > MOST_CHUNK_BYTES)
          throw new Refusal("imports.file_broken");
        const bytes = Buffer.from(new ArrayBuffer(end - start));
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer as ArrayBuffer;
      },
    };
    return { file, metadata: await unbroken(() => parquetMetadataAsync(file)), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whatever a broken file makes the decoder throw is one refusal. */
async function unbroken<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("imports.file_broken");
  }
}

export const parquet: Reader = {
  kind: "parquet",
  async look(path, weighed) {
    const { metadata, close } = await open(path);
    await close();
    const { columns, renamed } = nameColumns(
      parquetSchema(metadata).children.map(({ element }) => element.name),
    );
    return {
      ...weighed,
      encoding: "utf-8",
      columns,
      start: { at: 0, line: 1 },
      end: Number(metadata.num_rows),
      notes: renamed ? ["imports.renamed_columns"] : [],
    };
  },

  async *read(path, seen, from) {
    const { file, metadata, close } = await open(path);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    try {
      let at = 0;
      for (const group of metadata.row_groups) {
        const rows = Number(group.num_rows);
        const step = rowsAtOnce(rows, Number(group.total_byte_size), names.length);
        for (let row = 0; row < rows; row += step) {
          const end = Math.min(rows, row + step);
          if (at + end > from.at) {
            const start = Math.max(at + row, from.at);
            const columns = await slice({ file, metadata }, names, start, at + end);
            yield* turned(columns, seen, start, at + end);
          }
        }
        at += rows;
      }
    } finally {
      await close();
    }
  },
};

function rowsAtOnce(rows: number, bytes: number, columns: number): number {
  const each = (rows === 0 ? 0 : bytes / rows) + columns * VALUE_BYTES;
  return Math.max(500, Math.min(100_000, Math.floor(SLICE_BYTES / each)));
}

/** All columns of some rows of one row group. */
const slice = (
  opened: Pick<Opened, "file" | "metadata">,
  names: readonly string[],
  rowStart: number,
  rowEnd: number,
) =>
  unbroken(async () => {
    const scan = await parquetScan({ ...opened, compressors: guarded });
    const columns: DecodedArray[] = [];
    for (const column of names) columns.push(await scan.readColumn({ column, rowStart, rowEnd }));
    return columns;
  });

function* turned(columns: readonly DecodedArray[], seen: Seen, start: number, end: number) {
  for (let from = start; from < end; from += ROWS_AT_ONCE) {
    const rows: Row[] = [];
    const to = Math.min(end, from + ROWS_AT_ONCE);
    for (let at = from; at < to; at++) rows.push({ line: at + 1, values: rowOf(columns, seen, at - start) });
    yield { rows, next: { at: to, line: to + 1 } };
  }
}

function rowOf(columns: readonly DecodedArray[], seen: Seen, i: number): Values {
  const values: Record<string, unknown> = {};
  for (let c = 0; c < columns.length; c++) values[seen.columns[c] as string] = plain(columns[c]?.[i]);
  return values;
}

/** Values as JSON knows them: whole numbers beyond 2^53 as text, times in ISO 8601, bytes as text or hex. */
function plain(value: unknown): unknown {
  switch (typeof value) {
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
    case "number":
      return Number.isFinite(value) ? value : null;
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value ?? null;
  }
}

function plainObject(value: object): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return bytesAsText(value);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function bytesAsText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("hex");
  }
}

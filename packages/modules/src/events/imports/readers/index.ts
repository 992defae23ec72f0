// The kinds of files that can be imported: one line each.
import type { ReaderKind } from "@somlos/contract/rooms/imports";
import { csv } from "./csv/csv.reader.ts";
import { jsonl } from "./jsonl/jsonl.reader.ts";
import { parquet } from "./parquet/parquet.reader.ts";
import type { Reader } from "./reader.ts";

export type { Place, Reader, Row, Rows, Seen, Values, Weighed } from "./reader.ts";
export const readers: Readonly<Record<ReaderKind, Reader>> = { csv, jsonl, parquet };

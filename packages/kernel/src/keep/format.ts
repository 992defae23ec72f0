// The backup file. A line of plain text, then frames: one byte of kind, four bytes of length, the payload.
//   H  header, JSON: when, which migrations, which tables with their columns, which sequences
//   T  a table begins, JSON: its number in the header
//   D  a piece of its rows: COPY text of at most a megabyte, packed with zstd on its own
//   E  the table ends, JSON: rows, bytes and two checksums
//   Z  the file ends, JSON: totals and the SHA-256 of everything before this frame
// Text, not binary COPY: it reads the same in every PostgreSQL from 15 on.

export const MAGIC = "SOMLOS BACKUP 1\n";
export const BLOCK_BYTES = 1 << 20;
/** No honest frame is longer; a damaged length is found before memory is spent on it. */
export const FRAME_MOST = 64 << 20;

export type Frame = "H" | "T" | "D" | "E" | "Z";

export type Column = { readonly name: string; readonly type: string };
export type Table = {
  readonly schema: string;
  readonly name: string;
  /** `partitioned` holds no rows itself. */
  readonly kind: "table" | "partitioned";
  readonly columns: readonly Column[];
  /** Set for a partition: whose, and for which values. */
  readonly parent: { readonly schema: string; readonly name: string; readonly bound: string } | null;
  readonly partitionBy: string | null;
};
export type Sequence = {
  readonly schema: string;
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
};

export type Header = {
  readonly format: 1;
  readonly madeAt: string;
  readonly postgres: string;
  readonly migrations: readonly { readonly room: string; readonly name: string; readonly hash: string }[];
  /** Parents before their partitions. */
  readonly tables: readonly Table[];
  readonly sequences: readonly Sequence[];
};

export type TableSum = {
  readonly rows: number;
  readonly bytes: number;
  /** Of the rows as they stand in the file. */
  readonly sha256: string;
  /** Of the rows in whatever order: the same before the backup and after the restore. */
  readonly sum: string;
};
export type Totals = { readonly tables: number; readonly rows: number; readonly sha256: string };

export type Summary = {
  readonly header: Header;
  readonly totals: Totals;
  /** By `schema.table`. */
  readonly sums: ReadonlyMap<string, TableSum>;
  readonly fileBytes: number;
};

export const nameOf = (table: { readonly schema: string; readonly name: string }): string =>
  `${table.schema}.${table.name}`;

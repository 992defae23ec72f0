// What a reader of one kind of file must do: say what the file is, and give its rows from any place on, without ever
// holding more of it than a piece.

import type { ReaderKind } from "@somlos/contract/rooms/imports";
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import type { ImportNote, RowRefusal } from "@somlos/contract/rooms/imports-refusals";
import type { Encoding } from "./encoding.rules.ts";

/** Where the next row begins: `at` counts bytes or rows, `line` is what people see. */
export type Place = {
  readonly at: number;
  readonly line: number;
  /** It lies inside a line that is too long and already reported: the next row begins after that line. */
  readonly inside?: true;
};

export type Values = Readonly<Record<string, unknown>>;
export type Row =
  | { readonly line: number; readonly values: Values }
  | { readonly line: number; readonly error: RowRefusal; readonly text: string };

/** Rows that were read together, and where reading can go on after them. */
export type Rows = { readonly rows: readonly Row[]; readonly next: Place };

/** What was learned from all bytes while the file came in. */
export type Weighed = {
  readonly reader: ReaderKind;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  readonly encoding: Encoding;
  /** Some bytes do not fit the encoding: each row is looked at. */
  readonly damaged: boolean;
};

/** How the file is read: settled once, so that a reader that starts in the middle reads the same. */
export type Seen = Weighed & {
  readonly columns: readonly string[];
  readonly start: Place;
  /** What `at` runs up to. */
  readonly end: number;
  readonly delimiter?: string;
  /** The byte that ends a line: 10, or 13 in files of old Macs. */
  readonly newline?: number;
  readonly notes: readonly ImportNote[];
};

export type Reader = {
  readonly kind: ReaderKind;
  /** Looks at the beginning. Throws a Refusal when the file cannot be read at all. */
  look(path: string, weighed: Weighed, settings: ReadSettings): Promise<Seen>;
  read(path: string, seen: Seen, from: Place): AsyncGenerator<Rows>;
};

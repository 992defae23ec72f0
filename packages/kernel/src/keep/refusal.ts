// What backup, restore and upgrade say no to: a code and a sentence that says what to do. Shown as is, without a stack.
export type KeepCode =
  | "keep.file_exists"
  | "keep.file_unreadable"
  | "keep.file_unwritable"
  | "keep.not_a_backup"
  | "keep.damaged"
  | "keep.cut_short"
  | "keep.too_new"
  | "keep.nothing_there"
  | "keep.not_empty"
  | "keep.not_ours"
  | "keep.in_use"
  | "keep.unfinished"
  | "keep.schema_differs"
  | "keep.not_loaded"
  | "keep.differs"
  | "keep.foreign_numbers"
  | "keep.database_away"
  | "upgrade.too_new"
  | "upgrade.no_binaries";

export class KeepRefusal extends Error {
  readonly code: KeepCode;
  constructor(code: KeepCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "KeepRefusal";
    this.code = code;
  }
}

export const isAbsent = (error: unknown): boolean => (error as { code?: string } | null)?.code === "ENOENT";

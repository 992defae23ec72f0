// Thrown while a row is mapped: it is left out for this reason. `detail` names a column, never a value.
import type { RowRefusal } from "@somlos/contract/rooms/imports-refusals";

export class BadRow extends Error {
  readonly code: RowRefusal;
  readonly detail: string | undefined;
  constructor(code: RowRefusal, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

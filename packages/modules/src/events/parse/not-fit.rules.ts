import type { ParkedReason } from "@somlos/contract/rooms/events";
import type { Broken } from "../schemas/held.rules.ts";

/** Thrown while a message is read: it must wait in the parked list, for this reason. `detail` names a place, never a value. */
export class NotFit extends Error {
  readonly code: ParkedReason;
  readonly detail: string | undefined;
  readonly breaks: Broken | undefined;
  constructor(code: ParkedReason, detail?: string, breaks?: Broken) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.breaks = breaks;
  }
}

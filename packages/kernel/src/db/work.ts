// One transaction, with everything an action may know: the tables, the time, who acts, and the log to write to.
import type { Tx } from "./tx.ts";

/** Who caused it. `id` is ours (a key's, a colleague's, a room's name): never a person's data. */
export type Actor = { readonly kind: "key" | "staff" | "system" | "person"; readonly id: string };

/** A log event: ids only, never values. `v` is the version of its shape. */
export type Recorded = {
  readonly name: `${string}.${string}`;
  readonly v: number;
  /** Stream the event belongs to, as uuid text; none for events about the installation. */
  readonly subject?: string;
  readonly data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

export type Work = {
  readonly tx: Tx;
  /** The one now of this transaction, from the database (plus the test clock). */
  readonly now: Date;
  readonly actor: Actor;
  /** Writes an event to the log when the work commits, in the same transaction. */
  record(event: Recorded): void;
};

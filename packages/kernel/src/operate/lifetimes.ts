// A kind of data that is over after some days: the room that keeps it says how it goes and what would go.
import type { LifetimeKind } from "@somlos/contract/rooms/volume";
import type { Tx, Work } from "../db/index.ts";
import type { Bounds } from "./lifetimes.rules.ts";

export type Foreseen = {
  readonly rows: number;
  /** Undefined where the space is used again and not given back. */
  readonly bytes?: number;
};

export type Lifetime = {
  readonly kind: LifetimeKind;
  readonly bounds: Bounds;
  /** It goes by whole months, so some of it stays up to a month longer. */
  readonly wholeMonths?: boolean;
  /** What a sweep with this border would remove. */
  foresee(tx: Tx, before: Date): Promise<Foreseen>;
  /** Removes a portion of what is older, and says how much; called again while it answers more than 0. */
  sweep(work: Work, before: Date): Promise<number>;
};

/** No more than this is counted of what is removed row by row. */
export const COUNTED_MOST = 1_000_000;
/** Rows a transaction: none of ours lasts over five seconds. */
export const SWEPT_AT_ONCE = 2000;

// What a person may ask of what we hold about them, as every room answers it. The rooms offer it in `<room>.rights.ts`; the
// server lists them in one place.
import type { Language } from "@somlos/contract";
import type { Tx, Work } from "../db/index.ts";
import type { Scope, Whom } from "./whom.rules.ts";

export type Exported = Readonly<Record<string, unknown>>;
export type ExportPage = { readonly items: readonly Exported[]; readonly next?: string };

export type Erased = {
  /** Rows a table. */
  readonly removed: Readonly<Record<string, number>>;
  /** There is more: call again with it, in the next transaction. */
  readonly next?: string;
  /** Streams of which what is left must be heard again. */
  readonly again?: readonly string[];
};

export type RightsHouse = {
  readonly home: string;
  readonly secret: string;
  /** Whose people these are: numbers of circles of legal entities, by person; unknown ones are left out. */
  circlesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
};

export type RoomRights = {
  readonly room: string;
  /** Every table of the room with something of a person in it. */
  readonly tables: readonly string[];
  /**
   * Asked once more, for what happened before: in the second before every process knows of an erasure, old events of theirs
   * may still come in.
   */
  readonly late?: "events" | "people";
  /** What stays, and why: said in the receipt. */
  readonly stays?: string;
  export?(tx: Tx, whom: Whom, after: string | undefined, language: Language): Promise<ExportPage>;
  /** What of it an erasure of this scope would take now, in rows a table; nothing is written. */
  foresee?(tx: Tx, whom: Whom, scope: Scope): Promise<Readonly<Record<string, number>>>;
  erase?(
    work: Work,
    whom: Whom,
    scope: Scope,
    after: string | undefined,
    house: RightsHouse,
  ): Promise<Erased>;
};

export { needlesOf, redact } from "./needles.rules.ts";
export {
  addressesIn,
  identifiersIn,
  type Named,
  type Scope,
  sameScope,
  type Whom,
  type WhoseParts,
} from "./whom.rules.ts";

// What the doors of this room need from the house. The audit lies below, facts above; the house brings both.
import { Refusal } from "@somlos/contract";
import type { Holds } from "@somlos/contract/rooms/identity-holds";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller, House } from "@somlos/kernel/http";
import type { CompanyView } from "../company/index.ts";
import type { Naming, Parts } from "../events/index.ts";
import type { ListedPerson } from "./identity.store.ts";
import type { Sight } from "./sight/sight.actions.ts";

type Act = {
  readonly who: string;
  readonly what: string;
  readonly object?: string | undefined;
  readonly personId?: string | undefined;
  readonly reason?: string | undefined;
  readonly ip?: string | undefined;
};

/** Somebody as they are, or would be. */
export type Foreseen = ListedPerson & { readonly young: boolean };
export type Turn = {
  readonly now: readonly Foreseen[];
  readonly after: readonly Foreseen[];
  /** From whom to whom anything goes. */
  readonly ways: readonly (readonly [from: string, to: string])[];
};
export type Foresight = {
  /** Those of them who are under eighteen as far as anybody told. */
  readonly youngAmong: (tx: Tx, now: Date, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly linesOf: (
    tx: Tx,
    now: Date,
    staffId: string,
    turn: Turn,
  ) => Promise<Pick<Holds, "permissions" | "minor" | "dial" | "wishes">>;
};

export type IdentityHouse = House & {
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "circlesFor" | "ownersOf" | "countryAt">;
  readonly audit: {
    record(tx: Tx, now: Date, acts: readonly Act[]): Promise<void>;
    note(work: Work, act: Act): Promise<void>;
    look(acts: readonly Act[]): Promise<void>;
  };
  /** Whom a colleague sees. */
  readonly sight: Sight;
  /** Words of facts in these parts of streams, with the number of the part. */
  readonly wordsIn: (tx: Tx, parts: Parts) => Promise<readonly { part: number; name: string }[]>;
  /** What people may be used for, and how they want to be known and written to, is known above. */
  readonly foresight: Foresight;
};

export function staffIn(caller: Caller): string {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller.staffId;
}

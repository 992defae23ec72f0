// What the doors of this room need from the house. The audit lies below, facts above; the house brings both.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller, House } from "@somlos/kernel/http";
import type { CompanyView } from "../company/index.ts";
import type { Naming, Parts } from "../events/index.ts";
import type { Sight } from "./sight/sight.actions.ts";

type Act = {
  readonly who: string;
  readonly what: string;
  readonly object?: string | undefined;
  readonly personId?: string | undefined;
  readonly reason?: string | undefined;
  readonly ip?: string | undefined;
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
};

export function staffIn(caller: Caller): string {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller.staffId;
}

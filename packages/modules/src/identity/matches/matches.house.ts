// What probable matches need from the house: what is known of people lies in rooms above, and is brought down as an argument.
import type { Tx } from "@somlos/kernel/db";
import type { IdentityHouse } from "../identity.house.ts";
import type { Cells } from "../linkage/kept.rules.ts";

export type Likeness = { readonly personId: string; readonly name: string | null; readonly columns: Cells };

export type MatchHouse = IdentityHouse & {
  /** What is known of these people, for comparing; those of whom nothing is known are left out. */
  readonly likenessOf: (tx: Tx, personIds: readonly string[]) => Promise<readonly Likeness[]>;
};

// What the doors of this room need from the house. The audit lies below, facts above; the house brings both.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller, House } from "@somlos/kernel/http";
import { identifierKinds, identifierOf, kindOf, type Naming, type Parts } from "../events/index.ts";
import type { Named } from "./rulings/named.store.ts";
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

/** An identifier as a colleague writes it. */
export function namedBy(naming: Naming, wish: { readonly kind: string; readonly value: string }): Named {
  const kind = kindOf(wish.kind);
  if (kind === undefined) throw new Refusal("people.kind_unknown", { kinds: identifierKinds });
  const identifier = identifierOf(naming, kind, wish.value);
  if (identifier === undefined) throw new Refusal("people.unknown");
  return identifier;
}

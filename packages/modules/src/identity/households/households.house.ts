// What the doors of households need from the house. What a member shares lies in higher rooms: the house brings it down.
import { type Language, Refusal } from "@somlos/contract";
import type { SharedLine } from "@somlos/contract/rooms/households";
import type { Database, Tx } from "@somlos/kernel/db";
import type { Caller, Knock } from "@somlos/kernel/http";
import type { Mail } from "@somlos/kernel/mail";
import type { Place } from "../../access/index.ts";
import type { Naming } from "../../events/index.ts";
import { findSelf } from "../rights/self.store.ts";
import type { OpenKindName } from "./kinds/kinds.rules.ts";

/** Reads of one person, by an identifier they have proven, what they share; nothing else of them may be in it. */
export type SharedView = (
  tx: Tx,
  whose: { readonly fp: string; readonly language: Language; readonly now: Date },
) => Promise<readonly SharedLine[]>;
/** One a kind: a kind without its view does not compile. */
export type SharedViews = Readonly<Record<OpenKindName, SharedView>>;

export type HouseholdHouse = {
  readonly db: Database;
  readonly naming: Naming;
  readonly mail: Pick<Mail, "send">;
  readonly installation: { readonly name: string };
  readonly access: { readonly place: Place; readonly secret: string };
  readonly sharedViews: SharedViews;
};
export type HouseholdKnock = Pick<Knock<unknown, unknown, unknown>, "caller" | "language" | "ip">;

export function personIn(caller: Caller): { readonly fp: string; readonly sessionId: string } {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  return caller;
}

/** All that is proven to be of the person with this identifier, it first. */
export async function fpsOfPerson(tx: Tx, fp: string): Promise<string[]> {
  const { identifiers } = await findSelf(tx, fp);
  return [...new Set([fp, ...identifiers.map((one) => one.fp)])];
}

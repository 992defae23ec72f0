// What the doors of this room need from the house, and which customer stands before them.
import { Refusal } from "@somlos/contract";
import type { Caller, House } from "@somlos/kernel/http";
import type { Mail } from "@somlos/kernel/mail";
import type { Place } from "../access/index.ts";
import type { CompanyView } from "../company/index.ts";
import type { Naming } from "../events/index.ts";

export type CornerHouse = House & {
  readonly mail: Pick<Mail, "send">;
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "circlesFor" | "ownersOf">;
  /** How the company shows itself now. */
  readonly installation: { readonly name: string };
  readonly access: {
    readonly place: Place;
    /** SOMLOS_SECRET. */
    readonly secret: string;
    /** SOMLOS_IDENTITY_KEY. */
    readonly identityKey: string;
  };
};

export type PersonCaller = Extract<Caller, { kind: "person" }>;

export function personOf(caller: Caller): PersonCaller {
  if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
  return caller;
}

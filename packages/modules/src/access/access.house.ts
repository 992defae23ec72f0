// What the doors of this room need from the house, and who stands before them.
import { type Permission, Refusal } from "@somlos/contract";
import type { Actor, Tx, Work } from "@somlos/kernel/db";
import type { Caller, House, Knock } from "@somlos/kernel/http";
import type { Mail } from "@somlos/kernel/mail";
import type { AuditBook } from "./audit/audit.actions.ts";
import type { Keyring } from "./keys/keyring.ts";
import type { Place } from "./sessions/place.rules.ts";

export type AccessHouse = House & {
  readonly keyring: Keyring;
  readonly audit: AuditBook;
  readonly mail: Pick<Mail, "send">;
  /** How the company shows itself now. */
  readonly installation: { readonly name: string; readonly logo: string | null };
  /** Whether a source of this number exists: sources are the room events'. */
  readonly sources: { knows(sourceId: number): Promise<boolean> };
  /** Whom a colleague sees: people lie in rooms above, the house brings it down. */
  readonly sight: {
    hidden(
      tx: Tx,
      caller: Caller,
      may: Permission,
      personIds: readonly string[],
    ): Promise<ReadonlySet<string>>;
  };
  readonly access: {
    readonly place: Place;
    /** SOMLOS_SECRET. */
    readonly secret: string;
    /** The public key of the settings, shown in snippets while it is in force. */
    readonly writeKey: string;
  };
};

/** What `staffId` says when the installation's own token knocks. */
export const ADMIN_TOKEN_ID = "admin-token";

export type Staff = Extract<Caller, { kind: "staff" }>;
type Knocker = Pick<Knock<unknown, unknown, unknown>, "caller" | "ip">;

export function staffOf(caller: Caller): Staff {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller;
}

/** The colleague's id. The admin token has no password, passkeys or sessions of its own. */
export function colleagueOf(caller: Caller): string {
  const staff = staffOf(caller);
  if (staff.by !== "session") throw new Refusal("account.token_has_none");
  return staff.staffId;
}

/** One change by staff: the work, and the line in the audit, in one transaction. */
export function act<T>(
  house: Pick<AccessHouse, "db" | "audit">,
  { caller, ip }: Knocker,
  what: string,
  go: (work: Work) => Promise<{ readonly answer: T; readonly object?: string }>,
): Promise<T> {
  const { staffId } = staffOf(caller);
  const actor: Actor = { kind: "staff", id: staffId };
  return house.db.work(actor, async (work) => {
    const { answer, object } = await go(work);
    await house.audit.note(work, { who: staffId, what, object, ip });
    return answer;
  });
}

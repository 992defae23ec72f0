// What the doors of this room need from the house, and how far a colleague's grants reach.
import { type Permission, permissionsOf, Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller, House, Knock } from "@somlos/kernel/http";
import type { Journal } from "@somlos/kernel/journal";
import type { Logger } from "@somlos/kernel/log";
import type { Mail } from "@somlos/kernel/mail";
import type { AuditBook } from "../access/index.ts";
import type { Reach } from "../company/index.ts";
import type { Naming } from "../events/index.ts";
import type { Born } from "./use/ages.rules.ts";

export type Ages = {
  readonly bornOf: (tx: Tx, personId: string) => Promise<Born | undefined>;
  /** By what is proven to be theirs who proved this identifier. */
  readonly bornOfSelf: (tx: Tx, fp: string) => Promise<Born | undefined>;
  /** Everybody born after a day, as `identity.v_holders` names them. */
  readonly bornAfter: (tx: Tx, day: string) => Promise<readonly string[]>;
};

export type ConsentHouse = House & {
  readonly naming: Naming;
  readonly log: Pick<Logger, "error">;
  readonly audit: AuditBook;
  readonly mail: Pick<Mail, "send">;
  readonly installation: { readonly name: string };
  readonly access: { readonly place: { readonly url: string }; readonly secret: string };
  readonly reachOf: (tx: Tx, staffId: string) => Promise<readonly Reach[]>;
  /** When those of these identifiers that were erased were: tombstones lie in a room above, the house brings them down. */
  readonly erasedAmong: (tx: Tx, fps: readonly string[]) => Promise<ReadonlyMap<string, Date>>;
  /** How old people are as far as anybody told: facts lie in a room above, the house brings this down. */
  readonly ages: Ages;
  /** The book of withdrawals in the home of this process. */
  readonly noes: Pick<Journal, "append">;
};

type Knocker = Pick<Knock<unknown, unknown, unknown>, "caller" | "ip">;
export type Staff = Extract<Caller, { kind: "staff" }>;

export function staffOf(caller: Caller): Staff {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller;
}

/** Whether some grant brings a permission for a legal entity, at whichever of its locations. */
export const reachesEntity = (grants: readonly Reach[], permission: Permission, entityId: string): boolean =>
  grants.some(
    ({ role, legalEntityId }) =>
      permissionsOf[role].includes(permission) && (legalEntityId === null || legalEntityId === entityId),
  );

export function demandEntities(
  grants: readonly Reach[],
  permission: Permission,
  entityIds: readonly string[],
): void {
  if (!entityIds.every((id) => reachesEntity(grants, permission, id)))
    throw new Refusal("consent.entity_not_yours");
}

/** One change by a colleague with its line in the audit, in one transaction. */
export function change<T>(
  house: ConsentHouse,
  { caller, ip }: Knocker,
  what: string,
  go: (work: Work, grants: readonly Reach[]) => Promise<{ readonly answer: T; readonly object?: string }>,
): Promise<T> {
  const { staffId } = staffOf(caller);
  return house.db.work({ kind: "staff", id: staffId }, async (work) => {
    const { answer, object } = await go(work, await house.reachOf(work.tx, staffId));
    await house.audit.note(work, { who: staffId, what, object, ip });
    return answer;
  });
}

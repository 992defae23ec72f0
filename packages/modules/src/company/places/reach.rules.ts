// How far a colleague's grants reach. Pure.
import { type Permission, permissionsOf, Refusal, type Role } from "@somlos/contract";

/** One role, for one legal entity or all (null), at some locations or all (empty). */
export type Reach = {
  readonly role: Role;
  readonly legalEntityId: string | null;
  readonly locationIds: readonly string[];
};

/** A location, or one that is about to be made: that needs a grant for the whole legal entity. */
export type Where = { readonly entityId: string; readonly id: string | undefined };

export const reaches = (grants: readonly Reach[], permission: Permission, where: Where): boolean =>
  grants.some(
    ({ role, legalEntityId, locationIds }) =>
      permissionsOf[role].includes(permission) &&
      (legalEntityId === null || legalEntityId === where.entityId) &&
      (locationIds.length === 0 || (where.id !== undefined && locationIds.includes(where.id))),
  );

export function demandReach(grants: readonly Reach[], permission: Permission, where: Where): void {
  if (!reaches(grants, permission, where)) throw new Refusal("company.location_not_yours");
}

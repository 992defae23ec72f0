// Roles chosen on the screen, and the grants they become: where a role is fenced already, its fence stays. Pure.
import { type Role, roles } from "@somlos/contract";
import type { ColleagueAnswer } from "@somlos/contract/rooms/access-staff";

export type Grant = ColleagueAnswer["grants"][number];

export const rolesOf = (grants: readonly Grant[]): Role[] =>
  roles.filter((role) => grants.some((grant) => grant.role === role));

export function grantsFor(chosen: readonly Role[], before: readonly Grant[]): Grant[] {
  const kept = before.filter((grant) => chosen.includes(grant.role));
  const fresh = chosen.filter((role) => !before.some((grant) => grant.role === role));
  return [...kept, ...fresh.map((role) => ({ role, legalEntityId: null, locationIds: [] }))];
}

/** Whether every grant of the role is for some places only. */
export function isFenced(role: Role, grants: readonly Grant[]): boolean {
  const its = grants.filter((grant) => grant.role === role);
  return its.length > 0 && its.every((grant) => grant.legalEntityId !== null || grant.locationIds.length > 0);
}

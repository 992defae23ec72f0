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

/** How far the grants of one role reach; undefined: everywhere. */
export function fenceOf(
  role: Role,
  grants: readonly Grant[],
): { readonly entities: number; readonly locations: number } | undefined {
  const its = grants.filter((grant) => grant.role === role);
  const whole = its.some((grant) => grant.legalEntityId === null && grant.locationIds.length === 0);
  if (its.length === 0 || whole) return undefined;
  return {
    entities: new Set(its.map((grant) => grant.legalEntityId).filter((id) => id !== null)).size,
    locations: new Set(its.flatMap((grant) => grant.locationIds)).size,
  };
}

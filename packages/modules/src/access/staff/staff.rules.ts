// Staff: addresses, roles, and the last owner. Pure.
import {
  type Language,
  type Permission,
  permissions,
  permissionsOf,
  Refusal,
  type Role,
  roles,
} from "@somlos/contract";

/** One role, for one legal entity or all (null), at some locations or all (empty). */
export type Grant = {
  readonly role: Role;
  readonly legalEntityId: string | null;
  readonly locationIds: readonly string[];
};

export type Colleague = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly createdAt: Date;
  readonly joinedAt: Date | null;
  readonly deactivatedAt: Date | null;
};

export type ColleagueState = "invited" | "active" | "deactivated";

export const stateOfColleague = (c: Pick<Colleague, "joinedAt" | "deactivatedAt">): ColleagueState => {
  if (c.deactivatedAt !== null) return "deactivated";
  return c.joinedAt === null ? "invited" : "active";
};

/** One spelling an address, so that a colleague exists once. */
export const addressOf = (text: string): string => text.trim().normalize("NFC").toLowerCase();

/** The role that says most, in the order of the contract: where the colleague's day starts. */
export const strongestOf = (held: readonly Role[]): Role | undefined =>
  roles.find((role) => held.includes(role));

/** Everything the roles allow together. Where they allow it is the grants' business. */
export const mayOf = (held: readonly Role[]): readonly Permission[] =>
  permissions.filter((permission) => held.some((role) => permissionsOf[role].includes(permission)));

/** An owner owns the whole installation: a fenced owner could widen the fence. */
export function checkGrants(grants: readonly Grant[]): void {
  if (grants.length === 0) throw new Refusal("staff.no_grant");
  if (grants.some((g) => g.role === "owner" && (g.legalEntityId !== null || g.locationIds.length > 0)))
    throw new Refusal("staff.owner_is_whole");
}

/** One legal entity with one location, either of them or both: what must be there. */
export type Pair = { readonly legalEntityId: string | null; readonly locationId: string | null };

/** The places that grants name, those left out that the colleague holds already: what was granted stays good. */
export function placesToCheck(grants: readonly Grant[], held: readonly Grant[]): Pair[] {
  const pairsOf = ({ legalEntityId, locationIds }: Grant): Pair[] =>
    locationIds.length === 0
      ? [{ legalEntityId, locationId: null }]
      : locationIds.map((locationId) => ({ legalEntityId, locationId }));
  const keyOf = (pair: Pair): string => `${pair.legalEntityId} ${pair.locationId}`;
  const known = new Set(held.flatMap(pairsOf).map(keyOf));
  return grants.flatMap(pairsOf).filter((pair) => !known.has(keyOf(pair)));
}

/** Somebody must be able to open every door: the last owner stays. `owners` are the active ones. */
export function checkOwnerRemains(owners: readonly string[], leaving: string): void {
  if (owners.includes(leaving) && owners.length === 1) throw new Refusal("staff.last_owner");
}

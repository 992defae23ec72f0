// Where a role counts: legal entities, or single locations of them. Pure.
import type { Role } from "@somlos/contract";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import type { Grant } from "./grants.rules.ts";

type Entity = Pick<EntityAnswer, "id" | "name" | "closed">;
type Place = Pick<LocationAnswer, "id" | "name" | "entityId" | "closed">;
export type Company = { readonly entities: readonly Entity[]; readonly places: readonly Place[] };

/** What is ticked for one role; nothing ticked: everywhere. */
export type Where = {
  readonly entities: readonly string[];
  readonly places: readonly string[];
  /** Granted before there were lists, for places that are not there: they stay as they are. */
  readonly strange: readonly Grant[];
};

const isWhole = (grant: Grant): boolean => grant.legalEntityId === null && grant.locationIds.length === 0;

export function whereOf(role: Role, grants: readonly Grant[], company: Company): Where {
  const its = grants.filter((grant) => grant.role === role);
  if (its.some(isWhole)) return { entities: [], places: [], strange: [] };
  const knows = (grant: Grant): boolean =>
    (grant.legalEntityId === null || company.entities.some((one) => one.id === grant.legalEntityId)) &&
    grant.locationIds.every((id) => company.places.some((one) => one.id === id));
  const known = its.filter(knows);
  return {
    entities: known.flatMap((grant) =>
      grant.locationIds.length === 0 && grant.legalEntityId !== null ? [grant.legalEntityId] : [],
    ),
    places: known.flatMap((grant) => grant.locationIds),
    strange: its.filter((grant) => !knows(grant)),
  };
}

/** The grants of one role for what is ticked: a whole legal entity, or the locations of each. */
export function grantsAt(role: Role, where: Where, company: Company): Grant[] {
  const { entities, places, strange } = where;
  const whole = entities.map((legalEntityId) => ({ role, legalEntityId, locationIds: [] as string[] }));
  const some = company.entities
    .filter(({ id }) => !entities.includes(id))
    .map(({ id }) => ({
      role,
      legalEntityId: id,
      locationIds: company.places
        .filter((place) => place.entityId === id && places.includes(place.id))
        .map((place) => place.id),
    }))
    .filter((grant) => grant.locationIds.length > 0);
  const all = [...whole, ...some, ...strange];
  return all.length === 0 ? [{ role, legalEntityId: null, locationIds: [] }] : all;
}

/** Other roles stay where they are. */
export const withWhere = (grants: readonly Grant[], role: Role, where: Where, company: Company): Grant[] => {
  const at = grants.findIndex((grant) => grant.role === role);
  const others = grants.filter((grant) => grant.role !== role);
  const before = grants.slice(0, Math.max(0, at)).filter((grant) => grant.role !== role).length;
  return [...others.slice(0, before), ...grantsAt(role, where, company), ...others.slice(before)];
};

export const turned = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

const lineOf = ({ role, legalEntityId, locationIds }: Grant): string =>
  `${role} ${legalEntityId} ${[...locationIds].sort().join(" ")}`;
export const sameGrants = (a: readonly Grant[], b: readonly Grant[]): boolean =>
  a.map(lineOf).sort().join("|") === b.map(lineOf).sort().join("|");

// The SQL that the whole room shares: the number of the last change, and the places as the flow knows them.
import type { LocationKind } from "@somlos/contract/rooms/company-places";
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("company");

/** A location with what it takes from its legal entity. */
export type KnownPlace = {
  readonly id: string;
  readonly code: string;
  readonly entityId: string;
  readonly entityCode: string;
  readonly country: string;
  readonly currency: string;
  /** The zone its calendar goes by; online that of the legal entity. */
  readonly zone: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Its last day, or that of its legal entity; null while it goes on. */
  readonly lastDay: string | null;
};

const bump = sql`update company.revisions set revision = revision + 1`;
const revision = sql<{ revision: number }>`select revision from company.revisions`;
const known = sql<KnownPlace>`
  select l.id, l.code, e.id as "entityId", e.code as "entityCode", l.country, e.currency,
    case when l.kind = 'online' then e.time_zone else coalesce(l.time_zone, e.time_zone) end as zone,
    l.name, l.kind, l.latitude, l.longitude, least(l.closed_on, e.closed_on)::text as "lastDay"
  from company.locations l join company.entities e on e.id = l.entity_id`;
const unknown = sql<{ legalEntityId: string | null; locationId: string | null }>`
  select g.entity_id as "legalEntityId", g.location_id as "locationId"
  from unnest($1::uuid[], $2::uuid[]) as g (entity_id, location_id)
  where (g.entity_id is not null and not exists (select from company.entities e where e.id = g.entity_id))
    or (g.location_id is not null and not exists (select from company.locations l
      where l.id = g.location_id and l.entity_id = coalesce(g.entity_id, l.entity_id)))
  limit 1`;

/** Tells every process that something changed; also makes changes of the company wait for one another. */
export const bumpRevision = (tx: Tx) => tx.run(bump);
export const loadRevision = async (tx: Tx): Promise<number> => (await tx.one(revision)).revision;
export const listKnownPlaces = (tx: Tx): Promise<KnownPlace[]> => tx.rows(known);

/** The first pair that names a legal entity or location that is not there, or a location of another legal entity. */
export const findUnknownPlace = (
  tx: Tx,
  pairs: readonly { readonly legalEntityId: string | null; readonly locationId: string | null }[],
): Promise<{ legalEntityId: string | null; locationId: string | null } | undefined> =>
  tx.maybe(unknown, [pairs.map((pair) => pair.legalEntityId), pairs.map((pair) => pair.locationId)]);

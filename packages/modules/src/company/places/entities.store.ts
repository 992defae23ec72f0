// The SQL of legal entities. Dates travel as text: a day is no moment.
import { room, type Tx } from "@somlos/kernel/db";

const { sql, fragment } = room("company");

export type EntityRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly country: string;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly lastDay: string | null;
  /** Never changes; 0 is the principal's. */
  readonly number: number;
  readonly principal: boolean;
  readonly version: number;
  readonly changedAt: Date;
};
export type By = { readonly at: Date; readonly by: string };

const columns = fragment`e.id, e.code, e.name, e.organisation_number as "organisationNumber", e.country, e.currency, e.languages,
  e.time_zone as "timeZone", e.closed_on::text as "lastDay", e.number, e.principal, e.version, e.changed_at as "changedAt"`;

const all = sql<EntityRow>`select ${columns} from company.entities e order by lower(e.name), e.id`;
const byId = sql<EntityRow>`select ${columns} from company.entities e where e.id = $1`;
const insert = sql<{ id: string }>`
  insert into company.entities (id, code, name, organisation_number, country, currency, languages, time_zone,
    created_at, created_by, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10)
  on conflict (lower(code)) do nothing returning id`;
const save = sql<{ version: number }>`
  update company.entities set name = $3, organisation_number = $4, country = $5, currency = $6, languages = $7,
    time_zone = $8, closed_on = $9, version = version + 1, changed_at = $10, changed_by = $11
  where id = $1 and version = $2 returning version`;
const openAfter = sql<{ count: number }>`
  select count(*)::int as count from company.locations
  where entity_id = $1 and (closed_on is null or closed_on > $2::date)`;

export const listEntities = (tx: Tx): Promise<EntityRow[]> => tx.rows(all);
export const findEntity = (tx: Tx, id: string): Promise<EntityRow | undefined> => tx.maybe(byId, [id]);

export type NewEntity = Omit<EntityRow, "lastDay" | "number" | "principal" | "version" | "changedAt">;

/** False when the code is taken. */
export const insertEntity = async (tx: Tx, e: NewEntity & By): Promise<boolean> =>
  (await tx.maybe(insert, [
    e.id,
    e.code,
    e.name,
    e.organisationNumber,
    e.country,
    e.currency,
    e.languages,
    e.timeZone,
    e.at,
    e.by,
  ])) !== undefined;

/** The new version; undefined when somebody else saved since. */
export const saveEntity = async (tx: Tx, e: Omit<EntityRow, "changedAt"> & By): Promise<number | undefined> =>
  (
    await tx.maybe(save, [
      e.id,
      e.version,
      e.name,
      e.organisationNumber,
      e.country,
      e.currency,
      e.languages,
      e.timeZone,
      e.lastDay,
      e.at,
      e.by,
    ])
  )?.version;

/** How many of its locations go on after a day. */
export const countOpenAfter = async (tx: Tx, entityId: string, lastDay: string): Promise<number> =>
  (await tx.one(openAfter, [entityId, lastDay])).count;

// The SQL of locations, each read together with its hours.
import { room, type Tx } from "@somlos/kernel/db";
import type { By } from "./entities.store.ts";
import type { LocationRow } from "./places.rules.ts";

const { sql, fragment } = room("company");

const columns = fragment`l.id, l.code, l.name, l.kind, l.entity_id as "entityId", l.street, l.postal_code as "postalCode", l.city,
  l.country, l.time_zone as "timeZone", l.latitude, l.longitude, l.phone, l.opened_on::text as "firstDay",
  l.closed_on::text as "lastDay", l.version, l.changed_at as "changedAt", e.time_zone as "entityZone", e.closed_on::text as "entityLastDay",
  coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens_minute, 'closes', h.closes_minute)
    order by h.weekday, h.opens_minute) from company.opening_hours h where h.location_id = l.id), '[]') as week,
  coalesce((select json_agg(json_build_object('date', x.on_date::text, 'note', x.note, 'opens', x.opens_minutes, 'closes', x.closes_minutes)
    order by x.on_date) from company.exceptions x where x.location_id = l.id and x.on_date > $1::date), '[]') as exceptions`;
const from = fragment`from company.locations l join company.entities e on e.id = l.entity_id`;

type Exceptional = { date: string; note: string; opens: number[]; closes: number[] };
type Raw = Omit<LocationRow, "exceptions"> & { readonly exceptions: readonly Exceptional[] };

const all = sql<Raw>`select ${columns} ${from} order by lower(l.name), l.id`;
const byId = sql<Raw>`select ${columns} ${from} where l.id = $2`;
const insert = sql<{ id: string }>`
  insert into company.locations (id, code, name, kind, entity_id, street, postal_code, city, country, time_zone, latitude,
    longitude, phone, opened_on, created_at, created_by, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15, $16)
  on conflict (lower(code)) do nothing returning id`;
const save = sql<{ version: number }>`
  update company.locations set name = $3, kind = $4, street = $5, postal_code = $6, city = $7, country = $8, time_zone = $9,
    latitude = $10, longitude = $11, phone = $12, opened_on = $13, closed_on = $14,
    version = version + 1, changed_at = $15, changed_by = $16
  where id = $1 and version = $2 returning version`;

/** Exceptions are told from a week before now on: what a screen shows, and the night that is not over yet. */
const DAYS_BACK = 7;
const since = (now: Date): string =>
  new Date(now.getTime() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10);

const rowOf = (raw: Raw): LocationRow => ({
  ...raw,
  exceptions: raw.exceptions.map(({ date, note, opens, closes }) => ({
    date,
    note,
    spans: opens.map((minute, at) => ({ opens: minute, closes: closes[at] ?? minute })),
  })),
});

export const listLocations = async (tx: Tx, now: Date): Promise<LocationRow[]> =>
  (await tx.rows(all, [since(now)])).map(rowOf);

export async function findLocation(tx: Tx, id: string, now: Date): Promise<LocationRow | undefined> {
  const found = await tx.maybe(byId, [since(now), id]);
  return found === undefined ? undefined : rowOf(found);
}

export type LocationFields = Pick<
  LocationRow,
  | "name"
  | "kind"
  | "street"
  | "postalCode"
  | "city"
  | "country"
  | "timeZone"
  | "latitude"
  | "longitude"
  | "phone"
  | "firstDay"
>;
export type NewLocation = LocationFields & Pick<LocationRow, "id" | "code" | "entityId">;

const fieldsOf = (l: LocationFields): unknown[] => [
  l.street,
  l.postalCode,
  l.city,
  l.country,
  l.timeZone,
  l.latitude,
  l.longitude,
  l.phone,
  l.firstDay,
];

/** False when the code is taken. */
export const insertLocation = async (tx: Tx, l: NewLocation & By): Promise<boolean> =>
  (await tx.maybe(insert, [l.id, l.code, l.name, l.kind, l.entityId, ...fieldsOf(l), l.at, l.by])) !==
  undefined;

/** The new version; undefined when somebody else saved since. */
export const saveLocation = async (
  tx: Tx,
  l: LocationFields & Pick<LocationRow, "id" | "version" | "lastDay"> & By,
): Promise<number | undefined> =>
  (await tx.maybe(save, [l.id, l.version, l.name, l.kind, ...fieldsOf(l), l.lastDay, l.at, l.by]))?.version;

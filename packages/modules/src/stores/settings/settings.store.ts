// SQL of how places promise what they have.
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { Settings } from "./settings.rules.ts";
import { usual } from "./settings.rules.ts";

const { sql } = room("stores");

type Row = Settings & { readonly locationId: string; readonly version: number };
const some = sql<Row>`
  select location_id as "locationId", margin, hold_minutes as "holdMinutes", stale_minutes as "staleMinutes", zones, version
  from stores.settings where location_id = any($1::uuid[])`;
const save = sql<{ version: number }>`
  insert into stores.settings as s (location_id, margin, hold_minutes, stale_minutes, zones, version, changed_at, changed_by)
  select $1::uuid, $2::integer, $3::integer, $4::integer, $5::jsonb, 1, $7::timestamptz, $8::text
  where $6::integer = 0 or exists (select from stores.settings o where o.location_id = $1)
  on conflict (location_id) do update set margin = excluded.margin, hold_minutes = excluded.hold_minutes,
    stale_minutes = excluded.stale_minutes, zones = excluded.zones, version = s.version + 1,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by
  where s.version = $6 returning version`;

/** Of these locations; of one that nobody set anything for what is usual. */
export async function listSettings(
  tx: Tx,
  locationIds: readonly string[],
): Promise<(locationId: string) => Settings & { readonly version: number }> {
  const found = new Map((await tx.rows(some, [uuids(locationIds)])).map((row) => [row.locationId, row]));
  return (locationId) => found.get(locationId) ?? { ...usual, version: 0 };
}

/** The new version; undefined: somebody else saved since. Version 0: nobody has yet. */
export const saveSettings = async (
  tx: Tx,
  locationId: string,
  { margin, holdMinutes, staleMinutes, zones }: Settings,
  seen: { readonly version: number; readonly at: Date; readonly by: string },
): Promise<number | undefined> =>
  (
    await tx.maybe(save, [
      ...[locationId, margin, holdMinutes, staleMinutes, JSON.stringify(zones)],
      ...[seen.version, seen.at, seen.by],
    ])
  )?.version;

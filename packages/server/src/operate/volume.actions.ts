// What the data takes: measured now, remembered once a day, continued as a forecast.
import { statfs } from "node:fs/promises";
import type { VolumeAnswer } from "@somlos/contract/rooms/volume";
import type { Database, Work } from "@somlos/kernel/db";
import { daysBefore, deleteOldVolumes, listSizes, listVolumes, saveVolumes } from "@somlos/kernel/operate";
import { loadDays } from "./retention.actions.ts";
import { byKind, forecast, growing, growth, totals } from "./volume.rules.ts";

const SHOWN_DAYS = 60;
const KEPT_DAYS = 400;

export type Disk = { readonly freeBytes: number; readonly totalBytes: number };

/** The disk under a folder. */
export const findDisk = (folder: string | undefined): Promise<Disk | undefined> =>
  folder === undefined
    ? Promise.resolve(undefined)
    : statfs(folder).then(
        (found) => ({ freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize }),
        () => undefined,
      );

export async function lookAtVolume(house: {
  readonly db: Database;
  readonly home: string;
  readonly dataFolder: string | undefined;
}): Promise<VolumeAnswer> {
  const disk = await findDisk(house.dataFolder);
  return house.db.read(async (tx, now) => {
    const items = byKind(await listSizes(tx));
    const rows = await listVolumes(tx, daysBefore(now, SHOWN_DAYS));
    const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
    const today = now.toISOString().slice(0, 10);
    // The day that runs is told as it stands now, not as it was last remembered.
    const past = rows.filter((row) => row.day < today);
    const days = [...totals(past), { day: today, bytes }];
    const measured = items.map((item) => ({
      ...item,
      bytesADay:
        growth([...past.filter((row) => row.kind === item.kind), { day: today, bytes: item.bytes }]) ?? null,
    }));
    const kinds = growing(
      measured.map((item) => ({ ...item, aDay: item.bytesADay ?? 0 })),
      await loadDays(tx, house.home, now),
    );
    return {
      measuredAt: now.toISOString(),
      bytes,
      items: measured,
      days,
      disk: disk ?? null,
      forecast: growth(days) === undefined ? null : forecast(kinds, disk?.freeBytes),
    };
  });
}

/** Remembers what the kinds take today. Many processes may do it at once: the same row is written. */
export async function rememberVolume({ tx, now }: Work): Promise<void> {
  await saveVolumes(tx, now, byKind(await listSizes(tx)));
  await deleteOldVolumes(tx, daysBefore(now, KEPT_DAYS));
}

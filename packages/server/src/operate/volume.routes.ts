// Doors to what the data takes and how long it is kept.
import {
  changeLifetime,
  foreseeLifetime,
  listAlerts,
  listLifetimes,
  readVolume,
} from "@somlos/contract/rooms/volume";
import type { Database } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import type { AuditBook } from "@somlos/modules/access";
import { lookAtAlerts } from "./alerts.actions.ts";
import { chooseDays, foresee, lookAtLifetimes } from "./retention.actions.ts";
import { lookAtVolume } from "./volume.actions.ts";

export type VolumeHouse = {
  readonly db: Database;
  readonly home: string;
  readonly dataFolder: string | undefined;
  readonly audit: AuditBook;
};

export const volumeDoors: readonly Door<VolumeHouse>[] = [
  handle(readVolume, (house: VolumeHouse) => lookAtVolume(house)),
  handle(listAlerts, async (house: VolumeHouse) => ({ items: await lookAtAlerts(house) })),
  handle(listLifetimes, async (house: VolumeHouse) => ({ items: await lookAtLifetimes(house) })),
  handle(foreseeLifetime, (house: VolumeHouse, { params, query }) => foresee(house, params.kind, query.days)),
  handle(changeLifetime, ({ db, home, audit }: VolumeHouse, { params, body, caller, ip }) => {
    const by = caller.kind === "staff" ? caller.staffId : "";
    return db.work({ kind: "staff", id: by }, async (work) => {
      const { line, before } = await chooseDays(work, home, { ...params, ...body, by });
      const reason = `${before} → ${body.days}`;
      await audit.note(work, { who: by, what: changeLifetime.id, object: params.kind, reason, ip });
      return line;
    });
  }),
];

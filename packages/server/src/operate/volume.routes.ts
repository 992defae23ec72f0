// Doors to what the data takes and how long it is kept.
import { changeLifetime, foreseeLifetime, listLifetimes } from "@somlos/contract/rooms/volume";
import type { Database } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import type { AuditBook } from "@somlos/modules/access";
import { chooseDays, foresee, lookAtLifetimes } from "./retention.actions.ts";

export type VolumeHouse = { readonly db: Database; readonly home: string; readonly audit: AuditBook };

export const volumeDoors: readonly Door<VolumeHouse>[] = [
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

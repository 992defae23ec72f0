// What the room does by the clock besides its work: copies are kept for a week; files of imports go once somebody was erased.
import type { Database } from "@somlos/kernel/db";
import { closeDoneImports, type Naming } from "../events/index.ts";
import { EXPORT_KEPT_MS } from "./requests/requests.rules.ts";
import { deleteOldExports } from "./requests/requests.store.ts";
import { findNewest, findTombstones } from "./tombstones/tombstones.store.ts";

export const pruneRights = ({ db }: { readonly db: Database }): Promise<void> =>
  db.work({ kind: "system", id: "rights" }, ({ tx, now }) =>
    deleteOldExports(tx, new Date(now.getTime() - EXPORT_KEPT_MS)),
  );

export async function forgetFiles(house: {
  readonly db: Database;
  readonly home: string;
  readonly naming: Naming;
}): Promise<void> {
  if ((await house.db.snapshot(findNewest)) === undefined) return;
  await closeDoneImports(house, findTombstones);
}

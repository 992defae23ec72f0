// What the room does by the clock besides its work: copies are kept for a week.
import type { Database } from "@somlos/kernel/db";
import { EXPORT_KEPT_MS } from "./requests/requests.rules.ts";
import { deleteOldExports } from "./requests/requests.store.ts";

export const pruneRights = ({ db }: { readonly db: Database }): Promise<void> =>
  db.work({ kind: "system", id: "rights" }, ({ tx, now }) =>
    deleteOldExports(tx, new Date(now.getTime() - EXPORT_KEPT_MS)),
  );

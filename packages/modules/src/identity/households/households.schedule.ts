// What is over by the clock: invitations, and the log after three years.
import type { Database } from "@somlos/kernel/db";
import { AFTER_MS, LOG_MS } from "./households.rules.ts";
import { deletePastInvitations } from "./households.store.ts";
import { deleteOldLog } from "./shares.store.ts";

export const pruneHouseholds = (db: Database): Promise<void> =>
  db.work({ kind: "system", id: "identity" }, async ({ tx, now }) => {
    await deletePastInvitations(tx, new Date(now.getTime() - AFTER_MS));
    await deleteOldLog(tx, new Date(now.getTime() - LOG_MS));
  });

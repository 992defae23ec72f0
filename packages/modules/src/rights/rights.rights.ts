// What a person may ask of what they asked before. Other requests and copies of theirs go at the end of an erasure.
import type { RoomRights } from "@somlos/kernel/rights";
import { showRequest } from "./requests/requests.rules.ts";
import { listRequestsOf } from "./requests/requests.store.ts";

export const rightsRights: RoomRights = {
  room: "rights",
  tables: ["rights.requests", "rights.pieces", "rights.tombstones"],
  async export(tx, { ids, identifiers }) {
    const fps = identifiers.map((one) => one.fp);
    const asked = await listRequestsOf(tx, ids, fps);
    return { items: asked.map((r) => ({ table: "rights.requests", ...showRequest(r) })) };
  },
};

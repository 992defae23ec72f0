// What a person may ask of what they asked before, and of the copies of others that name them. Other requests and copies of
// theirs go at the end of an erasure.
import { uuidOf } from "@somlos/kernel/ids";
import { identifiersIn, needlesOf, type RoomRights, redact } from "@somlos/kernel/rights";
import { findPiecesPortion, listPiecesNaming, type PieceAt, savePieces } from "./export/pieces.store.ts";
import { showRequest } from "./requests/requests.rules.ts";
import { cleanReasons, listRequestsOf } from "./requests/requests.store.ts";

const PIECES_AT_ONCE = 20;
const FIRST: PieceAt = { requestId: uuidOf("\0".repeat(16)), n: -1 };

export const rightsRights: RoomRights = {
  room: "rights",
  tables: ["rights.requests", "rights.pieces", "rights.tombstones"],
  async export(tx, { ids, identifiers }) {
    const fps = identifiers.map((one) => one.fp);
    const asked = await listRequestsOf(tx, ids, fps);
    return { items: asked.map((r) => ({ table: "rights.requests", ...showRequest(r) })) };
  },
  async erase({ tx }, { circle, ...whom }, scope, after) {
    const pattern = needlesOf(identifiersIn({ circle, ...whom }, scope));
    if (pattern === undefined) return { removed: {} };
    const removed: Record<string, number> = {};
    if (after === undefined) removed["rights.requests (cleaned)"] = await cleanReasons(tx, pattern, circle);
    const from = after === undefined ? FIRST : (JSON.parse(after) as PieceAt);
    const upTo = await findPiecesPortion(tx, from, PIECES_AT_ONCE);
    if (upTo === undefined) return { removed };
    const found = await listPiecesNaming(tx, from, upTo, pattern, circle);
    removed["rights.pieces (cleaned)"] = await savePieces(
      tx,
      found.map((piece) => ({ ...piece, items: redact(piece.items, pattern) })),
    );
    return { removed, next: JSON.stringify(upTo) };
  },
};

// What a person may ask of what they asked before, and of the copies of others that name them. Other requests and copies of
// theirs go at the end of an erasure.
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { identifiersIn, needlesOf, type RoomRights, redact } from "@somlos/kernel/rights";
import { listHoldingBesides, listRestrictionsOn } from "../identity/index.ts";
import { findPiecesPortion, listPiecesNaming, type PieceAt, savePieces } from "./export/pieces.store.ts";
import { showRequest } from "./requests/requests.rules.ts";
import { cleanReasons, listRequestsOf } from "./requests/requests.store.ts";
import {
  cleanNotes,
  forgetRestrictions,
  listLifted,
  tellRestrictions,
} from "./restrictions/restrictions.store.ts";

const PIECES_AT_ONCE = 20;
const FIRST: PieceAt = { requestId: uuidOf("\0".repeat(16)), n: -1 };

const actsOf = async (tx: Tx, fps: readonly string[]): Promise<string[]> => [
  ...new Set([
    ...(await listRestrictionsOn(tx, fps)).map(({ restriction }) => restriction),
    ...(await listLifted(tx, fps)),
  ]),
];
const tellOf = async (tx: Tx, fps: readonly string[]) => tellRestrictions(tx, await actsOf(tx, fps), fps);

/** A restriction that holds for somebody else too stays theirs, without what a colleague wrote about it. */
async function forgetOf(tx: Tx, fps: readonly string[]): Promise<Record<string, number>> {
  if (fps.length === 0) return {};
  const acts = await actsOf(tx, fps);
  const besides = await listHoldingBesides(tx, acts, fps);
  const [others, over] = [acts.filter((id) => besides.has(id)), acts.filter((id) => !besides.has(id))];
  return forgetRestrictions(tx, fps, { over, others });
}

export const rightsRights: RoomRights = {
  room: "rights",
  tables: ["rights.requests", "rights.restrictions", "rights.lifts", "rights.pieces", "rights.tombstones"],
  async export(tx, { ids, identifiers }) {
    const fps = identifiers.map((one) => one.fp);
    const asked = await listRequestsOf(tx, ids, fps);
    const restrictions = await tellOf(tx, fps);
    return {
      items: [...asked.map((r) => ({ table: "rights.requests", ...showRequest(r) })), ...restrictions],
    };
  },
  async erase({ tx }, { circle, ...whom }, scope, after) {
    const gone = identifiersIn({ circle, ...whom }, scope);
    const pattern = needlesOf(gone);
    const removed: Record<string, number> =
      after === undefined
        ? await forgetOf(
            tx,
            gone.map((one) => one.fp),
          )
        : {};
    if (pattern === undefined) return { removed };
    if (after === undefined) {
      removed["rights.requests (cleaned)"] = await cleanReasons(tx, pattern, circle);
      removed["rights.restrictions (cleaned)"] =
        (removed["rights.restrictions (cleaned)"] ?? 0) + (await cleanNotes(tx, pattern, circle));
    }
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

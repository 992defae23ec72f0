// The SQL of what was exported, in pieces.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("rights");

const PUT = sql`
  insert into rights.pieces (request_id, n, room, items)
  select $1, coalesce((select max(n) + 1 from rights.pieces where request_id = $1), 0), $2, $3`;
const AFTER = sql<{ n: number; room: string; items: string }>`
  select n, room, items from rights.pieces where request_id = $1 and n > $2 order by n limit 1`;
const DROP = sql`delete from rights.pieces where request_id = $1`;

export const insertPiece = (tx: Tx, requestId: string, of: string, items: string) =>
  tx.run(PUT, [requestId, of, items]);
export const findPieceAfter = (tx: Tx, requestId: string, n: number) => tx.maybe(AFTER, [requestId, n]);
export const deletePieces = (tx: Tx, requestId: string) => tx.run(DROP, [requestId]);

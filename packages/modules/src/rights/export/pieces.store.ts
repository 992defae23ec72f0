// The SQL of what was exported, in pieces.
import { ints, room, type Tx, texts, uuids } from "@somlos/kernel/db";

const { sql } = room("rights");

const PUT = sql`
  insert into rights.pieces (request_id, n, room, items)
  select $1, coalesce((select max(n) + 1 from rights.pieces where request_id = $1), 0), $2, $3`;
const AFTER = sql<{ n: number; room: string; items: string }>`
  select n, room, items from rights.pieces where request_id = $1 and n > $2 order by n limit 1`;
const DROP = sql`delete from rights.pieces where request_id = $1`;
const NEXT = sql<PieceAt>`
  select request_id as "requestId", n from (
    select request_id, n from rights.pieces where (request_id, n) > ($1::uuid, $2::int) order by request_id, n limit $3) as w
  order by request_id desc, n desc limit 1`;
const NAMING = sql<PieceAt & { readonly items: string }>`
  select p.request_id as "requestId", p.n, p.items from rights.pieces p join rights.requests r on r.id = p.request_id
  where (p.request_id, p.n) > ($1::uuid, $2::int) and (p.request_id, p.n) <= ($3::uuid, $4::int)
    and coalesce(r.circle, $6::smallint) = $6::smallint and p.items ~* $5`;
const REWRITE = sql`
  update rights.pieces p set items = w.items from unnest($1::uuid[], $2::int[], $3::text[]) as w(request_id, n, items)
  where p.request_id = w.request_id and p.n = w.n`;

export type PieceAt = { readonly requestId: string; readonly n: number };

export const insertPiece = (tx: Tx, requestId: string, of: string, items: string) =>
  tx.run(PUT, [requestId, of, items]);
export const findPieceAfter = (tx: Tx, requestId: string, n: number) => tx.maybe(AFTER, [requestId, n]);
export const deletePieces = (tx: Tx, requestId: string) => tx.run(DROP, [requestId]);

/** The end of the next portion of everybody's pieces; undefined when there is none. */
export const findPiecesPortion = (tx: Tx, after: PieceAt, limit: number): Promise<PieceAt | undefined> =>
  tx.maybe(NEXT, [after.requestId, after.n, limit]);
/** Of these the ones that name somebody, in copies of people of the same legal entities. */
export const listPiecesNaming = (tx: Tx, after: PieceAt, upTo: PieceAt, pattern: string, circle: number) =>
  tx.rows(NAMING, [after.requestId, after.n, upTo.requestId, upTo.n, pattern, circle]);
export const savePieces = async (
  tx: Tx,
  list: readonly (PieceAt & { readonly items: string })[],
): Promise<number> =>
  list.length === 0
    ? 0
    : tx.run(REWRITE, [
        uuids(list.map((p) => p.requestId)),
        ints(list.map((p) => p.n)),
        texts(list.map((p) => p.items)),
      ]);
